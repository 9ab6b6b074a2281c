package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The table of refusals: in DOKU's order, each with what it rests on.
 *
 * <p>The table is data, {@code refusals.json} of a contract; what no page and no observer says is
 * marked there as assumed. A channel's own refusals go before its scheme's, and those before those
 * of all. Immutable and thread safe.
 */
final class Refusals {
  private static final String FILE = "refusals.json";
  private static final Set<String> NO_KEY = Set.of("signature.no-secret", "checksum.no-secret");
  private static final Map<Contract, Refusals> KNOWN = new ConcurrentHashMap<>();

  private final List<Refusal> all;

  private Refusals(Contract contract) {
    List<Refusal> refusals = new ArrayList<>();
    for (JsonNode document : contract.lists(FILE)) {
      document.path("refusals").forEach(entry -> refusals.add(refusal(entry)));
    }
    // Stable: among those for as few operations the file's order stays.
    this.all = refusals.stream().sorted(Comparator.comparingInt(Refusals::breadth)).toList();
  }

  private static int breadth(Refusal refusal) {
    if (refusal.channel().isPresent()) {
      return 0;
    }
    return refusal.schemes().isEmpty() ? 2 : 1;
  }

  static Refusals of(Contract contract) {
    return KNOWN.computeIfAbsent(contract, Refusals::new);
  }

  List<Refusal> all() {
    return all;
  }

  /** Returns the refusal of that id to a request for that operation. */
  Refusal find(String id, Optional<Operation> operation) {
    return all.stream()
        .filter(refusal -> refusal.id().equals(id) && refusal.isFor(operation))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("expected a refusal of " + FILE + ", got: " + id));
  }

  /** Returns the first refusal, in DOKU's order, that the findings about a request lead to. */
  Optional<Refused> first(List<Finding> found, Optional<Operation> operation) {
    List<Finding> findings = new ArrayList<>(0);
    for (Finding finding : found) {
      if (counts(finding)) {
        findings.add(finding);
      }
    }
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    for (Refusal refusal : all) {
      if (refusal.isFor(operation)) {
        List<Finding> matching = findings.stream().filter(refusal::isFor).toList();
        if (!matching.isEmpty()) {
          return Optional.of(new Refused(refusal, matching));
        }
      }
    }
    throw new IllegalStateException("no refusal stands for " + findings.get(0).code());
  }

  private static boolean counts(Finding finding) {
    return finding.part() == Part.REQUEST
        && (finding.severity() == Severity.ERROR || NO_KEY.contains(finding.code()));
  }

  /** A refusal and the findings that led to it. */
  record Refused(Refusal refusal, List<Finding> findings) {}

  private static Refusal refusal(JsonNode entry) {
    return new Refusal(
        entry.path("id").asString(),
        entry.has("channel") ? Optional.of(entry.path("channel").asString("")) : Optional.empty(),
        entry.path("schemes").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
        entry.path("codes").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
        entry.path("at").asString(""),
        entry.path("status").asInt(),
        entry.path("signed").asBoolean(),
        entry.path("body"),
        entry.path("messages").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, m -> m.getValue().asString())),
        entry.path("source").asString());
  }
}
