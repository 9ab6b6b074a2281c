package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.sandbox.fault.Marks;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a summary as JSON. */
final class SummaryJson {
  private SummaryJson() {}

  static ObjectNode of(SandboxSummary summary) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("exchanges", summary.exchanges());
    ObjectNode severities = root.putObject("findings");
    for (Severity severity : Severity.values()) {
      severities.put(severity.id(), summary.count(severity));
    }
    ObjectNode byOperation = root.putObject("findings_by_operation");
    summary
        .findings()
        .forEach((operation, codes) -> counts(byOperation.putObject(operation), codes));
    counts(root.putObject("outcomes"), summary.outcomes());
    counts(root.putObject("faults"), summary.faults());
    var messages = root.putArray("faulty_messages");
    for (Marks.Served one : summary.refusable()) {
      messages
          .addObject()
          .put("fault", one.fault().id())
          .put("operation", one.operation())
          .put("invoice_number", one.invoiceNumber())
          .put("client", one.reaction().name().toLowerCase(Locale.ROOT))
          .put("evidence", one.evidence());
    }
    var notes = root.putArray("notes");
    summary.notes().forEach(notes::add);
    return root;
  }

  private static void counts(ObjectNode object, Map<String, Long> counts) {
    counts.forEach(object::put);
  }
}
