package io.github.dokuconformance.pact.mock;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.pact.assertion.FindingText;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SecretMask;
import java.util.ArrayList;
import java.util.List;

/** Turns what a check found in a request into Pact's mismatches. */
final class Mismatches {
  private Mismatches() {}

  static List<Mismatch> of(CheckResult result, String clientId, SecretMask mask) {
    List<Mismatch> mismatches = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (finding.severity() == Severity.ERROR) {
        mismatches.add(mismatch(finding, FindingText.of(finding, result, mask), mask));
      }
    }
    if (result.requestSignature().status() == SignatureStatus.UNCHECKED) {
      Headers headers = result.exchange().request().headers();
      Scheme scheme = Schemes.bundled().of(result.operation().map(Operation::scheme), headers);
      String got = scheme.value(HeaderRole.CLIENT_ID, Part.REQUEST, headers).orElse("nothing");
      mismatches.add(
          new HeaderMismatch(
              scheme.header(HeaderRole.CLIENT_ID, Part.REQUEST).orElseThrow(),
              clientId,
              got,
              "expected the Client-Id " + clientId + ", got " + Visible.quoted(got)));
    }
    return mismatches;
  }

  private static Mismatch mismatch(Finding finding, String text, SecretMask mask) {
    String wanted = mask.text(finding.facts().getOrDefault(Finding.WANTED, ""));
    String got = mask.text(finding.facts().getOrDefault(Finding.GOT, ""));
    return finding.at().startsWith("/")
        ? new BodyMismatch(wanted, got, text, finding.at(), null)
        : new HeaderMismatch(finding.at(), wanted, got, text);
  }
}
