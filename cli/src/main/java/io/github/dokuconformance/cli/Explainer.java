package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.check.Recalled;
import io.github.dokuconformance.check.SignatureResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Lessons;
import io.github.dokuconformance.diagnosis.RunBudget;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.rules.CheckContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Explains the invalid signatures of a run while its work suffices. Not thread safe. */
final class Explainer {
  /** About a second: all single mistakes and the likelier pairs of an ordinary message. */
  static final Budget ONE = Budget.standard().withHypotheses(800_000);

  private static final int FULL_SEARCHES = 5;

  private final CheckContext context;
  private final RunBudget run = RunBudget.of(ONE, FULL_SEARCHES);
  private final Lessons lessons = Lessons.none();
  private final Recalled later = Recalled.later(lessons);
  private final Suspicion suspicion = new Suspicion();
  private final Set<String> right = ConcurrentHashMap.newKeySet();
  private final AtomicInteger left = new AtomicInteger();

  Explainer(CheckContext context) {
    this.context = context;
  }

  /** Takes note of a merchant whose signature is right; for any thread. */
  void right(CheckResult result) {
    right.add(Explanation.clientId(result, context));
  }

  /** Returns how much was learnt: what was recalled before it rose is out of date. */
  int learnt() {
    return lessons.count();
  }

  /** Returns what is remembered of a result; for any thread. */
  Recalled recall(CheckResult result) {
    return isInvalid(result) ? Recalled.now(result, context, lessons) : later;
  }

  /** Returns what is asked for when it is needed. */
  Recalled later() {
    return later;
  }

  CheckResult explain(CheckResult result) {
    return explain(result, later);
  }

  /** As {@link #explain(CheckResult)}, where the lessons were asked ahead. */
  CheckResult explain(CheckResult result, Recalled recalled) {
    right.forEach(suspicion::clear);
    String clientId = Explanation.clientId(result, context);
    int shares = suspicion.shares(clientId);
    CheckResult explained =
        isInvalid(result) ? Explanation.explain(result, context, run, recalled, shares) : result;
    for (Part part : Part.values()) {
      SignatureResult signature = explained.signature(part);
      if (signature.status() == SignatureStatus.VALID) {
        suspicion.clear(clientId);
      } else if (signature.status() == SignatureStatus.INVALID) {
        look(explained, part, clientId, shares > 0);
      }
    }
    return explained;
  }

  static boolean isInvalid(CheckResult result) {
    return Arrays.stream(Part.values())
        .anyMatch(part -> result.signature(part).status() == SignatureStatus.INVALID);
  }

  private void look(CheckResult result, Part part, String clientId, boolean searched) {
    Optional<Diagnosis> diagnosis = result.signature(part).diagnosis();
    if (diagnosis.isEmpty()) {
      suspicion.wrong(clientId);
      if (searched) {
        skip();
      }
    } else {
      suspicion.look(
          clientId,
          diagnosis.get(),
          () -> Explanation.otherCause(result, context, part).isPresent());
    }
  }

  /** Counts one that is left unexplained because there are too many; for any thread. */
  void skip() {
    left.incrementAndGet();
  }

  /** Tells whose secret is wrong, and how many were left unexplained. */
  void tellOfSkipped(Env env) {
    right.forEach(suspicion::clear);
    suspicion.tell(env);
    if (left.get() > 0) {
      env.say(left + " more invalid signatures were not explained; ask with the command explain");
    }
  }
}
