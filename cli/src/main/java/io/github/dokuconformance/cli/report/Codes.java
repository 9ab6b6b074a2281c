package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.run.RunCheck;
import java.util.List;
import java.util.stream.Stream;

/** Every code that a report can show. */
public final class Codes {
  private static final List<FindingType> ALL =
      Stream.of(Check.types(), RunCheck.types(), BaselineTypes.all(), ClientTypes.all())
          .flatMap(List::stream)
          .toList();

  private Codes() {}

  public static List<FindingType> all() {
    return ALL;
  }
}
