package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.sandbox.answer.Template;
import io.github.dokuconformance.sandbox.answer.Values;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * One way in which DOKU says no: for which findings, and with which answer.
 *
 * @param channel whose operations it is for; empty for all that have none of their own
 * @param schemes of the operations that it is for; none for all that have none of their own
 * @param codes of the findings that lead to it; {@code *} for any error; none where state does
 * @param at the place that a finding must have; empty for any
 * @param signed whether the answer carries a signature
 * @param body template of the answer; {@code {messages}} stands for all sentences
 * @param messages for each finding's code a sentence of {@code error_messages}; {@code *} for
 *     others
 * @param source how well the answer is known
 */
record Refusal(
    String id,
    Optional<String> channel,
    Set<String> schemes,
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
    return (channel.isEmpty() || operation.map(Operation::channel).equals(channel))
        && (schemes.isEmpty()
            || operation.map(Operation::scheme).map(schemes::contains).orElse(false));
  }

  /** Returns the answer's body for a request to that path. */
  Body render(String path, Optional<Operation> operation, List<Finding> findings, Instant now) {
    Values values =
        name ->
            Optional.of(
                name.equals("messages")
                    ? sentences(findings)
                    : StringNode.valueOf(
                        name.equals("field") && !findings.isEmpty()
                            ? field(findings.get(0))
                            : text(name, path, operation, now)));
    return JsonTree.write(Template.render(body, values).orElse(body));
  }

  /** Returns what a name stands for; where nothing is known of it, it stays as it is. */
  private static String text(String name, String path, Optional<Operation> operation, Instant now) {
    return switch (name) {
      case "path" -> path;
      case "resource" -> path.startsWith("/") ? path.substring(1) : path;
      case "time" -> now.toString();
      default ->
          operation.flatMap(known -> ofOperation(name, known)).orElseGet(() -> "{" + name + "}");
    };
  }

  private static Optional<String> ofOperation(String name, Operation operation) {
    if (name.equals("operation")) {
      return Optional.of(operation.id());
    }
    if (name.equals("service")) {
      return operation.service();
    }
    return Arrays.stream(Meaning.values())
        .filter(meaning -> name.equals("at:" + meaning.key()))
        .findFirst()
        .flatMap(meaning -> operation.pointer(Part.REQUEST, meaning))
        .map(Pointer::dotted);
  }

  private ArrayNode sentences(List<Finding> findings) {
    ArrayNode sentences = JsonNodeFactory.instance.arrayNode();
    findings.stream().map(this::sentence).distinct().forEach(sentences::add);
    return sentences;
  }

  private String sentence(Finding finding) {
    String template = messages.getOrDefault(finding.code(), messages.getOrDefault(ANY, "{field}"));
    return template.replace("{field}", field(finding));
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
}
