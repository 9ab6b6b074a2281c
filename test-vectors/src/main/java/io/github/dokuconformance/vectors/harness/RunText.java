package io.github.dokuconformance.vectors.harness;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The report for people at a terminal: what broke, where, and what to do; then the sums. */
final class RunText {
  private static final String INDENT = "  ";
  private static final int STDERR_LINES = 10;
  private static final int SHOWN_LATER = 10;

  private RunText() {}

  static String render(RunReport report) {
    StringBuilder out = new StringBuilder();
    out.append(RunLines.title(report)).append("\n\n");
    appendMistakes(out, report);
    for (Folding.Group group : Folding.of(report.breaches())) {
      appendGroup(out, group);
    }
    appendOthers(out, report);
    for (Problem problem : report.problems()) {
      out.append(problem.code().toUpperCase(Locale.ROOT))
          .append(" ")
          .append(problem.entry())
          .append("\n" + INDENT)
          .append(problem.message())
          .append("\n\n");
    }
    out.append(RunLines.totals(report)).append("\n");
    RunLines.notes(report).forEach(note -> out.append(note).append("\n"));
    return out.append(RunLines.verdict(report)).append("\n").toString();
  }

  private static void appendMistakes(StringBuilder out, RunReport report) {
    List<String> lines = RunLines.mistakes(report);
    for (int i = 0; i < lines.size(); i++) {
      NamedMistake mistake = report.mistakes().get(i);
      out.append(lines.get(i)).append("\n");
      mistake
          .sentence()
          .lines()
          .forEach(line -> out.append(INDENT).append(VisibleText.shorten(line, 500)).append("\n"));
      out.append(INDENT + "first: ").append(mistake.cases().get(0)).append("\n\n");
    }
  }

  private static void appendGroup(StringBuilder out, Folding.Group group) {
    CaseResult first = group.first();
    out.append(RunLines.heading(first).toUpperCase(Locale.ROOT))
        .append(" ")
        .append(first.testCase().id())
        .append("\n" + INDENT)
        .append(first.testCase().title())
        .append("\n");
    Optional<Difference> difference = first.verdict().firstDifference();
    if (!difference.map(Difference::describe).equals(Optional.of(first.summary()))) {
      out.append(INDENT).append(first.summary()).append("\n");
    }
    difference.ifPresent(it -> append(out, it));
    first.hint().ifPresent(hint -> out.append(INDENT + "hint: ").append(hint).append("\n"));
    appendStderr(out, first.stderr());
    appendLater(out, group);
    out.append("\n");
  }

  private static void appendLater(StringBuilder out, Folding.Group group) {
    List<CaseResult> later = group.later();
    if (later.isEmpty()) {
      return;
    }
    out.append(INDENT + "likewise").append(group.isOfStage() ? " from this stage on" : "");
    out.append(", ").append(later.size()).append(" more:\n");
    later.stream()
        .limit(SHOWN_LATER)
        .forEach(
            result ->
                out.append(INDENT + INDENT)
                    .append(result.testCase().id())
                    .append(": ")
                    .append(result.summary())
                    .append("\n"));
    if (later.size() > SHOWN_LATER) {
      out.append(INDENT + INDENT + "… the others are in the json, junit and markdown reports\n");
      out.append(INDENT + "by flag: ").append(RunLines.flags(group)).append("\n");
    }
  }

  private static void append(StringBuilder out, Difference difference) {
    out.append(INDENT + "first difference: ")
        .append(difference.stage())
        .append(", character ")
        .append(difference.offset())
        .append("\n");
    String indent = INDENT + " ".repeat(10);
    out.append(INDENT + "expected  ")
        .append(VisibleText.around(difference.expected(), difference.offset(), indent))
        .append("\n" + INDENT + "actual    ")
        .append(VisibleText.around(difference.actual(), difference.offset(), indent))
        .append("\n");
  }

  private static void appendStderr(StringBuilder out, String stderr) {
    List<String> lines = stderr.lines().toList();
    if (!lines.isEmpty()) {
      out.append(INDENT + "stderr ended with:\n");
      lines.stream()
          .skip(Math.max(0, lines.size() - STDERR_LINES))
          .forEach(
              line ->
                  out.append(INDENT + INDENT).append(VisibleText.shorten(line, 200)).append("\n"));
    }
  }

  /** Lists what failed without effect on the verdict, a line each for the first. */
  private static void appendOthers(StringBuilder out, RunReport report) {
    List<CaseResult> others =
        report.results().stream()
            .filter(result -> !result.isBreach() && result.status() != Status.PASS)
            .filter(result -> result.status() != Status.NOT_RUN)
            .toList();
    if (others.isEmpty()) {
      return;
    }
    out.append("without effect on the verdict:\n");
    others.stream()
        .limit(SHOWN_LATER)
        .forEach(
            result ->
                out.append(INDENT)
                    .append(result.status().id())
                    .append(" ")
                    .append(result.testCase().id())
                    .append(": ")
                    .append(why(result))
                    .append("\n"));
    if (others.size() > SHOWN_LATER) {
      out.append(INDENT + "… ")
          .append(others.size() - SHOWN_LATER)
          .append(" more are in the json, junit and markdown reports\n");
    }
    out.append("\n");
  }

  private static String why(CaseResult result) {
    String reason = result.counts() ? "expected" : result.testCase().requirement().id();
    return reason + "; " + result.summary();
  }
}
