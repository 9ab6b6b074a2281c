package io.github.dokuconformance.diagnosis.nonsnap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.Choices;
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

  private final SentMessage evidence;
  private final Choices choices;
  private final String path;
  private final Optional<String> query;

  private TargetChoices(SentMessage evidence, Choices choices) {
    this.evidence = evidence;
    this.choices = choices;
    this.path = evidence.target();
    this.query = evidence.input().request().target().query();
  }

  static void add(SentMessage evidence, Choices choices) {
    TargetChoices adder = new TargetChoices(evidence, choices);
    adder.query();
    adder.otherPaths();
    adder.urls();
    adder.slashes();
    adder.percentCoding();
    adder.prefixes();
    adder.letterCase();
    adder.target(NonSnapMistake.TARGET_EMPTY, COMMON, "");
    adder.target(NonSnapMistake.TARGET_EMPTY, RARE, "/");
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
    evidence.input().otherTargets().forEach(other -> target(code, COMMON, other));
    if (evidence.isNotification()) {
      String received = evidence.input().request().target().path();
      target(NonSnapMistake.TARGET_NOT_OWN_PATH, COMMON, received);
      for (String url : evidence.input().ownUrls()) {
        target(NonSnapMistake.TARGET_NOT_OWN_PATH, COMMON, Target.of(url).path());
      }
      hosts().forEach(host -> target(NonSnapMistake.TARGET_NOT_OWN_PATH, SEEN, host));
    }
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
    if (path.startsWith("/")) {
      target(NonSnapMistake.TARGET_LEADING_SLASH_MISSING, COMMON, path.substring(1));
    }
    if (path.length() > 1 && path.endsWith("/")) {
      String shorter = path.substring(0, path.length() - 1);
      target(NonSnapMistake.TARGET_TRAILING_SLASH, COMMON, shorter);
    }
    target(NonSnapMistake.TARGET_TRAILING_SLASH, COMMON, path + "/");
    target(NonSnapMistake.TARGET_DOUBLE_SLASH, COMMON, path.replaceAll("/{2,}", "/"));
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
      target(
          NonSnapMistake.TARGET_PATH_PREFIX,
          COMMON,
          path.substring(i),
          "less",
          path.substring(0, i));
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
        WORD.matcher(path).replaceAll(word -> word.group().toUpperCase(Locale.ROOT)));
  }

  private void target(MistakeCode code, int cost, String signed, String... more) {
    String[] facts = {"signed", signed.isEmpty() ? "nothing" : signed, "right", path};
    String[] all = java.util.Arrays.copyOf(facts, facts.length + more.length);
    System.arraycopy(more, 0, all, facts.length, more.length);
    choices.add(Dimensions.TARGET, code, cost, Octets.utf8(signed), all);
  }
}
