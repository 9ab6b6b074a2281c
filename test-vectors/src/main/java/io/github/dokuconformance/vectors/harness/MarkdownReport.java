package io.github.dokuconformance.vectors.harness;

import java.util.List;
import java.util.stream.Collectors;

/** The report for pull requests and job summaries. */
final class MarkdownReport {
  private MarkdownReport() {}

  static String render(RunReport report) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(escape(Summary.title(report))).append("\n\n");
    out.append("**").append(escape(Summary.verdict(report))).append("**\n\n");
    appendTotals(out, report);
    Summary.notes(report).forEach(note -> out.append("\n").append(escape(note)).append("\n"));
    List<String> mistakes = Summary.mistakes(report);
    for (int i = 0; i < mistakes.size(); i++) {
      out.append("\n## ").append(escape(mistakes.get(i))).append("\n\n");
      out.append(escape(report.mistakes().get(i).sentence())).append("\n");
    }
    for (Folding.Group group : Folding.of(report.breaches())) {
      appendGroup(out, group);
    }
    for (Problem problem : report.problems()) {
      out.append("\n## ").append(problem.code()).append(": ").append(code(problem.entry()));
      out.append("\n\n").append(escape(problem.message())).append("\n");
    }
    return out.toString();
  }

  private static void appendTotals(StringBuilder out, RunReport report) {
    List<Status> statuses = Summary.statuses(report);
    out.append("| cases |");
    statuses.forEach(status -> out.append(" ").append(status.id()).append(" |"));
    out.append("\n|---|").append("--:|".repeat(statuses.size())).append("\n");
    report
        .totals()
        .forEach(
            (requirement, counts) -> {
              out.append("| ").append(requirement.id()).append(" |");
              statuses.forEach(
                  status -> out.append(" ").append(counts.getOrDefault(status, 0)).append(" |"));
              out.append("\n");
            });
  }

  private static void appendGroup(StringBuilder out, Folding.Group group) {
    CaseResult first = group.first();
    out.append("\n## ")
        .append(Summary.heading(first))
        .append(": ")
        .append(code(first.testCase().id()));
    out.append("\n\n").append(escape(first.testCase().title())).append(". ");
    out.append(escape(first.summary())).append(".\n");
    first
        .verdict()
        .firstDifference()
        .ifPresent(
            difference ->
                out.append("\n| first difference | ")
                    .append(difference.stage())
                    .append(", character ")
                    .append(difference.offset())
                    .append(" |\n|---|---|\n| expected | ")
                    .append(code(Visible.of(difference.expected())))
                    .append(" |\n| actual | ")
                    .append(code(Visible.of(difference.actual())))
                    .append(" |\n"));
    first.hint().ifPresent(hint -> out.append("\nHint: ").append(escape(hint)).append("\n"));
    if (!group.later().isEmpty()) {
      out.append(group.isOfStage() ? "\nLikewise from the same stage on: " : "\nLikewise: ")
          .append(
              group.later().stream()
                  .map(later -> code(later.testCase().id()))
                  .collect(Collectors.joining(", ")))
          .append("\n");
    }
  }

  /** Returns a code span that holds any text, in a table too. */
  private static String code(String text) {
    String fence = "`";
    while (text.contains(fence)) {
      fence += "`";
    }
    String padding = text.contains("`") ? " " : "";
    return fence + padding + text.replace("|", "\\|") + padding + fence;
  }

  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
  }
}
