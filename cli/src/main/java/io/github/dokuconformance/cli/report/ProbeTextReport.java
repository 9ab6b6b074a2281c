package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.probe.Grading;
import io.github.dokuconformance.probe.Level;
import io.github.dokuconformance.probe.ProbeResult;
import io.github.dokuconformance.probe.Requirement;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line for each probe; where one failed, why it matters and what to do. FAILED in capitals counts
 * for the verdict. Not thread safe.
 */
public final class ProbeTextReport implements ProbeReport {
  private static final String INDENT = "        ";

  private final PrintWriter out;
  private final Style style;
  private final Level gate;
  private String explained = "";
  private Optional<String> reason = Optional.empty();

  public ProbeTextReport(PrintWriter out, Style style, Level gate) {
    this.out = out;
    this.style = style;
    this.gate = gate;
  }

  @Override
  public void result(ProbeResult result) {
    Requirement requirement = result.requirement();
    out.printf(
        "%s  %-13s  %s%s  expected %s, got %s%s%n",
        label(result),
        requirement.level().id(),
        style.bold(requirement.id()),
        " ".repeat(Math.max(0, 28 - requirement.id().length())),
        requirement.expected(),
        result.got(),
        result.attempts() > 1 ? " at attempt " + result.attempts() : "");
    if (!result.passed()) {
      explain(result);
    }
    out.flush();
  }

  @Override
  public void reason(String sentence) {
    reason = Optional.of(sentence);
    out.println(INDENT + style.bold("found: ") + sentence);
    out.flush();
  }

  private void explain(ProbeResult result) {
    Requirement requirement = result.requirement();
    out.println(INDENT + (result.attempts() > 0 ? "sent: " : "about: ") + requirement.subject());
    if (requirement.next().equals(explained)) {
      out.println(INDENT + "→ as above");
      return;
    }
    explained = requirement.next();
    out.println(INDENT + "why: " + requirement.why());
    out.println(INDENT + "→ " + requirement.next());
    out.println(INDENT + style.dim("source: " + requirement.source()));
  }

  @Override
  public void end(List<ProbeResult> results, Level gate) {
    boolean conformant = Grading.isConformant(results, gate);
    long passed = results.stream().filter(ProbeResult::passed).count();
    String failures =
        Stream.of(Level.values())
            .map(level -> failed(results, level) + " " + level.id())
            .collect(Collectors.joining(", "));
    reason.ifPresent(sentence -> out.println("\nwhy it refuses what DOKU sends: " + sentence));
    out.printf(
        Locale.ROOT,
        "%n%s at level %s: %d requirements, %d passed; failed: %s%n",
        conformant ? style.green("conformant") : style.red("not-conformant"),
        gate.id(),
        results.size(),
        passed,
        failures);
  }

  private String label(ProbeResult result) {
    if (result.passed()) {
      return style.green("passed");
    }
    return result.fails(gate) ? style.red("FAILED") : style.of(Severity.WARNING, "failed");
  }

  private static long failed(List<ProbeResult> results, Level level) {
    return results.stream()
        .filter(result -> !result.passed() && result.requirement().level() == level)
        .count();
  }
}
