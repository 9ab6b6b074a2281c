package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.TestCase;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Answers made from what a case expects. */
final class Answers {
  private Answers() {}

  static Answer right(TestCase test) {
    JsonNode expected = test.expected();
    JsonNode stages = expected.path("stages");
    return switch (test.operation()) {
      case DIGEST -> Answer.digest(stages.path("digest").stringValue());
      case CANONICALIZE -> Answer.canonicalized(stages.path("stringToSign").stringValue());
      case SIGN -> Answer.signed(stages.path("signature").stringValue(), Map.of());
      case VERIFY ->
          expected.path("valid").booleanValue()
              ? Answer.accepted(Map.of())
              : Answer.refused(expected.path("reasons").get(0).stringValue(), Map.of());
      case VALIDATE ->
          Answer.validated(
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
  static Answer wrong(TestCase test) {
    return switch (test.operation()) {
      case DIGEST -> Answer.digest("wrong");
      case CANONICALIZE -> Answer.canonicalized("wrong");
      case SIGN -> Answer.signed("wrong", Map.of());
      case VERIFY ->
          test.expected().path("valid").booleanValue()
              ? Answer.refused("signature-mismatch", Map.of())
              : Answer.accepted(Map.of());
      case VALIDATE ->
          Answer.validated(
              test.expected().path("valid").booleanValue()
                  ? List.of(new SchemaError("/a", "type"))
                  : List.of());
    };
  }
}
