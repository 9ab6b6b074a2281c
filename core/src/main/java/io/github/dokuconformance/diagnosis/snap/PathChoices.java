package io.github.dokuconformance.diagnosis.snap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.PathList;
import io.github.dokuconformance.diagnosis.body.PercentCoding;
import io.github.dokuconformance.message.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Other texts in the place of the path. */
final class PathChoices {
  private static final List<String> HOSTS = List.of("api-sandbox.doku.com", "api.doku.com");

  /** Paths that code has as constants: DOKU's own PHP library, and integrations. */
  static final List<String> FIXED = PathList.read(PathChoices.class, "fixed-paths.txt");

  private static final List<String> BANKS =
      List.of(
          "bca",
          "bni",
          "bri",
          "bsi",
          "btn",
          "bnc",
          "cimb",
          "danamon",
          "mandiri",
          "maybank",
          "permata",
          "sinarmas");

  /** A bank stands where the version follows. */
  private static final String BEFORE_BANK = "(/[a-z-]+)/(?=v[0-9])";

  private static final int MOST_SEGMENTS = 16;
  private static final List<String> OPERATIONS = PathList.read(PathChoices.class, "paths.txt");

  private final DiagnosisInput input;
  private final Choices choices;
  private final String path;

  private PathChoices(DiagnosisInput input, Choices choices, String path) {
    this.input = input;
    this.choices = choices;
    this.path = path;
  }

  static void add(DiagnosisInput input, Choices choices, String path) {
    PathChoices adder = new PathChoices(input, choices, path);
    adder.hosts();
    adder.query();
    adder.slashes();
    adder.coding();
    adder.legacy();
    adder.routes();
    FIXED.forEach(other -> adder.path(SnapMistake.PATH_FIXED, COMMON, other));
    input.otherTargets().forEach(o -> adder.path(SnapMistake.PATH_OTHER_OPERATION, SEEN, o));
    OPERATIONS.forEach(o -> adder.path(SnapMistake.PATH_OTHER_OPERATION, SEEN, o));
    adder.path(SnapMistake.PATH_FIXED, SEEN, "");
    adder.path(SnapMistake.PATH_FIXED, SEEN, "/");
  }

  private void hosts() {
    Set<String> hosts = new LinkedHashSet<>();
    input.request().headers().first("Host").ifPresent(hosts::add);
    input.request().target().authority().ifPresent(hosts::add);
    for (String url : input.ownUrls()) {
      Target.of(url).authority().ifPresent(hosts::add);
      path(SnapMistake.PATH_WITH_HOST, COMMON, url);
      path(SnapMistake.PATH_FIXED, COMMON, Target.of(url).path());
    }
    hosts.addAll(HOSTS);
    for (String host : hosts) {
      path(SnapMistake.PATH_WITH_HOST, COMMON, "https://" + host + path);
      path(SnapMistake.PATH_WITH_HOST, SEEN, "http://" + host + path);
      path(SnapMistake.PATH_WITH_HOST, SEEN, host + path);
      input
          .request()
          .target()
          .query()
          .ifPresent(
              query ->
                  path(SnapMistake.PATH_WITH_HOST, SEEN, "https://" + host + path + "?" + query));
    }
  }

  private void query() {
    if (input.request().target().query().isEmpty()) {
      path(SnapMistake.PATH_QUERY, RARE, path + "?");
      return;
    }
    String query = input.request().target().query().get();
    List<String> parts = Arrays.asList(query.split("&", -1));
    String sorted = parts.stream().sorted().collect(Collectors.joining("&"));
    String decoded = PercentCoding.decode(query);
    path(SnapMistake.PATH_QUERY, COMMON, path + "?" + query);
    path(SnapMistake.PATH_QUERY, COMMON, path + "?" + sorted);
    path(SnapMistake.PATH_QUERY, SEEN, path + "?" + decoded);
    path(SnapMistake.PATH_QUERY, SEEN, path + "?" + encoded(parts));
    path(SnapMistake.PATH_QUERY, SEEN, path + "?" + encoded(parts.stream().sorted().toList()));
    path(SnapMistake.PATH_QUERY, RARE, path + "/" + query);
    path(SnapMistake.PATH_QUERY, RARE, path + query);
  }

