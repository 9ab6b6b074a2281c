package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Conformity;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Party;
import io.github.dokuconformance.contract.SchemaCheck;
import io.github.dokuconformance.contract.SchemaViolation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Bodies conform to the contract's schemas; one code for each keyword of JSON Schema. */
final class SchemaRule implements Rule {
  private static final Source SCHEMAS = Source.documented("the contract's schemas, field by field");
  private static final Source NOTHING =
      Source.assumed(
          "the field is optional; no page says whether null or an empty text stands for its absence");
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
    type("exclusiveMaximum", "a number is below its limit", "Send a smaller number.");
    type("exclusiveMinimum", "a number is above its limit", "Send a larger number.");
    type("multipleOf", "a number is a multiple of its step", "Round the number to that step.");
    type("enum", "a value is one of those documented", "Send one of the documented values.");
    type("const", "a value is the documented one", "Send exactly that value.");
    type("minItems", "a list has as many items as it needs", "Add an item.");
    type("maxItems", "a list has no more items than allowed", "Send fewer items.");
    type("uniqueItems", "the items of a list differ", "Send each item once.");
    type("minProperties", "an object has as many members as it needs", "Send what is known of it.");
    type("maxProperties", "an object has no more members than allowed", "Leave members out.");
    type(
        "additionalProperties",
        "an object has the documented members alone",
        "Leave the field out, or correct its name.");
    type(
        "dependentRequired",
        "a field is sent that another one needs",
        "Add the field, or leave out the one that needs it.");
    type("anyOf", "a value has one of the documented forms", "Send one of the forms.");
    type("oneOf", "a value has exactly one of the documented forms", "Send one of the forms.");
    type(
        "not",
        "an error body has one of the known envelopes",
        "Compare it with the contract's examples.");
  }

  /** For every keyword that has no words of its own. */
  private static final FindingType KEYWORD =
      new FindingType(
          "schema.keyword",
          Severity.ERROR,
          "a value is as its schema says",
          "Look the field up in the contract, and send what it describes.",
          SCHEMAS);

  private static void type(String keyword, String requirement, String hint) {
    TYPES.put(keyword, new FindingType(code(keyword), Severity.ERROR, requirement, hint, SCHEMAS));
  }

  /** Returns {@code schema.} and the keyword in kebab case: {@code schema.max-length}. */
  static String code(String keyword) {
    return "schema." + keyword.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  @Override
  public List<FindingType> types(Contract contract) {
    List<FindingType> types = new ArrayList<>(TYPES.values());
    types.add(KEYWORD);
    return types;
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    if (type.equals(KEYWORD)) {
      return Scope.only(
          operation ->
              operation
                  .schemas()
                  .flatMap(path -> contract.schemas().keywords(path).stream())
                  .anyMatch(keyword -> !TYPES.containsKey(keyword)),
          "its schemas use no keyword without a code");
    }
    return Scope.only(
        operation ->
            operation
                .schemas()
                .flatMap(path -> contract.schemas().keywords(path).stream())
                .anyMatch(keyword -> code(keyword).equals(type.code())),
        "its schemas do not use that keyword");
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    Operation operation = subject.operation().get();
    if (subject.requestConformity() == Conformity.UNSURE && operation.requestSchema().isPresent()) {
      check(subject, Part.REQUEST, operation.requestSchema().get(), true, findings);
    }
    if (subject.response().isEmpty() || subject.responseJson().isMissingNode()) {
      return;
    }
    List<String> schemas = operation.responseSchemas(subject.response().get().status());
    if (!schemas.isEmpty()) {
      SchemaCheck check = subject.context().contract().schemas();
      String schema = check.likeliest(schemas, subject.responseJson());
      // No page lists errors, so an odd one breaks nothing that is documented.
      boolean documented =
          subject.succeeded() || operation.responseSchema().equals(Optional.of(schema));
      check(subject, Part.RESPONSE, schema, documented, findings);
    }
  }

  private static Source source(
      SchemaCheck check, String schema, SchemaViolation violation, JsonNode body) {
    JsonNode value = body.at(violation.pointer());
    boolean nothing = value.isNull() || (value.isString() && value.asString().isEmpty());
    return nothing && check.isOptional(schema, violation.pointer()) ? NOTHING : violation.source();
  }

  private static void check(
      Subject subject, Part part, String schema, boolean documented, Consumer<Finding> findings) {
    JsonNode body = subject.json(part);
    if (body.isMissingNode()) {
      return;
    }
    for (SchemaViolation violation : subject.context().contract().schemas().check(schema, body)) {
      FindingType type = TYPES.getOrDefault(violation.keyword(), KEYWORD);
      if (documented && violation.keyword().equals("not")) {
        type = type.requiring("a value does not have a form that is excluded");
      }
      String hint =
          subject.isBy(Party.DOKU, part)
              ? FieldHints.withMeaning(violation, HINT_OF_DOKU)
              : FieldHints.hint(violation, body.at(violation.pointer()), type.hint());
      findings.accept(
          type.weighing(documented ? Severity.ERROR : Severity.WARNING)
              .at(part, violation.pointer())
              .wanted(violation.wanted())
              .got(violation.got())
              .hint(hint)
              .source(source(subject.context().contract().schemas(), schema, violation, body))
              .build());
    }
  }
}
