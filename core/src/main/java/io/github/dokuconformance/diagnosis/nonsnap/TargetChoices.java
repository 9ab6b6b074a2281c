package io.github.dokuconformance.diagnosis.nonsnap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.Matches;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.body.PercentCoding;
import io.github.dokuconformance.message.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Other texts on the Request-Target line. */
final class TargetChoices {
  private static final Pattern WORD = Pattern.compile("(?<![A-Za-z0-9])[a-z]");
  private static final List<String> HOSTS = List.of("api.doku.com", "api-sandbox.doku.com");

  private static final int MOST_SEGMENTS = 32;

  /** So many places, from the end, at which a path may have been cut. */
  private static final int MOST_CUTS = 8;

  /** What stands in the place of an invoice number in the paths of pages and collections. */
  private static final List<String> PLACEHOLDERS =
      List.of(
          "{invoice_number}",
          "{order.invoice_number}",
          "{invoiceNumber}",
          "{invoice}",
          "{id}",
          "{request_id}",
          "{{invoice_number}}",
          ":invoice_number",
          ":id",
          "<invoice_number>",
          "$invoice_number",
          "%s");

  /** What proxies and frameworks put in front of a path, or take away from it. */
  private static final List<String> PREFIXES =
      List.of(
          "api",
          "v1",
          "v2",
          "api/v1",
          "api/v2",
          "public",
          "index.php",
          "public/index.php",
          "app",
          "doku",
          "jokul",
          "payment",
          "payments",
          "gateway",
          "proxy",
          "sandbox",
          "staging",
          "dev",
          "test",
          "prod",
          "production",
          "shop",
          "store",
          "web",
          "backend",
          "server",
          "service",
          "wp-json",
          "index.php/wp-json",
          "callback",
          "webhook",
          "notify",
          "rest",
          "default");

  /** In which gateways say what the path was in front of them, or what they took off it. */
  private static final List<String> PREFIX_HEADERS =
      List.of(
          "X-Forwarded-Prefix",
          "X-Script-Name",
          "X-Forwarded-Uri",
          "X-Forwarded-Path",
          "X-Original-URI",
          "X-Original-URL",
          "X-Rewrite-URL",
          "X-Envoy-Original-Path");

  private final SentMessage evidence;
  private final Choices choices;
  private final String path;
  private final String pathWithoutSpareSlashes;
  private final Optional<String> query;

  private TargetChoices(SentMessage evidence, Choices choices) {
    this.evidence = evidence;
    this.choices = choices;
    this.path = evidence.target();
    this.pathWithoutSpareSlashes = withoutSpareSlashes(path);
    this.query = evidence.input().request().target().query();
  }

  static void add(SentMessage evidence, Choices choices) {
    TargetChoices adder = new TargetChoices(evidence, choices);
    adder.query();
    adder.urls();
    adder.slashes();
    adder.percentCoding();
    adder.prefixes();
    adder.prefixesInHeaders();
    adder.letterCase();
    adder.cuts();
    adder.templates();
    adder.target(NonSnapMistake.TARGET_EMPTY, COMMON, "");
    adder.target(NonSnapMistake.TARGET_EMPTY, RARE, "/");
    // Last: of two explanations as likely, the path's own spelling comes first.
    adder.otherPaths();
  }

  private void query() {
    query.ifPresent(
        text -> target(NonSnapMistake.TARGET_QUERY_INCLUDED, COMMON, path + "?" + text));
    for (String url : evidence.input().ownUrls()) {
      Target own = Target.of(url);
      own.query()
          .ifPresent(
              text ->
                  target(NonSnapMistake.TARGET_QUERY_INCLUDED, COMMON, own.path() + "?" + text));
    }
  }

