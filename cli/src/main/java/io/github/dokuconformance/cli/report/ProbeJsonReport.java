package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.probe.Effect;
import io.github.dokuconformance.probe.Grading;
import io.github.dokuconformance.probe.Level;
import io.github.dokuconformance.probe.ProbeResult;
import io.github.dokuconformance.probe.Requirement;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON document at the end of a run, a line for each requirement. */
public final class ProbeJsonReport implements ProbeReport {
  private final PrintWriter out;
  private String reason = "";

  public ProbeJsonReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void result(ProbeResult result) {
    // The verdict stands first, so nothing is written before it is known.
  }

  @Override
  public void reason(String sentence) {
    reason = sentence;
  }

  @Override
  public void end(List<ProbeResult> results, Level gate) {
    out.printf(
        "{\"verdict\":\"%s\",\"level\":\"%s\",%n",
        Grading.isConformant(results, gate) ? "conformant" : "not-conformant", gate.id());
    if (!reason.isEmpty()) {
      out.println("\"reason\":" + JsonMapper.shared().writeValueAsString(reason) + ",");
    }
    write(results.stream().map(ProbeJsonReport::node).toList());
  }

  /** Writes what the requirements are, with no results. */
  public void list(List<Requirement> requirements) {
    out.print("{");
    write(requirements.stream().map(each -> described(head(each), each)).toList());
  }

  private void write(List<ObjectNode> rows) {
    out.println("\"probes\":[");
    for (int i = 0; i < rows.size(); i++) {
      out.print(" " + JsonMapper.shared().writeValueAsString(rows.get(i)));
      out.println(i < rows.size() - 1 ? "," : "");
    }
    out.println("]}");
  }

  private static ObjectNode node(ProbeResult result) {
    ObjectNode node = head(result.requirement());
    if (result.status().isPresent()) {
      node.put("status", result.status().getAsInt());
    } else {
      node.putNull("status");
    }
    node.put("passed", result.passed()).put("got", result.got()).put("attempts", result.attempts());
    if (result.effect().isPresent()) {
      Effect effect = result.effect().get();
      node.putObject("effect")
          .set("before", known(effect.before()))
          .set("after", known(effect.after()));
    }
    if (!result.culprits().isEmpty()) {
      result.culprits().forEach(node.putArray("failedAt")::add);
    }
    return described(node, result.requirement());
  }

  private static JsonNode known(JsonNode value) {
    return value.isMissingNode() ? NullNode.getInstance() : value;
  }

  private static ObjectNode head(Requirement requirement) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", requirement.id())
        .put("level", requirement.level().id())
        .put("expected", requirement.expected());
  }

  private static ObjectNode described(ObjectNode node, Requirement requirement) {
    return node.put("subject", requirement.subject())
        .put("why", requirement.why())
        .put("next", requirement.next())
        .put("source", requirement.source().toString());
  }
}
