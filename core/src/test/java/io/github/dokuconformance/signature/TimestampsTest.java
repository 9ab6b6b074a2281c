package io.github.dokuconformance.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  @Test
  void cutsToTheSecondAndReadsItBack() {
    String text = Timestamps.format(Instant.parse("2026-01-31T09:30:00.999Z"));

    assertThat(text).isEqualTo("2026-01-31T09:30:00Z");
    assertThat(Timestamps.parse(text)).contains(Instant.parse("2026-01-31T09:30:00Z"));
    assertThat(Timestamps.parse("2028-02-29T23:59:59Z")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31T09:30:00",
        "2026-01-31T09:30:00.0Z",
        "2026-01-31T09:30:00+00:00",
        "2026-01-31 09:30:00Z",
        "2026-01-31t09:30:00z",
        " 2026-01-31T09:30:00Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T23:59:60Z",
        "٢٠٢٦-٠١-٣١T٠٩:٣٠:٠٠Z",
        "-026-01-31T09:30:00Z",
        "2026-01-31T+9:30:00Z"
      })
  void readsNothingElse(String text) {
    assertThat(Timestamps.parse(text)).isEmpty();
  }
}