  private void otherPaths() {
    MistakeCode code =
        evidence.isNotification()
            ? NonSnapMistake.TARGET_NOT_OWN_PATH
            : NonSnapMistake.TARGET_OTHER_OPERATION;
    evidence.input().otherTargets().forEach(other -> otherPath(code, COMMON, other));
    ProductPaths.ALL.forEach(other -> otherPath(code, RARE, other));
    if (evidence.isNotification()) {
      String received = evidence.input().request().target().path();
      target(NonSnapMistake.TARGET_NOT_OWN_PATH, COMMON, received);
      for (String url : evidence.input().ownUrls()) {
        target(NonSnapMistake.TARGET_NOT_OWN_PATH, COMMON, Target.of(url).path());
      }
      hosts().forEach(host -> target(NonSnapMistake.TARGET_NOT_OWN_PATH, SEEN, host));
    }
  }

  private void otherPath(MistakeCode code, int cost, String other) {
    if (!withoutSpareSlashes(other).equals(pathWithoutSpareSlashes)) {
      target(code, cost, other);
    }
  }

  /** Returns what paths have in common that differ in slashes alone. */
  private static String withoutSpareSlashes(String path) {
    String single = path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
    int from = single.startsWith("/") ? 1 : 0;
    int to = single.endsWith("/") ? single.length() - 1 : single.length();
    return single.substring(from, Math.max(from, to));
  }

  private void urls() {
    for (String host : hosts()) {
      for (String rest : withAndWithoutQuery()) {
        int cost = rest.equals(path) ? SEEN : RARE;
        target(NonSnapMistake.TARGET_FULL_URL, cost, "https://" + host + rest);
        target(NonSnapMistake.TARGET_FULL_URL, RARE, "http://" + host + rest);
        if (evidence.isNotification()) {
          target(NonSnapMistake.TARGET_NOT_OWN_PATH, RARE, "https://" + host + rest);
        }
        target(NonSnapMistake.TARGET_HOST_INCLUDED, cost, host + rest);
        target(NonSnapMistake.TARGET_HOST_INCLUDED, RARE, "//" + host + rest);
      }
    }
    for (String url : evidence.input().ownUrls()) {
      target(NonSnapMistake.TARGET_FULL_URL, COMMON, url);
    }
  }

  private List<String> withAndWithoutQuery() {
    return query.map(text -> List.of(path, path + "?" + text)).orElse(List.of(path));
  }

