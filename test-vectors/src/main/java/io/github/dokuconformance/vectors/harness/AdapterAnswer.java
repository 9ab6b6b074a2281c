package io.github.dokuconformance.vectors.harness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an implementation has to say to one case: one of four, so that none passes for another. */
public sealed interface AdapterAnswer {

  /** Returns the answer to {@code digest}: base64 of the SHA-256 of the body. */
  static AdapterAnswer digest(String digest) {
    return new Ok(object().put("digest", digest));
  }

  /** Returns the answer to {@code canonicalize}. */
  static AdapterAnswer canonicalized(String stringToSign) {
    return new Ok(object().put("stringToSign", stringToSign));
  }

  /**
   * Returns the answer to {@code sign}.
   *
   * @param signature the value of the Signature header, prefix included
   * @param stages the values on the way, as far as the implementation shows them: they let the
   *     report name the first stage that differs
   */
  static AdapterAnswer signed(String signature, Map<Stage, String> stages) {
    ObjectNode payload = object().put("signature", signature);
    putStages(payload, stages);
    return new Ok(payload);
  }

  /** Returns the answer to {@code verify} that accepts the message. */
  static AdapterAnswer accepted(Map<Stage, String> stages) {
    ObjectNode payload = object().put("valid", true);
    putStages(payload, stages);
    return new Ok(payload);
  }

  /** Returns the answer to {@code verify} that does not accept the message. */
  static AdapterAnswer refused(String reason, Map<Stage, String> stages) {
    ObjectNode payload = object().put("valid", false).put("reason", reason);
    putStages(payload, stages);
    return new Ok(payload);
  }

  /** Returns the answer to {@code validate}: valid if and only if there is no error. */
  static AdapterAnswer validated(List<SchemaError> errors) {
    ObjectNode payload = object().put("valid", errors.isEmpty());
    ArrayNode array = payload.putArray("errors");
    for (SchemaError error : errors) {
      array.addObject().put("pointer", error.pointer()).put("keyword", error.keyword());
    }
    return new Ok(payload);
  }

  /** Returns the answer that refuses deliberately to compute anything from this input. */
  static AdapterAnswer rejected(String reason) {
    return new Rejected(reason, Optional.empty());
  }

  /** Returns the answer for what the implementation is known not to support. */
  static AdapterAnswer skipped(String reason) {
    return new Skipped(reason, Optional.empty());
  }

  /** Returns the answer for an exception that nobody meant to be thrown. */
  static AdapterAnswer error(String message) {
    return new Failed(message, Optional.empty());
  }

  <T> T fold(
      Function<? super Ok, ? extends T> ok,
      Function<? super Rejected, ? extends T> rejected,
      Function<? super Skipped, ? extends T> skipped,
      Function<? super Failed, ? extends T> failed);

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void putStages(ObjectNode payload, Map<Stage, String> stages) {
    if (!stages.isEmpty()) {
      ObjectNode node = payload.putObject("stages");
      stages.forEach((stage, value) -> node.put(stage.id(), value));
    }
  }

  /** The implementation answered; the payload's shape depends on the operation. */
  record Ok(ObjectNode payload) implements AdapterAnswer {
    public Ok {
      payload = payload.deepCopy();
    }

    @Override
    public <T> T fold(
        Function<? super Ok, ? extends T> ok,
        Function<? super Rejected, ? extends T> rejected,
        Function<? super Skipped, ? extends T> skipped,
        Function<? super Failed, ? extends T> failed) {
      return ok.apply(this);
    }
  }

  /** The implementation refused to digest, canonicalize or sign this input. */
  record Rejected(String reason, Optional<String> message) implements AdapterAnswer {
    @Override
    public <T> T fold(
        Function<? super Ok, ? extends T> ok,
        Function<? super Rejected, ? extends T> rejected,
        Function<? super Skipped, ? extends T> skipped,
        Function<? super Failed, ? extends T> failed) {
      return rejected.apply(this);
    }
  }

  /** The implementation does not support this: a known gap, with the issue that tracks it. */
  record Skipped(String reason, Optional<String> issue) implements AdapterAnswer {
    @Override
    public <T> T fold(
        Function<? super Ok, ? extends T> ok,
        Function<? super Rejected, ? extends T> rejected,
        Function<? super Skipped, ? extends T> skipped,
        Function<? super Failed, ? extends T> failed) {
      return skipped.apply(this);
    }
  }

  /** The implementation threw. */
  record Failed(String message, Optional<String> trace) implements AdapterAnswer {
    @Override
    public <T> T fold(
        Function<? super Ok, ? extends T> ok,
        Function<? super Rejected, ? extends T> rejected,
        Function<? super Skipped, ? extends T> skipped,
        Function<? super Failed, ? extends T> failed) {
      return failed.apply(this);
    }
  }
}
