package io.github.dokuconformance.vectors.harness;

import static io.github.dokuconformance.vectors.harness.Recipe.PREFIX;
import static io.github.dokuconformance.vectors.harness.Recipe.base64;
import static io.github.dokuconformance.vectors.harness.Recipe.hash;
import static io.github.dokuconformance.vectors.harness.Recipe.mac;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.vectors.harness.Recipe.Line;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verifiers that sign rightly, and yet accept what is wrong or refuse what is right. */
final class VerifierMutants {
  private VerifierMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(verdicts(), comparisons(), headers(), recipes()).flatMap(mutants -> mutants);
  }

  private static Stream<Mutant> verdicts() {
    return Stream.of(
        new Mutant("verifier.accepts-all", it -> it.verdict = right -> true),
        new Mutant("verifier.rejects-all", it -> it.verdict = right -> false),
        new Mutant("verifier.inverted", it -> it.verdict = right -> !right),
        trusting("verifier.accepts-missing-signature", it -> signature(it).isEmpty()),
        trusting(
            "verifier.accepts-empty-signature",
            it -> signature(it).filter(String::isEmpty).isPresent()),
        trusting(
            "verifier.accepts-blank-signature",
            it -> signature(it).filter(String::isBlank).isPresent()),
        trusting(
            "verifier.accepts-missing-component",
            it -> it.stream().noneMatch(field -> field.getKey().equalsIgnoreCase("Request-Id"))),
        trusting(
            "verifier.accepts-what-it-cannot-read",
            it -> signature(it).filter(value -> decoded(value).isEmpty()).isPresent()),
        trusting(
            "verifier.accepts-any-mac-of-right-length",
            it ->
                signature(it)
                    .flatMap(VerifierMutants::decoded)
                    .filter(mac -> mac.length == 32)
                    .isPresent()),
        trusting(
            "verifier.accepts-all-zero-mac",
            it ->
                signature(it)
                    .flatMap(VerifierMutants::decoded)
                    .filter(mac -> Arrays.equals(mac, new byte[mac.length]))
                    .isPresent()));
  }

  private static Stream<Mutant> comparisons() {
    return Stream.of(
        comparing("verifier.compares-prefix", String::startsWith),
        comparing(
            "verifier.compares-prefix-of-mac",
            (expected, actual) -> expected.startsWith(actual) && actual.length() > 11),
        comparing("verifier.compares-beginning", (expected, actual) -> actual.startsWith(expected)),
        comparing("verifier.compares-end", (expected, actual) -> actual.endsWith(expected)),
        comparing("verifier.compares-inside", (expected, actual) -> actual.contains(expected)),
        comparing("verifier.ignores-case", String::equalsIgnoreCase),
        comparing(
            "verifier.ignores-case-of-prefix",
            (expected, actual) ->
                afterPrefix(expected).equals(afterPrefix(actual))
                    && actual.toUpperCase(java.util.Locale.ROOT).startsWith(PREFIX)),
        comparing(
            "verifier.compares-first-bytes",
            (expected, actual) -> firstBytes(expected).equals(firstBytes(actual))),
        comparing(
            "verifier.compares-all-but-last-byte",
            (expected, actual) -> allButLast(expected).equals(allButLast(actual))),
        comparing("verifier.compares-up-to-the-shorter", VerifierMutants::equalUpToTheShorter),
        comparing(
            "verifier.trims-signature",
            (expected, actual) ->
                actual.equals(expected)
                    || (actual.startsWith(PREFIX)
                        && (PREFIX + actual.substring(PREFIX.length()).strip()).equals(expected))),
        comparing(
            "verifier.ignores-white-space",
            (expected, actual) -> actual.replaceAll("\\s", "").equals(expected)),
        comparing(
            "verifier.ignores-quotes",
            (expected, actual) -> actual.replace("\"", "").equals(expected)),
        comparing(
            "verifier.ignores-prefix",
            (expected, actual) -> afterPrefix(actual).equals(afterPrefix(expected))),
        comparing(
            "verifier.prefix-optional",
            (expected, actual) -> actual.equals(expected) || (PREFIX + actual).equals(expected)),
        comparing(
            "verifier.accepts-hex",
            (expected, actual) ->
                actual.equals(expected) || actual.equalsIgnoreCase(PREFIX + hex(expected))),
        comparing(
            "verifier.accepts-base64url",
            (expected, actual) -> actual.replace('-', '+').replace('_', '/').equals(expected)),
        comparing(
            "verifier.accepts-unpadded",
            (expected, actual) -> actual.equals(expected) || (actual + "=").equals(expected)),
        comparing(
            "verifier.accepts-too-much-padding",
            (expected, actual) -> actual.replaceAll("=+$", "=").equals(expected)),
        comparing(
            "verifier.decodes-leniently",
            (expected, actual) ->
                actual.startsWith(PREFIX) && Arrays.equals(lenient(expected), lenient(actual))),
        comparing(
            "verifier.url-decodes-signature",
            (expected, actual) ->
                actual
                    .replace("%2B", "+")
                    .replace("%2F", "/")
                    .replace("%3D", "=")
                    .equals(expected)),
        comparing(
            "verifier.takes-space-for-plus",
            (expected, actual) -> actual.replace(' ', '+').equals(expected)),
        comparing(
            "verifier.takes-any-of-a-list",
            (expected, actual) -> List.of(actual.split(", ?")).contains(expected)));
  }

  private static Stream<Mutant> headers() {
    return Stream.of(
        new Mutant("verifier.header-case-sensitive", it -> it.isHeader = String::equals),
        new Mutant(
            "verifier.header-lower-case-only",
            it ->
                it.isHeader = (name, sent) -> sent.equals(name.toLowerCase(java.util.Locale.ROOT))),
        new Mutant(
            "verifier.header-underscores",
            it -> it.isHeader = (name, sent) -> sent.replace('_', '-').equalsIgnoreCase(name)),
        choosing("verifier.first-of-repeated-headers", it -> it.stream().findFirst()),
        choosing(
            "verifier.last-of-repeated-headers",
            it -> it.stream().reduce((first, second) -> second)),
        new Mutant("verifier.takes-missing-for-empty", it -> it.toleratesMissing = true),
        new Mutant(
            "verifier.leaves-out-missing-components",
            it -> {
              it.toleratesMissing = true;
              it.lines = lines -> lines.stream().filter(line -> !line.value().isEmpty()).toList();
            }),
        new Mutant(
            "verifier.trusts-digest-header",
            it ->
                it.digestLine =
                    parts -> parts.sent("Digest").orElseGet(() -> it.digestOf(parts.body().get()))),
        new Mutant(
            "verifier.demands-digest-header",
            it ->
                it.digestLine =
                    parts ->
                        parts.headers().isEmpty()
                            ? it.digestOf(parts.body().get())
                            : parts.sent("Digest").orElse("")),
        new Mutant(
            "verifier.trusts-target-header",
            it ->
                it.parts =
                    parts ->
                        parts.withTarget(parts.sent("Request-Target").orElse(parts.target()))));
  }

  private static Stream<Mutant> recipes() {
    return Stream.of(
        accepting("verifier.ignores-digest", it -> it.isDigested = parts -> false),
        accepting("verifier.ignores-client-id", it -> without(it, "Client-Id")),
        accepting("verifier.ignores-request-id", it -> without(it, "Request-Id")),
        accepting("verifier.ignores-timestamp", it -> without(it, "Request-Timestamp")),
        accepting("verifier.ignores-target", it -> without(it, "Request-Target")),
        accepting(
            "verifier.accepts-trailing-newline",
            it -> it.join = lines -> String.join("\n", lines) + "\n"),
        accepting("verifier.accepts-crlf", it -> it.join = lines -> String.join("\r\n", lines)),
        accepting("verifier.accepts-unkeyed", it -> it.mac = (key, text) -> hash("SHA-256", text)),
        accepting("verifier.accepts-empty-key", it -> it.key = parts -> new byte[0]),
        accepting(
            "verifier.accepts-client-id-as-key",
            it -> it.key = parts -> parts.clientId().getBytes(UTF_8)),
        accepting(
            "verifier.accepts-weaker-algorithm",
            it -> it.mac = (key, text) -> mac("HmacSHA1", key, text)),
        accepting(
            "verifier.accepts-named-algorithm",
            it -> {
              it.mac = (key, text) -> mac("HmacSHA512", key, text);
              it.present = mac -> "HMACSHA512=" + base64(mac);
            }),
        accepting(
            "verifier.accepts-minified-body",
            it ->
                it.body =
                    body ->
                        Reserializer.JAVASCRIPT.minified(new String(body, UTF_8)).getBytes(UTF_8)),
        accepting("verifier.accepts-digest-on-get", it -> it.isDigested = parts -> true),
        accepting("verifier.accepts-request-timestamp-line", it -> it.parts = Parts::asRequest),
        accepting(
            "verifier.accepts-other-target",
            it -> it.parts = parts -> parts.withTarget("/akulaku-peer-to-peer/v2/generate-order")));
  }

  private static Mutant trusting(String name, Predicate<List<Map.Entry<String, String>>> trusts) {
    return new Mutant(name, it -> it.isTrusted = trusts);
  }

  private static Mutant comparing(String name, BiPredicate<String, String> matches) {
    return new Mutant(name, it -> it.matches = matches);
  }

  private static Mutant choosing(String name, Function<List<String>, Optional<String>> choose) {
    return new Mutant(name, it -> it.choose = choose);
  }

  private static Mutant accepting(String name, Consumer<Recipe> change) {
    return new Mutant(
        name,
        it -> {
          Recipe other = new Recipe();
          change.accept(other);
          it.alternatives.add(other);
        });
  }

  private static void without(Recipe recipe, String name) {
    recipe.lines =
        lines ->
            lines.stream()
                .filter(line -> !line.name().equals(name))
                .collect(Collectors.<Line>toList());
  }

  private static Optional<String> signature(List<Map.Entry<String, String>> headers) {
    return headers.stream()
        .filter(field -> field.getKey().equalsIgnoreCase("Signature"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<byte[]> decoded(String value) {
    try {
      return Optional.of(Base64.getDecoder().decode(afterPrefix(value)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String afterPrefix(String value) {
    return value.substring(value.indexOf('=') + 1);
  }

  private static String firstBytes(String value) {
    return value.substring(0, Math.min(value.length(), PREFIX.length() + 8));
  }

  private static String allButLast(String value) {
    return decoded(value)
        .map(mac -> base64(Arrays.copyOf(mac, Math.max(0, Math.min(mac.length - 1, 31)))))
        .orElse(value);
  }

  private static boolean equalUpToTheShorter(String expected, String actual) {
    int length = Math.min(expected.length(), actual.length());
    return expected.substring(0, length).equals(actual.substring(0, length));
  }

  private static String hex(String expected) {
    return decoded(expected).map(HexFormat.of()::formatHex).orElse("");
  }

  private static byte[] lenient(String value) {
    return Base64.getMimeDecoder().decode(value.substring(PREFIX.length()).replaceAll("=+$", ""));
  }
}
