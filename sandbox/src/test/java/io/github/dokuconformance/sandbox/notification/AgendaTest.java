package io.github.dokuconformance.sandbox.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AgendaTest {
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final List<RuntimeException> failed = new CopyOnWriteArrayList<>();

  @Test
  void goesOnAfterWhatFailsAndTellsIt() throws Exception {
    Clock clock = Clock.systemUTC();
    try (Agenda<String> agenda = new Agenda<>("test", clock::instant, this::act, failed::add)) {
      agenda.add(clock.instant(), "bad");
      agenda.add(clock.instant(), "good");

      assertThat(agenda.awaitIdle(Duration.ofSeconds(10))).isTrue();
    }

    assertThat(done).containsExactly("good");
    assertThat(failed).singleElement().extracting(Throwable::getMessage).isEqualTo("bad");
  }

  private void act(String thing) {
    if (thing.equals("bad")) {
      throw new IllegalStateException(thing);
    }
    done.add(thing);
  }
}
