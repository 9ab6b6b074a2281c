package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.List;
import java.util.Map;

/** What can be wrong with a baseline's entry; each fails the run. */
public final class BaselineTypes {
  private static final Source SOURCE =
      Source.documented(
          "this program's guide, baseline: an accepted finding must not outlive its reason");
  public static final FindingType STALE =
      new FindingType(
          "baseline.stale",
          Severity.ERROR,
          "an accepted finding still occurs",
          "It is mended: take the entry out, or let --update-baseline do it.",
          SOURCE);
  public static final FindingType UNMATCHED =
      new FindingType(
          "baseline.unmatched",
          Severity.ERROR,
          "the run has exchanges of an accepted finding's operation",
          "Check the recordings that it is about in the same run, or take the entry out.",
          SOURCE);
  public static final FindingType EXPIRED =
      new FindingType(
          "baseline.expired",
          Severity.ERROR,
          "an accepted finding is mended by the date in until",
          "Mend it, or agree on a later date and write that.",
          SOURCE);

  /** What stands before the entry in the words of each. */
  public static final Map<String, String> GOT =
      Map.of(
          STALE.code(), "this one does not: ",
          UNMATCHED.code(), "it has none for: ",
          EXPIRED.code(), "this one is not: ");

  /** What each says of an entry. */
  public static final Map<String, String> EXAMPLES =
      Map.of(
          STALE.code(), example(STALE, ""),
          UNMATCHED.code(), example(UNMATCHED, ""),
          EXPIRED.code(), example(EXPIRED, ", until 2026-01-30"));

  private static String example(FindingType type, String until) {
    Operation operation = Contract.bundled().operations().get(0);
    String entry = "amount.sum in " + operation.id() + ", request /order/amount";
    return type.requirement() + "; " + GOT.get(type.code()) + entry + until;
  }

  private BaselineTypes() {}

  public static List<FindingType> all() {
    return List.of(STALE, UNMATCHED, EXPIRED);
  }
}
