package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import java.util.EnumMap;
import java.util.Map;

/** Counts over a run. Not thread safe. */
public final class Summary {
  private final Severity failOn;
  private final Map<Severity, Long> findings = new EnumMap<>(Severity.class);
  private long checked;
  private long conformant;
  private long unreadable;

  public Summary(Severity failOn) {
    this.failOn = failOn;
  }

  public void add(CheckResult result) {
    checked++;
    if (result.isConformant(failOn)) {
      conformant++;
    }
    for (Finding finding : result.findings()) {
      findings.merge(finding.severity(), 1L, Long::sum);
    }
  }

  /** Counts an exchange that could not be read. */
  public void addUnreadable() {
    unreadable++;
  }

  public long checked() {
    return checked;
  }

  public long conformant() {
    return conformant;
  }

  public long unreadable() {
    return unreadable;
  }

  public long count(Severity severity) {
    return findings.getOrDefault(severity, 0L);
  }

  public Severity failOn() {
    return failOn;
  }

  public boolean isConformant() {
    return conformant == checked && unreadable == 0;
  }

  /** Returns {@code conformant}, {@code not-conformant} or {@code nothing-checked}. */
  public String verdict() {
    if (checked == 0 && unreadable == 0) {
      return "nothing-checked";
    }
    return isConformant() ? "conformant" : "not-conformant";
  }
}
