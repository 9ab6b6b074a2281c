package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import java.util.List;
import java.util.function.Consumer;

/** One requirement that is judged on one exchange. Stateless and thread safe. */
public interface Rule {
  /** Returns what this rule can find in exchanges of a contract. */
  List<FindingType> types(Contract contract);

  /** Tells in which operations of that contract it looks for one of its types. */
  Scope scope(FindingType type, Contract contract);

  /** Reports what it finds; never throws on any exchange. */
  void check(Subject subject, Consumer<Finding> findings);
}
