package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What a scheme calls its headers and lines is known to the scheme and to its diagnosis alone; all
 * other code asks the scheme. Sentences for people may hold the names.
 */
class SchemeNamesTest {
  private static final Set<String> NAMES =
      Set.of(
          "Client-Id",
          "Request-Id",
          "Request-Timestamp",
          "Response-Timestamp",
          "Request-Target",
          "Digest",
          "HMACSHA256",
          "X-CLIENT-KEY",
          "X-PARTNER-ID",
          "X-EXTERNAL-ID",
          "X-TIMESTAMP",
          "X-SIGNATURE");

  private static final List<String> OF_THE_SCHEME =
      List.of(
          "io.github.dokuconformance.signature.nonsnap.",
          "io.github.dokuconformance.diagnosis.nonsnap.",
          "io.github.dokuconformance.signature.snap.",
          "io.github.dokuconformance.diagnosis.snap.");

  @Test
  void standInTheSchemeAndItsDiagnosisAlone() throws IOException {
    Map<String, Set<String>> constants = Constants.ofProject();
    Set<String> strays = new TreeSet<>();
    constants.forEach(
        (name, texts) -> {
          if (OF_THE_SCHEME.stream().noneMatch(name::startsWith)) {
            texts.stream()
                .filter(SchemeNamesTest::isNames)
                .forEach(text -> strays.add(name + ": " + text));
          }
        });

    assertThat(strays).isEmpty();
  }

  @Test
  void areFoundWhereTheyMayStand() throws IOException {
    Set<String> found = new LinkedHashSet<>();
    Constants.ofProject()
        .forEach(
            (name, texts) -> {
              if (name.startsWith(OF_THE_SCHEME.get(0))) {
                texts.stream().filter(SchemeNamesTest::isNames).forEach(found::add);
              }
            });

    assertThat(found)
        .contains("Client-Id", "Request-Id", "Request-Timestamp", "Digest", "HMACSHA256=");
  }

  @Test
  void arePickedOutOfLists() {
    assertThat(isNames("Client-Id")).isTrue();
    assertThat(isNames("Client-Id, Request-Id")).isTrue();
    assertThat(isNames("\u0001Client-Id:\u0001")).isTrue();
    assertThat(isNames("no Client-Id")).isFalse();
    assertThat(isNames("signature")).isFalse();
    assertThat(isNames(": ")).isFalse();
  }

  /** Tells whether a text holds names and no other word: then it is no sentence. */
  private static boolean isNames(String text) {
    List<String> words =
        Arrays.stream(text.split("[^\\p{L}\\p{N}-]+", -1)).filter(word -> !word.isEmpty()).toList();
    return !words.isEmpty() && NAMES.containsAll(words);
  }
}
