package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Party;
import io.github.dokuconformance.finding.Basis;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an operation's data says of a finding: that it is not made there, that it weighs less, and
 * that its requirement stands on another page; and that a doubt about what DOKU writes is a note.
 */
public final class Ruling {
  private Ruling() {}

  /** Returns a consumer that passes on what an operation's data leaves of each finding. */
  public static Consumer<Finding> of(Optional<Operation> operation, Consumer<Finding> findings) {
    return operation.isEmpty() ? findings : finding -> rule(operation.get(), finding, findings);
  }

  private static void rule(Operation operation, Finding finding, Consumer<Finding> findings) {
    if (operation.off().containsKey(finding.code())) {
      return;
    }
    Source reason = operation.warn().get(finding.code());
    Finding ruled =
        reason != null && finding.severity() == Severity.ERROR
            ? finding.weighing(Severity.WARNING).from(reason)
            : finding.from(source(operation, finding.source()));
    // The merchant can't mend what DOKU writes.
    boolean doubt =
        ruled.severity() == Severity.WARNING && operation.writer(ruled.part()) == Party.DOKU;
    findings.accept(doubt ? ruled.weighing(Severity.NOTE) : ruled);
  }

  /** A rule cites the pages of the channel that it was drawn from; another channel has its own. */
  private static Source source(Operation operation, Source source) {
    return Pages.isOfAChannel(source.page()) && !Pages.isOfAChannel(operation.source().page())
        ? new Source(weaker(source.basis(), operation.source().basis()), operation.source().page())
        : source;
  }

  private static Basis weaker(Basis one, Basis other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
