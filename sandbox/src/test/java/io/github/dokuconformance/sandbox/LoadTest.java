package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoadTest {
  @Test
  @Timeout(300)
  void eightClientsAtOnceAreJudgedRightAndAllRecorded() throws Exception {
    LoadRun.Outcome outcome = LoadRun.run(8, 1000);

    assertThat(outcome.wrong()).isEmpty();
    assertThat(outcome.recorded()).isEqualTo(8000);
    assertThat(outcome.recordedTwice()).isZero();
    assertThat(outcome.summary().exchanges()).isEqualTo(8000);
    assertThat(outcome.summary().outcomes()).isEqualTo(outcome.expected());
  }
}
