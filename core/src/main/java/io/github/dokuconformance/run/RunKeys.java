package io.github.dokuconformance.run;

import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.rules.Subject;
import io.github.dokuconformance.signature.HeaderRole;

/** The keys by which an exchange belongs to others of its run, as {@link RunByKey} wants them. */
public record RunKeys(RunKey request, RunKey order, RunKey reference, RunKey refundReference) {
  /** Takes the keys of an exchange. */
  public static RunKeys of(Subject subject) {
    String client = subject.header(HeaderRole.CLIENT_ID, Part.REQUEST).orElse("");
    return new RunKeys(
        RunTrace.hasRequestId(subject)
            ? RunKey.of(client, "id", RunTrace.requestId(subject))
            : RunKey.NONE,
        RunKey.of(client, "order", RunTrace.text(subject, Meaning.INVOICE)),
        RunKey.of(client, "reference", RunTrace.text(subject, Meaning.REFERENCE)),
        RunKey.of(client, "refund", RunTrace.text(subject, Meaning.REFUND_REFERENCE)));
  }
}
