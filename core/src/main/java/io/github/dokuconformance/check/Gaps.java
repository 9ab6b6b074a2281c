package io.github.dokuconformance.check;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.rules.Rules;
import io.github.dokuconformance.rules.Scope;
import io.github.dokuconformance.run.RunCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which codes are looked for in which operations of a contract, and why not elsewhere. */
public final class Gaps {
  /**
   * One code in one operation.
   *
   * @param off why it is not looked for; empty where it is
   * @param source where an operation's data says so; empty where what the operation is says it
   * @param isGap whether it is off without a reason: the data lack something
   */
  public record Row(
      Operation operation,
      FindingType type,
      Optional<String> off,
      Optional<Source> source,
      boolean isGap) {
    public boolean isOn() {
      return off.isEmpty();
    }
  }

  private Gaps() {}

  /** Returns every code of every operation, operation by operation. */
  public static List<Row> of(Contract contract) {
    List<Judged> all = judged(contract);
    return contract.operations().stream().flatMap(it -> rows(it, all)).toList();
  }

  /** Returns every code of one operation of that contract. */
  public static List<Row> of(Contract contract, Operation operation) {
    return rows(operation, judged(contract)).toList();
  }

  private static Stream<Row> rows(Operation operation, List<Judged> all) {
    return all.stream().map(judged -> row(operation, judged));
  }

  private static List<Judged> judged(Contract contract) {
    List<Judged> all = new ArrayList<>();
    SignatureCheck.types().forEach(it -> all.add(new Judged(it, SignatureCheck.scope(it))));
    Rules.all()
        .forEach(
            rule ->
                rule.types(contract)
                    .forEach(it -> all.add(new Judged(it, rule.scope(it, contract)))));
    RunCheck.types().forEach(it -> all.add(new Judged(it, RunCheck.scope(it))));
    return all;
  }

  private static Row row(Operation operation, Judged judged) {
    Source reason = operation.off().get(judged.type.code());
    if (reason != null) {
      return new Row(
          operation, judged.type, Optional.of(reason.page()), Optional.of(reason), false);
    }
    Optional<Scope.Off> off = judged.scope.off(operation);
    return new Row(
        operation,
        judged.type,
        off.map(Scope.Off::reason),
        Optional.empty(),
        off.isPresent() && !off.get().explained());
  }

  private record Judged(FindingType type, Scope scope) {}
}
