package io.github.dokuconformance.vectors.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.vectors.harness.AdapterCheck.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AdapterCheckTest {
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(9), Duration.ofSeconds(1), Duration.ofMillis(500));

  @Test
  void passesAnAdapterWhoseAnswersAreWrongButInForm() throws Exception {
    List<Step> steps = check("answer");

    assertThat(steps)
        .extracting(Step::name)
        .containsExactly(
            "hello", "digest", "canonicalize", "sign", "verify", "validate", "bye", "end-of-input");
    assertThat(steps).allMatch(Step::passed);
  }

  @ParameterizedTest
  @CsvSource({
    "polluted-hello, hello, true",
    "other-protocol, hello, true",
    "huge-protocol, hello, true",
    "pollute, answer, false",
    "hang, answer, false",
    "exit-1, bye, false",
    "linger, bye, false"
  })
  void namesTheStepThatFails(String behaviour, String step, boolean unusable) throws Exception {
    List<Step> failed = check(behaviour).stream().filter(it -> !it.passed()).toList();

    assertThat(failed).first().extracting(Step::name).isEqualTo(step);
    assertThat(failed).first().extracting(Step::isUnusable).isEqualTo(unusable);
  }

  private static List<Step> check(String behaviour) throws Exception {
    return AdapterCheck.of(FakeAdapter.command(behaviour, "*"), Suites.mini(), SHORT);
  }
}
