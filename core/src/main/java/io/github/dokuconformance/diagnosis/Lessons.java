package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What explained signatures before, to be tried first on later ones: most senders make one mistake
 * again and again.
 *
 * <p>What is learnt depends on the order of the calls alone. Holds codes and facts of mistakes, a
 * few of them. Thread safe.
 */
public final class Lessons {
  private static final int MOST = 16;

  /** A lesson that takes more on one message is not tried, in the unit of {@link Budget#work}. */
  private static final long MOST_WORK = Budget.standard().withHypotheses(20_000).work();

  private volatile List<Lesson> lessons = List.of();

  /** Returns lessons that nothing was learnt from yet. */
  public static Lessons none() {
    return new Lessons();
  }

  private Lessons() {}

  /** Returns how many there are: they are never fewer, and others only where they are more. */
  public int count() {
    return lessons.size();
  }

  synchronized void learn(Found found) {
    Lesson lesson = new Lesson(found.choices().stream().map(Choice::mistakes).toList());
    if (!found.choices().isEmpty() && lessons.size() < MOST && !lessons.contains(lesson)) {
      List<Lesson> more = new ArrayList<>(lessons);
      more.add(lesson);
      more.sort(Comparator.comparingInt(it -> it.changes.size()));
      lessons = List.copyOf(more);
    }
  }

  /** Returns what was learnt and explains this signature too, the fewest mistakes first. */
  Optional<Found> recall(Evidence evidence, SignatureJudge judge, BooleanSupplier outOfTime) {
    List<Lesson> known = lessons;
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Wanted wanted =
        Wanted.only(
            known.stream()
                .flatMap(lesson -> lesson.changes.stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet()));
    BodyForms named = wanted.ofBody() ? evidence.bodyForms(wanted) : new BodyForms(0, 0, wanted);
    BodyForms.Made forms = named.make(MOST_WORK, 1, outOfTime);
    List<Space> spaces =
        evidence.cases().stream()
            .map(each -> Space.of(each, forms, judge::isUseful, wanted))
            .toList();
    Lane lane = new Lane();
    for (Lesson lesson : known) {
      for (Space space : spaces) {
        Optional<Found> found = lesson.tryOn(space, judge, lane);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** For each change the mistakes that lead to it. */
  private record Lesson(List<List<Mistake>> changes) {
    Optional<Found> tryOn(Space space, SignatureJudge judge, Lane lane) {
      List<List<Choice<?>>> alike = changes.stream().map(change -> alike(space, change)).toList();
      long work = 1;
      Weight weight = space.weight();
      for (List<Choice<?>> choices : alike) {
        if (choices.isEmpty()) {
          return Optional.empty();
        }
        weight = weight.with(choices.get(0));
        work = Math.min(MOST_WORK, work * choices.size());
      }
      return work * weight.total() > MOST_WORK
          ? Optional.empty()
          : tryOn(new Found(space, List.of()), alike, judge, lane);
    }

    /** Returns the choices that one of the mistakes leads to, whatever its facts. */
    private static List<Choice<?>> alike(Space space, List<Mistake> change) {
      MistakeCode code = change.get(0).code();
      List<Choice<?>> alike = new ArrayList<>();
      for (Choice<?> choice : space.choices()) {
        if (choice.mistakes().stream().anyMatch(mistake -> mistake.code().equals(code))) {
          alike.add(choice);
        }
      }
      return alike;
    }

    private static Optional<Found> tryOn(
        Found so, List<List<Choice<?>>> rest, SignatureJudge judge, Lane lane) {
      if (rest.isEmpty()) {
        return judge.met(lane, so.recipe()).isEmpty() ? Optional.empty() : Optional.of(so);
      }
      for (Choice<?> choice : rest.get(0)) {
        List<Choice<?>> more = new ArrayList<>(so.choices());
        more.add(choice);
        Optional<Found> found =
            tryOn(new Found(so.space(), more), rest.subList(1, rest.size()), judge, lane);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
  }
}
