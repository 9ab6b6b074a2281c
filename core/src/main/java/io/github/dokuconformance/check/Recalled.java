package io.github.dokuconformance.check;

import io.github.dokuconformance.diagnosis.Diagnoser;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Lessons;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.rules.CheckContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the lessons of a run say of one result, asked for ahead by any thread. Where more was learnt
 * since, they are asked again, so that the answer depends on the order of the results alone.
 */
public final class Recalled {
  private final Lessons lessons;
  private final int known;
  private final Map<Part, Diagnosis> ahead = new EnumMap<>(Part.class);

  private Recalled(Lessons lessons, int known) {
    this.lessons = lessons;
    this.known = known;
  }

  /** Of a result that no other came before. */
  static Recalled nothing() {
    return later(Lessons.none());
  }

  /** Asks when the answer is needed. */
  public static Recalled later(Lessons lessons) {
    return new Recalled(lessons, -1);
  }

  /** Asks now. */
  public static Recalled now(CheckResult result, CheckContext context, Lessons lessons) {
    Recalled recalled = new Recalled(lessons, lessons.count());
    for (Part part : Part.values()) {
      Explanation.inputIfInvalid(result, context, part)
          .flatMap(input -> Diagnoser.recall(input, lessons))
          .ifPresent(diagnosis -> recalled.ahead.put(part, diagnosis));
    }
    return recalled;
  }

  Lessons lessons() {
    return lessons;
  }

  Optional<Diagnosis> of(Part part, DiagnosisInput input) {
    return known == lessons.count()
        ? Optional.ofNullable(ahead.get(part))
        : Diagnoser.recall(input, lessons);
  }
}
