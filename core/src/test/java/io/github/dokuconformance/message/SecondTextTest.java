package io.github.dokuconformance.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondTextTest {
  @Test
  void isCutToTheSecondAndWrittenOnceForEach() {
    List<Instant> written = new ArrayList<>();
    SecondText text =
        new SecondText(
            instant -> {
              written.add(instant);
              return instant.toString();
            });

    assertThat(text.of(Instant.parse("2026-01-31T09:30:00.999Z")))
        .isEqualTo("2026-01-31T09:30:00Z");
    assertThat(text.of(Instant.parse("2026-01-31T09:30:00.001Z")))
        .isEqualTo("2026-01-31T09:30:00Z");
    assertThat(text.of(Instant.parse("2026-01-31T09:30:01Z"))).isEqualTo("2026-01-31T09:30:01Z");

    assertThat(written)
        .containsExactly(
            Instant.EPOCH,
            Instant.parse("2026-01-31T09:30:00Z"),
            Instant.parse("2026-01-31T09:30:01Z"));
  }
}
