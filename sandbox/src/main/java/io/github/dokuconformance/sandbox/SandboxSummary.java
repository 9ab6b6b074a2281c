package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.sandbox.fault.Marks;
import io.github.dokuconformance.sandbox.order.Answer;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run came to so far.
 *
 * @param exchanges how many requests were judged
 * @param findings how many of each code, by operation
 * @param severities how many findings of each severity
 * @param outcomes how many of each, by id such as {@code akulaku.refund:success}
 * @param faults how many of each were served, by id
 * @param refusable the faulty messages that the client had to refuse, and what it did
 * @param notes what is missing here because memory is bounded
 */
public record SandboxSummary(
    long exchanges,
    Map<String, Map<String, Long>> findings,
    Map<Severity, Long> severities,
    Map<String, Long> outcomes,
    Map<String, Long> faults,
    List<Marks.Served> refusable,
    List<String> notes) {
  public SandboxSummary {
    Map<String, Map<String, Long>> copy = new TreeMap<>();
    findings.forEach((operation, codes) -> copy.put(operation, new TreeMap<>(codes)));
    findings = Collections.unmodifiableMap(copy);
    severities = Map.copyOf(severities);
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    faults = Collections.unmodifiableMap(new TreeMap<>(faults));
    refusable = List.copyOf(refusable);
    notes = List.copyOf(notes);
  }

  public long count(Severity severity) {
    return severities.getOrDefault(severity, 0L);
  }

  /** Returns how many requests and notifications met a defect of the sandbox itself. */
  public long defects() {
    return outcomes.entrySet().stream()
        .filter(outcome -> outcome.getKey().endsWith(":" + Answer.DEFECT))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Returns the faulty messages that the client acted on. */
  public List<Marks.Served> unnoticed() {
    return refusable.stream().filter(one -> one.reaction() == Marks.Reaction.ACTED).toList();
  }

  /**
   * Returns the names of operations that were carried out, outcomes that were had, faults served.
   */
  public Set<String> exercised() {
    Set<String> names = new HashSet<>(faults.keySet());
    for (String outcome : outcomes.keySet()) {
      names.add(outcome);
      int colon = outcome.indexOf(':');
      if (Outcomes.isCarriedOut(outcome.substring(colon + 1))) {
        names.add(outcome.substring(0, colon));
      }
    }
    return names;
  }
}
