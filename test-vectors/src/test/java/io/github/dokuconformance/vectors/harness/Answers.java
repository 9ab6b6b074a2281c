package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.TestCase;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Answers made from what a case expects. */
final class Answers {
  private Answers() {}

  static AdapterAnswer right(TestCase test) {
    JsonNode expected = test.expected();
    JsonNode stages = expected.path("stages");
    return switch (test.operation()) {
      case DIGEST -> AdapterAnswer.digest(stages.path("digest").stringValue());
      case CANONICALIZE -> AdapterAnswer.canonicalized(stages.path("stringToSign").stringValue());
      case SIGN -> AdapterAnswer.signed(stages.path("signature").stringValue(), Map.of());
      case VERIFY ->
          expected.path("valid").booleanValue()
              ? AdapterAnswer.accepted(Map.of())
              : AdapterAnswer.refused(expected.path("reasons").get(0).stringValue(), Map.of());
      case VALIDATE ->
          AdapterAnswer.validated(
              expected
                  .path("errors")
                  .valueStream()
                  .map(
                      it ->
                          new SchemaError(
                              it.get("pointer").stringValue(), it.get("keyword").stringValue()))
                  .toList());
    };
  }

  /** Returns an answer that any case of a signing operation fails by. */
  static AdapterAnswer wrong(TestCase test) {
    return switch (test.operation()) {
      case DIGEST -> AdapterAnswer.digest("wrong");
      case CANONICALIZE -> AdapterAnswer.canonicalized("wrong");
      case SIGN -> AdapterAnswer.signed("wrong", Map.of());
      case VERIFY ->
          test.expected().path("valid").booleanValue()
              ? AdapterAnswer.refused("signature-mismatch", Map.of())
              : AdapterAnswer.accepted(Map.of());
      case VALIDATE ->
          AdapterAnswer.validated(
              test.expected().path("valid").booleanValue()
                  ? List.of(new SchemaError("/a", "type"))
                  : List.of());
    };
  }
}
