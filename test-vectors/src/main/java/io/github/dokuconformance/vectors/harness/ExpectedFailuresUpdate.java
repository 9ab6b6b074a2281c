package io.github.dokuconformance.vectors.harness;

import static java.util.stream.Collectors.toMap;

import io.github.dokuconformance.vectors.harness.ExpectedFailures.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings an expected-failures file in line with a run. */
public final class ExpectedFailuresUpdate {
  private static final Set<Status> LISTABLE =
      Set.of(
          Status.FAIL,
          Status.ERROR,
          Status.CRASH,
          Status.TIMEOUT,
          Status.PROTOCOL_ERROR,
          Status.SKIP);

  private ExpectedFailuresUpdate() {}

  /**
   * Returns the entries that make the run's outcome the expected one, sorted.
   *
   * <p>An entry that still holds for all its cases stays as it is; another is replaced by one for
   * each case, with the same note, issue and date. A date that is past stays too: whether to go on
   * with a failure is for a person to decide.
   *
   * @throws IllegalArgumentException if the run did not take the whole suite to its end
   */
  public static ExpectedFailures of(ExpectedFailures old, RunReport report) {
    if (!report.options().selection().isEverything()) {
      throw new IllegalArgumentException(
          "a filtered run cannot update the expected failures; run without --op and --case");
    }
    if (report.givenUp().isPresent()) {
      throw new IllegalArgumentException(
          "a run that was given up cannot update the expected failures: " + report.givenUp().get());
    }
    Map<String, Status> failures =
        report.results().stream()
            .filter(result -> result.counts() || result.expected().isPresent())
            .filter(result -> LISTABLE.contains(result.status()))
            .collect(toMap(result -> result.testCase().id(), CaseResult::status));
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : old.entries()) {
      if (holds(entry, report, failures)) {
        entries.add(entry);
        failures.keySet().removeIf(entry::covers);
      }
    }
    failures.forEach(
        (id, status) -> {
          Optional<Entry> broken = old.find(id);
          entries.add(broken.map(entry -> entry.with(id, status)).orElse(Entry.of(id, status)));
        });
    entries.sort(Comparator.comparing(Entry::pattern));
    return new ExpectedFailures(entries);
  }

  private static boolean holds(Entry entry, RunReport report, Map<String, Status> failures) {
    List<String> covered =
        report.suite().cases().stream().map(test -> test.id()).filter(entry::covers).toList();
    return !covered.isEmpty()
        && covered.stream().allMatch(id -> failures.get(id) == entry.status());
  }
}
