package io.github.dokuconformance.check;

import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Lessons;
import io.github.dokuconformance.diagnosis.RunBudget;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.rules.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Explains the invalid signatures of a run while its work suffices. Not thread safe. */
public final class Explainer {
  /** About a second: all single mistakes and the likelier pairs of an ordinary message. */
  public static final Budget ONE = Budget.standard().withHypotheses(800_000);

  private static final int FULL_SEARCHES = 5;

  private final CheckContext context;
  private final RunBudget run = RunBudget.of(ONE, FULL_SEARCHES);
  private final Lessons lessons = Lessons.none();
  private final Recalled later = Recalled.later(lessons);
  private final Suspicion suspicion = new Suspicion();
  private final Set<String> right = ConcurrentHashMap.newKeySet();
  private final AtomicInteger left = new AtomicInteger();

  public Explainer(CheckContext context) {
    this.context = context;
  }

  /** Takes note of a merchant whose signature is right; for any thread. */
  public void right(CheckResult result) {
    right.add(Explanation.clientId(result, context));
  }

  /** Takes note of a merchant whose signature is right, in the order of the run. */
  public void right(String clientId) {
    suspicion.clear(clientId);
  }

  /** Returns how much was learnt: what was recalled before it rose is out of date. */
  public int learnt() {
    return lessons.count();
  }

  /** Returns what is remembered of a result; for any thread. */
  public Recalled recall(CheckResult result) {
    return isInvalid(result) ? Recalled.now(result, context, lessons) : later;
  }

  /** Returns what is asked for when it is needed. */
  public Recalled later() {
    return later;
  }

  /** Returns a result with what explains its signatures, as far as the run's work suffices. */
  public CheckResult explain(CheckResult result) {
    return explain(result, later);
  }

  /** As {@link #explain(CheckResult)}, where the lessons were asked ahead. */
  public CheckResult explain(CheckResult result, Recalled recalled) {
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

  /** Returns the merchant of whom a signature is right; nothing where any is wrong. */
  public static Optional<String> signer(CheckResult result, CheckContext context) {
    boolean right =
        result.requestSignature().status() == SignatureStatus.VALID
            || result.responseSignature().status() == SignatureStatus.VALID;
    return right && !isInvalid(result)
        ? Optional.of(Explanation.clientId(result, context))
        : Optional.empty();
  }

  /** Tells whether a signature of the exchange is invalid. */
  public static boolean isInvalid(CheckResult result) {
    return result.requestSignature().status() == SignatureStatus.INVALID
        || result.responseSignature().status() == SignatureStatus.INVALID;
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
  public void skip() {
    left.incrementAndGet();
  }

  /** Says whose secret is wrong, and how many were left unexplained; a sentence each. */
  public List<String> remarks() {
    right.forEach(suspicion::clear);
    List<String> remarks = new ArrayList<>(suspicion.remarks());
    if (left.get() > 0) {
      remarks.add(
          left + " more invalid signatures were not explained; ask with the command explain");
    }
    return remarks;
  }
}
