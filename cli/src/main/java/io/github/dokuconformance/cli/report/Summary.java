package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.SignatureResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.cli.coverage.Coverage;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts over a run. Not thread safe; its memory does not grow with the run. */
public final class Summary {
  private static final int MOST_UNREADABLE = 100;

  private final Severity failOn;
  private final Map<Severity, Long> findings = new EnumMap<>(Severity.class);
  private final Map<String, Long> codes = new TreeMap<>();
  private final ExplanationCounts explanations = new ExplanationCounts();
  private final List<String> unreadableLines = new ArrayList<>();
  private List<RunProblem> problems = List.of();
  private @Nullable Coverage coverage;
  private long checked;
  private long conformant;
  private long signatureOnly;
  private long judged;
  private long verified;
  private long unreadable;
  private long accepted;
  private long ignored;

  public Summary(Severity failOn) {
    this.failOn = failOn;
  }

  public void add(ReportedExchange exchange) {
    checked++;
    switch (exchange.verdict(failOn)) {
      case CONFORMANT -> conformant++;
      case SIGNATURE_ONLY -> signatureOnly++;
      case NOT_CONFORMANT -> {}
    }
    if (exchange.result().operation().isPresent()) {
      judged++;
    }
    for (Part part : Part.values()) {
      addSignature(exchange.result().signature(part));
    }
    for (ReportedFinding one : exchange.findings()) {
      if (one.accepted().isPresent()) {
        accepted += one.finding().count();
      } else {
        long count = one.finding().count();
        findings.merge(one.finding().severity(), count, Long::sum);
        codes.merge(one.finding().code(), count, Long::sum);
      }
    }
  }

  private void addSignature(SignatureResult signature) {
    if (signature.status().isVerified()) {
      verified++;
    }
    if (signature.status() == SignatureStatus.INVALID) {
      explanations.add(signature.diagnosis());
    }
  }

  /** Returns what explains the wrong signatures. */
  ExplanationCounts explanations() {
    return explanations;
  }

  /** Counts findings that the user leaves out. */
  public void addIgnored(long more) {
    ignored += more;
  }

  long ignored() {
    return ignored;
  }

  /** Counts an exchange that could not be read; the line says which and why. */
  public void addUnreadable(String line) {
    unreadable++;
    if (unreadableLines.size() < MOST_UNREADABLE) {
      unreadableLines.add(line);
    }
  }

  /** Sets what is wrong beside the exchanges. */
  public void setProblems(List<RunProblem> all) {
    problems = List.copyOf(all);
  }

  public void setCoverage(Coverage of) {
    coverage = of;
  }

  public long checked() {
    return checked;
  }

  public long conformant() {
    return conformant;
  }

  /** Returns how many exchanges no contract judged, and nothing speaks against. */
  public long signatureOnly() {
    return signatureOnly;
  }

  /** Returns how many exchanges are not conformant. */
  public long notConformant() {
    return checked - conformant - signatureOnly;
  }

  /** Returns how many exchanges a contract judged. */
  public long judged() {
    return judged;
  }

  /** Returns how many signatures were verified. */
  public long verified() {
    return verified;
  }

  public long unreadable() {
    return unreadable;
  }

  /** Returns why exchanges could not be read, for the first hundred. */
  List<String> unreadableLines() {
    return unreadableLines;
  }

  public List<RunProblem> problems() {
    return problems;
  }

  Optional<Coverage> coverage() {
    return Optional.ofNullable(coverage);
  }

  /** Returns how many findings of a severity there are beside those accepted. */
  public long count(Severity severity) {
    return findings.getOrDefault(severity, 0L);
  }

  /** Returns how many findings the baseline accepts. */
  public long accepted() {
    return accepted;
  }

  /** Returns how many findings of each code there are beside those accepted. */
  Map<String, Long> codes() {
    return codes;
  }

  public Severity failOn() {
    return failOn;
  }

  /** Tells whether something speaks against the run; where nothing does it may be empty. */
  public boolean hasFailed() {
    return notConformant() > 0 || unreadable > 0 || !problems.isEmpty();
  }

  /** Tells whether a contract judged exchanges, and nothing speaks against the run. */
  public boolean isConformant() {
    return judged > 0 && !hasFailed();
  }

  /**
   * Returns {@code conformant}, {@code not-conformant}, {@code signature-only} where no contract
   * judged any exchange, or {@code nothing-checked}.
   */
  public String verdict() {
    return verdict(hasFailed(), checked, judged);
  }

  /** Returns the word for a run of so many exchanges, of which a contract judged so many. */
  public static String verdict(boolean failed, long checked, long judged) {
    if (failed) {
      return "not-conformant";
    }
    if (checked == 0) {
      return "nothing-checked";
    }
    return judged > 0 ? "conformant" : "signature-only";
  }

  /** Returns the counts on one line. */
  String counts() {
    return String.format(
            Locale.ROOT,
            "%d checked, %d conformant, %s%d not; %d errors, %d warnings, %d notes",
            checked,
            conformant,
            signatureOnly == 0 ? "" : signatureOnly + " by signature only, ",
            notConformant(),
            count(Severity.ERROR),
            count(Severity.WARNING),
            count(Severity.NOTE))
        + (accepted == 0 ? "" : "; " + accepted + " accepted by the baseline")
        + (ignored == 0 ? "" : "; " + ignored + " ignored")
        + (unreadable == 0 ? "" : "; " + unreadable + " unreadable");
  }
}
