package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.VectorOperation;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report for machines, as {@code report.schema.json} has it. */
final class RunJson {
  private RunJson() {}

  static String render(RunReport report) {
    ObjectNode root = JsonFiles.MAPPER.createObjectNode().put("format", 1);
    root.putObject("suite")
        .put("name", report.suite().name())
        .put("version", report.suite().version())
        .put("manifestSha256", report.suite().manifestSha256());
    ObjectNode implementation = Messages.toJson(report.implementation());
    ArrayNode operations = implementation.putArray("operations");
    report.operations().stream().sorted().map(VectorOperation::id).forEach(operations::add);
    root.set("implementation", implementation);
    root.putObject("runner").put("version", version());
    root.put("startedAt", report.startedAt().toString());
    root.set("options", options(report.options()));
    ObjectNode totals = root.putObject("totals");
    report
        .totals()
        .forEach(
            (requirement, counts) -> {
              ObjectNode node = totals.putObject(requirement.id());
              counts.forEach((status, count) -> node.put(status.id(), count));
            });
    root.put("conformant", report.isConformant());
    report.givenUp().ifPresent(reason -> root.put("givenUp", reason));
    ArrayNode problems = root.putArray("problems");
    for (Problem problem : report.problems()) {
      problems
          .addObject()
          .put("code", problem.code())
          .put("entry", problem.entry())
          .put("message", problem.message());
    }
    if (!report.mistakes().isEmpty()) {
      ArrayNode mistakes = root.putArray("mistakes");
      for (NamedMistake mistake : report.mistakes()) {
        ObjectNode node =
            mistakes.addObject().put("name", mistake.name()).put("sentence", mistake.sentence());
        mistake.cases().forEach(node.putArray("cases")::add);
      }
    }
    ArrayNode cases = root.putArray("cases");
    report.results().forEach(result -> cases.add(toJson(result)));
    return JsonFiles.prettyAscii(root);
  }

  private static ObjectNode options(RunOptions options) {
    ObjectNode node = JsonFiles.MAPPER.createObjectNode();
    ArrayNode operations = node.putArray("operations");
    options.selection().operations().stream()
        .sorted()
        .map(VectorOperation::id)
        .forEach(operations::add);
    ArrayNode schemes = node.putArray("schemes");
    options.selection().schemes().stream().sorted().forEach(schemes::add);
    ArrayNode globs = node.putArray("cases");
    options.selection().globs().forEach(globs::add);
    return node.put("level", options.level().id())
        .put("strictReasons", options.strictness().reasons())
        .put("strictErrors", options.strictness().errors())
        .put("timeoutMs", options.timeout().toMillis());
  }

  private static ObjectNode toJson(CaseResult result) {
    ObjectNode node =
        JsonFiles.MAPPER
            .createObjectNode()
            .put("id", result.testCase().id())
            .put("requirement", result.testCase().requirement().id())
            .put("status", result.status().id());
    Messages.put(node, "expected", result.expected().map(Status::id));
    node.put("durationMs", result.duration().toMillis());
    result
        .verdict()
        .firstDifference()
        .ifPresent(
            difference ->
                node.putObject("firstDifference")
                    .put("stage", difference.stage())
                    .put("offset", difference.offset())
                    .put("expected", difference.expected())
                    .put("actual", difference.actual()));
    Messages.put(node, "hint", result.hint());
    Messages.put(node, "message", Optional.of(result.summary()).filter(text -> !text.isEmpty()));
    Messages.put(node, "stderr", Optional.of(result.stderr()).filter(text -> !text.isEmpty()));
    return node;
  }

  private static String version() {
    return Optional.ofNullable(RunJson.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
