package io.github.dokuconformance.pact.assertion;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import io.github.dokuconformance.diagnosis.text.Language;
import io.github.dokuconformance.diagnosis.text.TextStyle;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.signature.SecretMask;
import java.util.Set;

/** Writes a finding for a test's failure: what, where, what to do, and for a signature why. */
public final class FindingText {
  private FindingText() {}

  /** Returns the finding on a few lines; none of the mask's secrets is in them. */
  public static String of(Finding finding, CheckResult result, SecretMask mask) {
    StringBuilder text = new StringBuilder();
    text.append(finding.code()).append("  ").append(finding.part().id());
    if (!finding.at().isEmpty()) {
      text.append(' ').append(finding.at());
    }
    text.append(": ").append(finding.message());
    text.append("\n  → ").append(finding.hint());
    text.append("\n  source: ").append(finding.source());
    if (finding.facts().containsKey("diagnosis")) {
      result.signature(finding.part()).diagnosis().ifPresent(diagnosis -> add(text, diagnosis));
    }
    return mask.text(text.toString());
  }

  private static void add(StringBuilder text, Diagnosis diagnosis) {
    for (String line : DiagnosisText.lines(diagnosis, Set.of(Language.JAVA), TextStyle.PLAIN)) {
      text.append("\n  ").append(line);
    }
  }
}
