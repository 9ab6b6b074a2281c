package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.RequirementLevel;
import io.github.dokuconformance.vectors.VectorOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The lines that the reports for people share. */
public final class RunLines {
  private static final int MOST_FLAGS = 3;

  private RunLines() {}

  /** Returns who was put to which suite. */
  public static String title(RunReport report) {
    Implementation implementation = report.implementation();
    return implementation.name()
        + " "
        + implementation.version()
        + " ("
        + implementation.language()
        + ") against "
        + report.suite().name()
        + " "
        + report.suite().version();
  }

  /** Returns what a failure is called, which may be a pass that nobody expected. */
  public static String heading(CaseResult result) {
    return result.status() == Status.PASS ? "unexpected pass" : result.status().id();
  }

  /** Returns the statuses that occur, in the order in which they are declared. */
  static List<Status> statuses(RunReport report) {
    return Stream.of(Status.values())
        .filter(
            status ->
                status == Status.PASS
                    || report.results().stream().anyMatch(result -> result.status() == status))
        .toList();
  }

  static String totals(RunReport report) {
    StringBuilder out = new StringBuilder(String.format("%-13s", "cases"));
    List<Status> statuses = statuses(report);
    statuses.forEach(status -> out.append(String.format("  %" + width(status) + "s", status.id())));
    out.append("\n");
    report
        .totals()
        .forEach(
            (requirement, counts) -> out.append(row(requirement, counts, statuses)).append("\n"));
    return out.toString();
  }

  /** Returns what is to be known of the run as a whole, a sentence each. */
  public static List<String> notes(RunReport report) {
    List<String> notes = new ArrayList<>();
    report.notDeclared().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                notes.add(
                    "left out: "
                        + entry.getValue()
                        + " cases of "
                        + entry.getKey()
                        + ", which the implementation does not declare ("
                        + (isOperation(entry.getKey()) ? "--op " : "--scheme ")
                        + entry.getKey()
                        + " demands it)"));
    long passedWithNote =
        report.results().stream().filter(result -> result.verdict().note().isPresent()).count();
    if (passedWithNote > 0) {
      notes.add(
          passedWithNote
              + " cases passed with a note, such as another reason than the case's; see the json"
              + " report");
    }
    report.givenUp().ifPresent(reason -> notes.add("given up: " + reason));
    return notes;
  }

  private static boolean isOperation(String name) {
    return Arrays.stream(VectorOperation.values())
        .anyMatch(operation -> operation.id().equals(name));
  }

  /** Returns a line for each mistake that explains wrong signatures: {@code X explains 3 of 4}. */
  public static List<String> mistakes(RunReport report) {
    int wrong = report.wrongSignatures().size();
    return report.mistakes().stream()
        .map(
            it ->
                it.name()
                    + (it.name().contains(" and ") ? " explain " : " explains ")
                    + it.cases().size()
                    + " of "
                    + wrong
                    + (wrong == 1 ? " wrong signature" : " wrong signatures"))
        .toList();
  }

  /** Returns how often each flag stands first among the cases of a group, the most first. */
  static String flags(Folding.Group group) {
    Map<String, Integer> counts = new TreeMap<>();
    Stream.concat(Stream.of(group.first()), group.later().stream())
        .forEach(result -> counts.merge(result.testCase().flags().get(0), 1, Integer::sum));
    List<String> most =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(MOST_FLAGS)
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .toList();
    int more = counts.size() - most.size();
    return String.join(", ", most) + (more > 0 ? ", " + more + " others" : "");
  }

  /** Returns what the run came to, in one line. */
  public static String verdict(RunReport report) {
    if (!report.hasExecuted() && report.givenUp().isEmpty()) {
      return "nothing was executed";
    }
    if (report.isConformant()) {
      return "conformant";
    }
    long counting = report.results().stream().filter(CaseResult::counts).count();
    long breaches = report.results().stream().filter(CaseResult::isBreach).count();
    return "not conformant: "
        + breaches
        + " of "
        + counting
        + " cases that count did not end as they should"
        + (report.problems().isEmpty()
            ? ""
            : "; bad entries in the expected-failures file: " + report.problems().size());
  }

  /** Returns difference, hint and stderr of one case, as far as there are any. */
  public static String details(CaseResult result) {
    Optional<String> difference =
        result
            .verdict()
            .firstDifference()
            .map(
                it ->
                    "first difference: "
                        + it.stage()
                        + ", character "
                        + it.offset()
                        + "\nexpected: "
                        + VisibleText.of(it.expected())
                        + "\nactual:   "
                        + VisibleText.of(it.actual()));
    return String.join(
        "\n",
        List.of(
                difference.orElse(""),
                result.hint().map(hint -> "hint: " + hint).orElse(""),
                result.stderr())
            .stream()
            .filter(part -> !part.isEmpty())
            .toList());
  }

  private static String row(
      RequirementLevel requirement, Map<Status, Integer> counts, List<Status> statuses) {
    StringBuilder out = new StringBuilder(String.format("%-13s", requirement.id()));
    statuses.forEach(
        status ->
            out.append(String.format("  %" + width(status) + "d", counts.getOrDefault(status, 0))));
    return out.toString();
  }

  private static int width(Status status) {
    return Math.max(5, status.id().length());
  }
}