  private Set<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>();
    evidence.input().request().headers().first("Host").ifPresent(hosts::add);
    evidence.input().request().target().authority().ifPresent(hosts::add);
    for (String url : evidence.input().ownUrls()) {
      Target.of(url).authority().ifPresent(hosts::add);
    }
    if (!evidence.isNotification()) {
      hosts.addAll(HOSTS);
    }
    return hosts;
  }

  private void slashes() {
    target(NonSnapMistake.TARGET_DOUBLE_SLASH, COMMON, path.replaceAll("/{2,}", "/"));
    if (path.startsWith("//")) {
      target(NonSnapMistake.TARGET_DOUBLE_SLASH, COMMON, path.substring(1));
    } else if (path.startsWith("/")) {
      target(NonSnapMistake.TARGET_LEADING_SLASH_MISSING, COMMON, path.substring(1));
    }
    if (path.length() > 1 && path.endsWith("/")) {
      String shorter = path.substring(0, path.length() - 1);
      target(NonSnapMistake.TARGET_TRAILING_SLASH, COMMON, shorter);
    }
    target(NonSnapMistake.TARGET_TRAILING_SLASH, COMMON, path + "/");
    target(NonSnapMistake.TARGET_DOUBLE_SLASH, SEEN, "/" + path);
    for (int i : slashesIn(path)) {
      target(
          NonSnapMistake.TARGET_DOUBLE_SLASH, RARE, path.substring(0, i) + "/" + path.substring(i));
    }
  }

  private void percentCoding() {
    MistakeCode code = NonSnapMistake.TARGET_PERCENT_ENCODING;
    String decoded = PercentCoding.decode(path);
    target(code, COMMON, decoded);
    for (String text : List.of(path, decoded)) {
      byte[] bytes = text.getBytes(UTF_8);
      // Segments alone; what URLs allow in a path; every character that has a meaning.
      for (String kept : List.of("/-_.~", "/-_.~:@!$&'()*+,;=", "-_.~", "/-_.~%")) {
        String encoded = PercentCoding.encode(bytes, kept, false);
        target(code, SEEN, encoded);
        target(code, RARE, PercentCoding.lowerCaseEscapes(encoded));
      }
    }
    target(code, SEEN, PercentCoding.upperCaseEscapes(path));
    target(code, SEEN, PercentCoding.lowerCaseEscapes(path));
    target(code, RARE, path.replace("+", " "));
    target(code, RARE, path.replace("%20", "+"));
  }

  private void prefixes() {
    for (int i : slashesIn(path)) {
      String less = path.substring(0, i);
      if (!less.equals("/")) {
        target(NonSnapMistake.TARGET_PATH_PREFIX, COMMON, path.substring(i), "less", less);
      }
    }
    List<String> prefixes = new ArrayList<>(PREFIXES);
    for (String url : evidence.input().ownUrls()) {
      String own = Target.of(url).path();
      for (int i : slashesIn(own)) {
        prefixes.add(own.substring(1, i));
      }
    }
    for (String prefix : prefixes) {
      int cost = prefix.equals("api") || prefix.equals("index.php") ? SEEN : RARE;
      target(NonSnapMistake.TARGET_PATH_PREFIX, cost, "/" + prefix + path, "more", "/" + prefix);
    }
  }

  /** What a gateway took away or put in front, where it says so in a header. */
  private void prefixesInHeaders() {
    for (String name : PREFIX_HEADERS) {
      for (String value : evidence.input().request().headers().all(name)) {
        Target told = Target.of(value.strip());
        headerPrefix(name, told.path().replaceAll("/+$", "") + path);
        headerPrefix(name, told.path());
        told.query()
            .map(text -> told.path() + "?" + text)
            .ifPresent(whole -> target(NonSnapMistake.TARGET_QUERY_INCLUDED, SEEN, whole));
      }
    }
  }

  private void headerPrefix(String name, String signed) {
    target(NonSnapMistake.TARGET_PATH_PREFIX, COMMON, signed, "header", name);
  }

  private void cuts() {
    int[] slashes =
        IntStream.iterate(path.length() - 1, i -> i > 0, i -> i - 1)
            .filter(i -> path.charAt(i) == '/')
            .limit(MOST_CUTS)
            .toArray();
    for (int i : slashes) {
      cut(i);
      cut(i + 1);
    }
  }

  private void cut(int end) {
    String missing = path.substring(end);
    // A slash alone is another mistake.
    if (!missing.isEmpty() && !missing.equals("/")) {
      target(NonSnapMistake.TARGET_CUT_SHORT, SEEN, path.substring(0, end), "missing", missing);
    }
  }

  private void templates() {
    String parent = path.substring(0, path.lastIndexOf('/') + 1);
    PLACEHOLDERS.forEach(
        name -> target(NonSnapMistake.TARGET_TEMPLATE, RARE, parent + name, "name", name));
  }

  /** Returns where the first slashes after the leading one are. */
  private static int[] slashesIn(String path) {
    return IntStream.range(1, path.length())
        .filter(i -> path.charAt(i) == '/')
        .limit(MOST_SEGMENTS)
        .toArray();
  }

  private void letterCase() {
    target(NonSnapMistake.TARGET_CASE, SEEN, path.toLowerCase(Locale.ROOT));
    target(NonSnapMistake.TARGET_CASE, RARE, path.toUpperCase(Locale.ROOT));
    target(
        NonSnapMistake.TARGET_CASE,
        RARE,
        Matches.replace(WORD, path, word -> word.toUpperCase(Locale.ROOT)));
  }

  private void target(MistakeCode code, int cost, String signed, String... more) {
    String[] facts = {"signed", signed.isEmpty() ? "nothing" : signed, "right", path};
    String[] all = java.util.Arrays.copyOf(facts, facts.length + more.length);
    System.arraycopy(more, 0, all, facts.length, more.length);
    choices.add(Dimensions.TARGET, code, cost, Octets.utf8(signed), all);
  }
}
