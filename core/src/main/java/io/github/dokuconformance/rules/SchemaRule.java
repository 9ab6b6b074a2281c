package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.SchemaCheck;
import io.github.dokuconformance.contract.SchemaViolation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Bodies conform to the contract's schemas; one code for each keyword of JSON Schema. */
final class SchemaRule implements Rule {
  private static final String ERROR_SCHEMA = "json/error-response.schema.json";
  private static final Source SCHEMAS = Source.documented("the contract's schemas, field by field");
  private static final Map<String, FindingType> TYPES = new LinkedHashMap<>();

  static {
    type("required", "a mandatory field is sent", "Add the field.");
    type("type", "a field has the documented type", "Send the type that is wanted.");
    type("maxLength", "a text is not longer than allowed", "Shorten the text.");
    type("minLength", "a text is not shorter than allowed", "Fill the field.");
    type("pattern", "a text has the documented form", "Write the text in that form.");
    type("maximum", "a number is not above its limit", "Send a smaller number.");
    type("minimum", "a number is not below its limit", "Send a larger number.");
    type("exclusiveMaximum", "a number is below its limit", "Send a smaller number.");
    type("enum", "a value is one of those documented", "Send one of the documented values.");
    type("const", "a value is the documented one", "Send exactly that value.");
    type("minItems", "a list has as many items as it needs", "Add an item.");
    type(
        "not",
        "an error body has one of the known envelopes",
        "Compare it with the contract's examples.");
  }

  private static void type(String keyword, String requirement, String hint) {
    TYPES.put(keyword, new FindingType(code(keyword), Severity.ERROR, requirement, hint, SCHEMAS));
  }

  /** Returns {@code schema.} and the keyword in kebab case: {@code schema.max-length}. */
  static String code(String keyword) {
    return "schema." + keyword.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  @Override
  public List<FindingType> types() {
    return List.copyOf(TYPES.values());
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    Operation operation = subject.operation().get();
    check(Part.REQUEST, operation.requestSchema(), subject.requestJson(), findings);
    if (subject.response().isPresent() && !operation.isNotification()) {
      Optional<String> schema =
          subject.succeeded() ? operation.responseSchema() : Optional.of(ERROR_SCHEMA);
      check(Part.RESPONSE, schema, subject.responseJson(), findings);
    }
  }

  private static void check(
      Part part, Optional<String> schema, JsonNode value, Consumer<Finding> findings) {
    if (schema.isEmpty() || value.isMissingNode()) {
      return;
    }
    for (SchemaViolation violation : SchemaCheck.bundled().check(schema.get(), value)) {
      FindingType type = TYPES.get(violation.keyword());
      if (type == null) {
        throw new IllegalStateException(
            "no finding type stands for the schema keyword " + violation.keyword());
      }
      findings.accept(
          type.at(part, violation.pointer())
              .wanted(violation.wanted())
              .got(violation.got())
              .hint(FieldHints.hint(violation, value.at(violation.pointer()), type.hint()))
              .source(violation.source())
              .build());
    }
  }
}
