package io.github.dokuconformance.vectors.harness;

import static io.github.dokuconformance.vectors.harness.Messages.member;
import static io.github.dokuconformance.vectors.harness.Messages.optionalText;
import static io.github.dokuconformance.vectors.harness.Messages.text;

import io.github.dokuconformance.vectors.VectorOperation;
import tools.jackson.databind.JsonNode;

/** Which members an answer to each operation has; unknown ones are let through. */
final class AnswerShape {
  private AnswerShape() {}

  static void check(VectorOperation operation, JsonNode ok) throws BadMessageException {
    switch (operation) {
      case DIGEST -> text(ok, Stage.DIGEST.id());
      case CANONICALIZE -> text(ok, Stage.STRING_TO_SIGN.id());
      case SIGN -> {
        text(ok, Stage.SIGNATURE.id());
        checkStages(ok);
      }
      case VERIFY -> {
        member(ok, "valid", JsonNode::isBoolean, "true or false");
        optionalText(ok, "reason");
        checkStages(ok);
      }
      case VALIDATE -> {
        member(ok, "valid", JsonNode::isBoolean, "true or false");
        checkErrors(ok);
      }
    }
  }

  static void checkRejectable(VectorOperation operation) throws BadMessageException {
    if (operation == VectorOperation.VERIFY || operation == VectorOperation.VALIDATE) {
      throw new BadMessageException(
          "rejected is no answer to " + operation.id() + "; say ok with valid: false");
    }
  }

  private static void checkStages(JsonNode ok) throws BadMessageException {
    if (ok.has("stages")) {
      JsonNode stages = member(ok, "stages", JsonNode::isObject, "an object");
      for (Stage stage : Stage.values()) {
        optionalText(stages, stage.id());
      }
    }
  }

  private static void checkErrors(JsonNode ok) throws BadMessageException {
    if (ok.has("errors")) {
      for (JsonNode error : member(ok, "errors", JsonNode::isArray, "an array")) {
        text(error, "pointer");
        text(error, "keyword");
      }
    }
  }
}
