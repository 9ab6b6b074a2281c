package io.github.dokuconformance.rules;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import java.util.List;
import java.util.function.Consumer;

/** One requirement that is judged on one exchange. Stateless and thread safe. */
public interface Rule {
  /** Returns what this rule can find. */
  List<FindingType> types();

  /** Reports what it finds; never throws on any exchange. */
  void check(Subject subject, Consumer<Finding> findings);
}
