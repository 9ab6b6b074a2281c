package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.cli.report.Item;
import io.github.dokuconformance.cli.report.Item.Status;
import io.github.dokuconformance.cli.report.ItemRun;
import io.github.dokuconformance.vectors.harness.CaseResult;
import io.github.dokuconformance.vectors.harness.Problem;
import io.github.dokuconformance.vectors.harness.RunLines;
import io.github.dokuconformance.vectors.harness.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What came of the cases that were put to an adapter, as items of a report. */
final class AdapterItems {
  private AdapterItems() {}

  /** Returns an item for each case, in suite order, and for each bad entry of expected failures. */
  static ItemRun of(RunReport report) {
    List<Item> items = new ArrayList<>();
    report.results().forEach(result -> items.add(of(result)));
    for (Problem problem : report.problems()) {
      items.add(
          Item.of(
              "expected-failures",
              problem.entry(),
              Status.FAILED,
              problem.code(),
              problem.message(),
              ""));
    }
    return new ItemRun(
        "doku-conformance vectors run: " + RunLines.title(report),
        RunLines.verdict(report),
        Stream.concat(RunLines.mistakes(report).stream(), RunLines.notes(report).stream()).toList(),
        items);
  }

  private static Item of(CaseResult result) {
    Status status = status(result);
    return new Item(
        result.testCase().operation().id(),
        result.testCase().id(),
        status,
        status == Status.FAILED || status == Status.BROKEN ? result.status().id() : "",
        status == Status.PASSED ? "" : why(result, status),
        status == Status.PASSED ? "" : RunLines.details(result),
        result.duration());
  }

  private static Status status(CaseResult result) {
    boolean passed = result.status() == io.github.dokuconformance.vectors.harness.Status.PASS;
    if (!result.isBreach()) {
      return passed ? Status.PASSED : Status.SKIPPED;
    }
    return switch (result.status()) {
      case PASS, FAIL, SKIP -> Status.FAILED;
      case NOT_RUN -> Status.SKIPPED;
      case ERROR, CRASH, TIMEOUT, PROTOCOL_ERROR -> Status.BROKEN;
    };
  }

  private static String why(CaseResult result, Status status) {
    if (status != Status.SKIPPED || result.isBreach()) {
      return result.summary();
    }
    String reason = result.counts() ? "expected" : result.testCase().requirement().id();
    return reason + ": " + result.summary();
  }
}
