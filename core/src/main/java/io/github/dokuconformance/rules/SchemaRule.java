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
  private static final String HINT_OF_DOKU =
      "If DOKU sent this, its pages are wrong here: be ready for it, and tell us. If a mock sent"
          + " it, mend the mock.";
  private static final Map<String, FindingType> TYPES = new LinkedHashMap<>();

  static {
    type("required", "a mandatory field is sent", "Add the field.");
    type("type", "a field has the documented type", "Send the type that is wanted.");
    type("maxLength", "a text is not longer than allowed", "Shorten the text.");
    type("minLength", "a text is not shorter than allowed", "Fill the field.");
    type("pattern", "a text has the documented form", "Write the text in that form.");
    type("maximum", "a number is not above its limit", "Send a smaller number.");
    type("minimum", "a number is not below its limit", "Send a larger number.");
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
    if (!subject.requestIsPlain()) {
      Judge request = new Judge(Part.REQUEST, Severity.ERROR, operation.isNotification());
      request.check(operation.requestSchema(), subject.requestJson(), findings);
    }
    if (subject.response().isEmpty() || operation.isNotification()) {
      return;
    }
    if (subject.succeeded() || repeatsResponse(subject)) {
      Judge response = new Judge(Part.RESPONSE, Severity.ERROR, true);
      response.check(operation.responseSchema(), subject.responseJson(), findings);
    } else {
      // No page lists errors, so an odd one breaks nothing that is documented.
      Judge error = new Judge(Part.RESPONSE, Severity.WARNING, true);
      error.check(Optional.of(ERROR_SCHEMA), subject.responseJson(), findings);
    }
  }

  /** Tells whether a 409 holds the first response again, as the page on idempotency has it. */
  private static boolean repeatsResponse(Subject subject) {
    return subject.response().isPresent()
        && subject.response().get().status() == 409
        && subject.responseJson().has("order");
  }

  /**
   * Turns violations into findings.
   *
   * @param fromDoku whether DOKU wrote the message, or a mock in its place
   */
  private record Judge(Part part, Severity severity, boolean fromDoku) {
    void check(Optional<String> schema, JsonNode value, Consumer<Finding> findings) {
      if (schema.isPresent() && !value.isMissingNode()) {
        for (SchemaViolation violation : SchemaCheck.bundled().check(schema.get(), value)) {
          findings.accept(finding(violation, value));
        }
      }
    }

    private Finding finding(SchemaViolation violation, JsonNode value) {
      FindingType type = TYPES.get(violation.keyword());
      if (type == null) {
        throw new IllegalStateException(
            "no finding type stands for the schema keyword " + violation.keyword());
      }
      return type.weighing(severity)
          .at(part, violation.pointer())
          .wanted(violation.wanted())
          .got(violation.got())
          .hint(
              fromDoku
                  ? FieldHints.withMeaning(violation, HINT_OF_DOKU)
                  : FieldHints.hint(violation, value.at(violation.pointer()), type.hint()))
          .source(violation.source())
          .build();
    }
  }
}