  /** RFC 3986: all but unreserved characters. */
  private static String encoded(List<String> parts) {
    return parts.stream()
        .map(
            part -> {
              int equals = part.indexOf('=');
              return equals < 0
                  ? encoded(part)
                  : encoded(part.substring(0, equals)) + "=" + encoded(part.substring(equals + 1));
            })
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return PercentCoding.encode(PercentCoding.decode(text).getBytes(UTF_8), "-_.~", false);
  }

  private void slashes() {
    if (path.startsWith("/")) {
      path(SnapMistake.PATH_LEADING_SLASH, COMMON, path.substring(1));
    }
    path(SnapMistake.PATH_TRAILING_SLASH, COMMON, path + "/");
    if (path.length() > 1 && path.endsWith("/")) {
      path(SnapMistake.PATH_TRAILING_SLASH, COMMON, path.substring(0, path.length() - 1));
    }
    path(SnapMistake.PATH_DOUBLE_SLASH, COMMON, "/" + path);
    path(SnapMistake.PATH_DOUBLE_SLASH, COMMON, path.replaceAll("/{2,}", "/"));
    for (int i : slashesIn()) {
      path(SnapMistake.PATH_DOUBLE_SLASH, RARE, path.substring(0, i) + "/" + path.substring(i));
    }
  }

  private void coding() {
    SnapMistake code = SnapMistake.PATH_PERCENT_ENCODING;
    String decoded = PercentCoding.decode(path);
    path(code, COMMON, decoded);
    for (String kept : List.of("/-_.~", "-_.~", "/-_.~:@!$&'()*+,;=")) {
      path(code, SEEN, PercentCoding.encode(decoded.getBytes(UTF_8), kept, false));
      path(code, RARE, PercentCoding.encode(path.getBytes(UTF_8), kept, false));
    }
    path(SnapMistake.PATH_CASE, SEEN, path.toLowerCase(Locale.ROOT));
    path(SnapMistake.PATH_CASE, RARE, path.toUpperCase(Locale.ROOT));
  }

  /** What DOKU's older pages and collection have: another front, a bank, another version. */
  private void legacy() {
    SnapMistake code = SnapMistake.PATH_LEGACY;
    Set<String> fronts = new LinkedHashSet<>();
    fronts.add(path);
    if (path.startsWith("/virtual-accounts")) {
      fronts.add(path.substring("/virtual-accounts".length()));
    }
    if (path.startsWith("/orders")) {
      fronts.add(path.substring("/orders".length()));
    }
    OPERATIONS.stream()
        .filter(operation -> operation.length() > path.length() && operation.endsWith(path))
        .forEach(fronts::add);
    Set<String> all = new LinkedHashSet<>(fronts);
    for (String front : fronts) {
      for (String version : List.of("v1", "v1.0", "v1.1", "v1.2", "v2", "v2.0")) {
        all.add(front.replaceFirst("/v[0-9]+(\\.[0-9]+)?(?=/)", "/" + version));
      }
    }
    List<String> plain = new ArrayList<>(all);
    for (String each : plain) {
      for (String bank : BANKS) {
        all.add(each.replaceFirst(BEFORE_BANK, "$1/" + bank + "/"));
      }
    }
    all.forEach(other -> path(code, fronts.contains(other) ? COMMON : SEEN, other));
  }

  /** What a framework has in place of the whole path: less what it is mounted at. */
  private void routes() {
    for (int i : slashesIn()) {
      if (i > 0) {
        path(SnapMistake.PATH_ROUTE_PATTERN, COMMON, path.substring(i));
        path(SnapMistake.PATH_ROUTE_PATTERN, RARE, path.substring(i + 1));
      }
    }
    for (String url : input.ownUrls()) {
      String own = Target.of(url).path();
      for (int i = own.indexOf('/', 1); i > 0; i = own.indexOf('/', i + 1)) {
        path(SnapMistake.PATH_ROUTE_PATTERN, SEEN, own.substring(i));
      }
    }
    for (String front : List.of("/api", "/v1", "/api/v1", "/index.php", "/public")) {
      path(SnapMistake.PATH_ROUTE_PATTERN, RARE, front + path);
    }
  }

  private int[] slashesIn() {
    return IntStream.range(1, path.length())
        .filter(i -> path.charAt(i) == '/')
        .limit(MOST_SEGMENTS)
        .toArray();
  }

  private void path(SnapMistake code, int cost, String signed) {
    choices.add(
        SnapDimensions.PATH,
        code,
        cost,
        Piece.of(signed),
        "signed",
        signed.isEmpty() ? "nothing" : signed,
        "right",
        path);
  }
}
