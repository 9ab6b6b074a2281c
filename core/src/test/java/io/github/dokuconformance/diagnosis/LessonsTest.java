package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LessonsTest {
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);
  private static final List<Sample> REQUESTS = Sample.requests();

  private final Lessons lessons = Lessons.none();

  @Test
  void recallsWhatExplainedAnotherMessage() {
    assertThat(recalled(1, f -> f.lastLineEnd = "\n")).isEmpty();

    learn(0, f -> f.lastLineEnd = "\n");

    assertThat(recalled(1, f -> f.lastLineEnd = "\n").orElseThrow().codes())
        .isEqualTo(List.of(NonSnapMistake.TRAILING_NEWLINE));
  }

  @Test
  void recallsTheMistakeWithOtherFacts() {
    learn(0, f -> f.target("https://api-sandbox.doku.com" + f.target()));
    learn(0, f -> f.body(Forgery.minified(f.body)));

    assertThat(
            recalled(2, f -> f.target("http://api-sandbox.doku.com" + f.target()))
                .orElseThrow()
                .codes())
        .isEqualTo(List.of(NonSnapMistake.TARGET_FULL_URL));
    assertThat(recalled(1, f -> f.body(Forgery.minified(f.body))).orElseThrow().codes())
        .isEqualTo(List.of(NonSnapMistake.BODY_MINIFIED));
  }

  @Test
  void namesTheLikelierMistakeOfOneValueThoughTheOtherWasLearnt() {
    Sample notification = Sample.notifications().get(0);
    String own = notification.input().request().target().path();
    DiagnosisInput first = signed(notification, f -> f.target("/checkout/v1/payment"));
    DiagnosisInput second = signed(notification, f -> f.target("https://merchant.example" + own));

    Explained learnt = (Explained) Diagnoser.diagnose(first, SINGLES, lessons);
    Explained recalled = (Explained) Diagnoser.recall(second, lessons).orElseThrow();

    assertThat(learnt.codes()).isEqualTo(List.of(NonSnapMistake.TARGET_NOT_OWN_PATH));
    assertThat(recalled.codes()).isEqualTo(List.of(NonSnapMistake.TARGET_FULL_URL));
    assertThat(recalled.equivalents())
        .isEqualTo(((Explained) Diagnoser.diagnose(second, SINGLES)).equivalents());
  }

  @Test
  void inventsNothing() {
    learn(0, f -> f.lastLineEnd = "\n");

    assertThat(recalled(1, f -> f.lineSeparator = "\r\n")).isEmpty();
    assertThat(recalled(1, f -> f.key = new byte[] {1})).isEmpty();
  }

  @Test
  void learnsEachMistakeOnceAndSixteenAtMost() {
    Toy toy = Toy.of("a", "b", "c");
    for (int i = 0; i < 20; i++) {
      toy.a(Choice.COMMON, "x" + i);
    }
    Space space = toy.space();

    lessons.learn(new Found(space, List.of()));
    assertThat(lessons.count()).isZero();
    lessons.learn(new Found(space, List.of(space.choice(0))));
    lessons.learn(new Found(space, List.of(space.choice(0))));
    assertThat(lessons.count()).isEqualTo(1);
    space.choices().forEach(choice -> lessons.learn(new Found(space, List.of(choice))));
    assertThat(lessons.count()).isEqualTo(16);
  }

  private void learn(int sample, Consumer<Forgery> change) {
    assertThat(Diagnoser.diagnose(signed(sample, change), SINGLES, lessons))
        .isInstanceOf(Explained.class);
  }

  private Optional<Explained> recalled(int sample, Consumer<Forgery> change) {
    return Diagnoser.recall(signed(sample, change), lessons).map(Explained.class::cast);
  }

  private static DiagnosisInput signed(int sample, Consumer<Forgery> change) {
    return signed(REQUESTS.get(sample), change);
  }

  private static DiagnosisInput signed(Sample message, Consumer<Forgery> change) {
    return message.signed(
        Forging.sign(message, new Forging(NonSnapMistake.TRAILING_NEWLINE, "test", change)));
  }
}
