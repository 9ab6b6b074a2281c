package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.finding.Finding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the window ends, and where a zone is likelier than an old timestamp. */
class TimestampWindowTest {
  private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 3599, 3600, -3600})
  void nothingIsFoundWithinAnHour(int secondsAhead) {
    assertThat(found(secondsAhead)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3601, 3601 s ahead",
    "-3601, 3601 s behind",
    // One hour off is an old timestamp, or a wrong clock.
    "3900, 3900 s ahead",
    "-3900, 3900 s behind",
    // Off by more than five minutes from whole hours.
    "6899, 6899 s ahead",
    "7501, 7501 s ahead",
    "-24899, 24899 s behind",
    "-25501, 25501 s behind",
    // No zone is that far.
    "54000, 54000 s ahead",
    "-54000, 54000 s behind"
  })
  void isOldOrEarly(int secondsAhead, String distance) {
    assertThat(found(secondsAhead))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("header.timestamp-out-of-range");
              assertThat(finding.facts().get(Finding.GOT)).endsWith(", which is " + distance);
              assertThat(finding.facts().get(Finding.WANTED))
                  .isEqualTo("within 3600 s of 2026-01-02T12:00:00Z");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "6900, '2 h ahead, as local time at UTC+2'",
    "7200, '2 h ahead, as local time at UTC+2'",
    "7500, '2 h ahead, as local time at UTC+2'",
    "25200, '7 h ahead, as local time at UTC+7'",
    "-7200, '2 h behind, as local time at UTC-2'",
    "-24900, '7 h behind, as local time at UTC-7'",
    "50400, '14 h ahead, as local time at UTC+14'",
    "-50700, '14 h behind, as local time at UTC-14'"
  })
  void isTheTimeOfAZone(int secondsAhead, String distance) {
    assertThat(found(secondsAhead))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("header.timestamp-local-time");
              assertThat(finding.facts().get(Finding.GOT)).endsWith(", which is " + distance);
            });
  }

  @Test
  void nothingIsFoundWhereNobodyKnowsTheTime() {
    assertThat(of(Draft.order().requestTime("2020-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void nothingIsFoundInWhatDokuSends() {
    assertThat(of(Draft.notification().requestTime("2020-01-01T00:00:00Z").now(NOW.toString())))
        .isEmpty();
  }

  private static List<Finding> found(int secondsAhead) {
    return of(
        Draft.order().requestTime(NOW.plusSeconds(secondsAhead).toString()).now(NOW.toString()));
  }

  private static List<Finding> of(Draft draft) {
    return draft.check().findings().stream()
        .filter(
            finding ->
                finding.code().equals("header.timestamp-out-of-range")
                    || finding.code().equals("header.timestamp-local-time"))
        .toList();
  }
}
