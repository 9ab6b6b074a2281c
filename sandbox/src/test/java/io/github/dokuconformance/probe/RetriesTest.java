package io.github.dokuconformance.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.probe.ReceiverAnswer.Silence;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final RetrySchedule AT_ONCE =
      new RetrySchedule(List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO));

  private final List<Request> sent = new ArrayList<>();

  @Test
  void repeatsGenuineMessageByteForByteUntilItIsAnswered() throws Exception {
    List<ProbeResult> results =
        run(AT_ONCE, ReceiverAnswer.of(503), ReceiverAnswer.none(Silence.TIMED_OUT, ""));

    assertThat(results.get(0).passed()).isTrue();
    assertThat(results.get(0).attempts()).isEqualTo(3);
    assertThat(sent).hasSize(3).containsOnly(sent.get(0));
  }

  @Test
  void givesUpAfterLastRetry() throws Exception {
    ReceiverAnswer broken = ReceiverAnswer.of(500);

    List<ProbeResult> results = run(AT_ONCE, broken, broken, broken, broken);

    assertThat(results.get(0).passed()).isFalse();
    assertThat(results.get(0).attempts()).isEqualTo(4);
  }

  @Test
  void doesNotRepeatWhatWasRefused() throws Exception {
    List<ProbeResult> results = run(AT_ONCE, ReceiverAnswer.of(401));

    assertThat(results.get(0).attempts()).isEqualTo(1);
  }

  @Test
  void doesNotRepeatUnlessAsked() throws Exception {
    List<ProbeResult> results = run(RetrySchedule.none(), ReceiverAnswer.of(503));

    assertThat(results.get(0).attempts()).isEqualTo(1);
  }

  @Test
  void endsWhenFirstMessageGetsNoAnswer() {
    ReceiverAnswer gone = ReceiverAnswer.none(Silence.UNREACHABLE, "Connection refused");

    assertThatExceptionOfType(UnusableEndpointException.class)
        .isThrownBy(() -> run(RetrySchedule.none(), gone))
        .withMessageContaining("Connection refused");
  }

  @Test
  void keepsProportionsOfDokusSchedule() {
    List<Duration> pauses = RetrySchedule.doku(3).pauses();

    assertThat(pauses)
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(2750), Duration.ofSeconds(3));
    assertThatIllegalArgumentException().isThrownBy(() -> RetrySchedule.doku(4));
  }

  /** Runs the first probe alone against an endpoint that answers so, and then with 200. */
  private List<ProbeResult> run(RetrySchedule schedule, ReceiverAnswer... answers)
      throws Exception {
    SigningKey key = SigningKey.of(MerchantSecret.of("SK-TEST-NOT-A-SECRET"));
    Endpoint endpoint =
        (request, delivery) -> {
          sent.add(request);
          return sent.size() <= answers.length ? answers[sent.size() - 1] : ReceiverAnswer.of(200);
        };
    return new ProbeRun(
            endpoint,
            new Merchant("MCH-TEST-0001", key, Target.of("/")),
            ProbedOrders.invented("test"),
            Clock.systemUTC(),
            () -> "00000000-0000-4000-8000-000000000001")
        .retrying(schedule)
        .run(List.of(ProbeCatalogue.baseline()), result -> {});
  }
}
