package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Body;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One way in which DOKU says no: for which findings, and with which answer.
 *
 * @param channel whose operations it is for; empty for all that have none of their own
 * @param codes of the findings that lead to it; {@code *} for any error; none where state does
 * @param at the place that a finding must have; empty for any
 * @param signed whether the answer carries a signature
 * @param body template of the answer
 * @param messages for each finding's code a sentence of {@code error_messages}; {@code *} for
 *     others
 * @param source how well the answer is known
 */
record Refusal(
    String id,
    Optional<String> channel,
    Set<String> codes,
    String at,
    int status,
    boolean signed,
    JsonNode body,
    Map<String, String> messages,
    String source) {
  private static final String ANY = "*";

  boolean isFor(Finding finding) {
    return (at.isEmpty() || at.equals(finding.at()))
        && (codes.contains(finding.code())
            || (codes.contains(ANY) && finding.severity() == Severity.ERROR));
  }

  boolean isFor(Optional<Operation> operation) {
    return channel.isEmpty() || operation.map(Operation::channel).equals(channel);
  }

  /** Returns the answer's body for a request to that path. */
  Body render(String path, Optional<Operation> operation, List<Finding> findings, Instant now) {
    Map<String, String> values = new HashMap<>();
    values.put("path", path);
    values.put("resource", path.startsWith("/") ? path.substring(1) : path);
    values.put("time", now.toString());
    operation.ifPresent(known -> values.put("operation", known.id()));
    if (body.toString().contains("{at:")) {
      for (Meaning meaning : Meaning.values()) {
        operation
            .flatMap(known -> known.pointer(Part.REQUEST, meaning))
            .ifPresent(pointer -> values.put("at:" + meaning.key(), pointer.dotted()));
      }
    }
    return JsonTree.write(render(body, values, findings));
  }

  private JsonNode render(JsonNode template, Map<String, String> values, List<Finding> findings) {
    if (template.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      template
          .properties()
          .forEach(
              member -> object.set(member.getKey(), render(member.getValue(), values, findings)));
      return object;
    }
    if (template.isArray() && template.path(0).asString("").equals("{message}")) {
      return sentences(findings);
    }
    if (template.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      template.forEach(item -> list.add(render(item, values, findings)));
      return list;
    }
    return template.isString()
        ? JsonNodeFactory.instance.stringNode(fill(template.asString(), values))
        : template;
  }

  private ArrayNode sentences(List<Finding> findings) {
    ArrayNode sentences = JsonNodeFactory.instance.arrayNode();
    findings.stream().map(this::sentence).distinct().forEach(sentences::add);
    return sentences;
  }

  private String sentence(Finding finding) {
    String template = messages.getOrDefault(finding.code(), messages.getOrDefault(ANY, "{field}"));
    return fill(template, Map.of("field", field(finding)));
  }

  /** Returns the place as DOKU writes it: {@code order.line_items[0].name}. */
  private static String field(Finding finding) {
    String pointer = finding.at();
    if (!pointer.startsWith("/")) {
      return pointer.isEmpty() ? "request" : pointer;
    }
    return List.of(pointer.substring(1).split("/", -1)).stream()
        .map(token -> token.matches("[0-9]+") ? "[" + token + "]" : "." + token)
        .collect(Collectors.joining())
        .substring(1);
  }

  private static String fill(String template, Map<String, String> values) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }
}
