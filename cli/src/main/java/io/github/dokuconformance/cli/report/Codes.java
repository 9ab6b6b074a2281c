package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.cli.baseline.BaselineTypes;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.run.RunCheck;
import java.util.List;
import java.util.stream.Stream;

/** Every code that a report can show. */
public final class Codes {
  private Codes() {}

  /** Returns those of the bundled contract. */
  public static List<FindingType> all() {
    return all(Contract.bundled());
  }

  public static List<FindingType> all(Contract contract) {
    return Stream.of(Check.types(contract), RunCheck.types(), BaselineTypes.all())
        .flatMap(List::stream)
        .toList();
  }
}
