package io.github.dokuconformance.signature.nonsnap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.contract.SchemaCheck;
import io.github.dokuconformance.contract.SchemaViolation;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.VectorAnswers;
import io.github.dokuconformance.signature.Verification;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.harness.AdapterAnswer;
import io.github.dokuconformance.vectors.harness.ConformanceTarget;
import io.github.dokuconformance.vectors.harness.SchemaError;
import io.github.dokuconformance.vectors.harness.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** This library, on one of its engines, as the vectors see it. */
final class CoreTarget implements ConformanceTarget {
  private final HmacEngine engine;

  CoreTarget(HmacEngine engine) {
    this.engine = engine;
  }

  @Override
  public Set<VectorOperation> operations() {
    return EnumSet.allOf(VectorOperation.class);
  }

  @Override
  public AdapterAnswer answer(io.github.dokuconformance.vectors.harness.AdapterRequest vector) {
    return switch (vector.operation()) {
      case DIGEST -> AdapterAnswer.digest(NonSnap.digest(Body.of(vector.bytes("/body")), engine));
      case CANONICALIZE -> VectorAnswers.canonicalized(verification(vector));
      case SIGN -> sign(vector);
      case VERIFY -> verify(vector);
      case VALIDATE -> validate(vector);
    };
  }

  private AdapterAnswer sign(io.github.dokuconformance.vectors.harness.AdapterRequest vector) {
    SymmetricKey key = key(vector);
    boolean request = text(vector, "/kind").equals("request");
    Components components =
        Components.of(
                request ? SignedPart.REQUEST : SignedPart.RESPONSE,
                "POST",
                Target.of(text(vector, "/target")).path(),
                Body.of(vector.bytes("/body")))
            .withClientId(text(vector, "/clientId"))
            .withRequestId(text(vector, "/requestId"))
            .withTimestamp(text(vector, "/timestamp"));
    Headers headers;
    try {
      headers = NonSnap.SCHEME.sign(components, key);
    } catch (IllegalArgumentException e) {
      boolean missing =
          components.clientId().isEmpty()
              || components.requestId().isEmpty()
              || components.timestamp().isEmpty();
      return AdapterAnswer.rejected(missing ? "missing-component" : "malformed-component");
    }
    return AdapterAnswer.signed(
        headers.first("Signature").orElseThrow(), map(NonSnap.SCHEME.stages(components, key)));
  }

  private AdapterAnswer verify(io.github.dokuconformance.vectors.harness.AdapterRequest vector) {
    if (vector.text("/now").isPresent()) {
      return AdapterAnswer.skipped("freshness is a rule of the check, not part of the verifier");
    }
    return VectorAnswers.verified(verification(vector), CoreTarget::map);
  }

  private Verification verification(
      io.github.dokuconformance.vectors.harness.AdapterRequest vector) {
    JsonNode message = vector.input().path("message");
    Headers headers = VectorAnswers.headers(vector);
    Body body = Body.of(vector.bytes("/message/body"));
    Target target = Target.of(text(vector, "/message/target"));
    if (text(vector, "/message/kind").equals("request")) {
      String method = text(vector, "/message/method");
      return NonSnap.SCHEME.verify(
          SignedMessage.request(new Request(method, target, headers, body)),
          MerchantKeys.of(key(vector)));
    }
    // The vector has no request, so no reading that takes something from it may apply.
    Request request = new Request("POST", target, headers, Body.none());
    Response response = new Response(message.path("status").asInt(), headers, body);
    return NonSnap.SCHEME.verify(
        SignedMessage.response(request, response), MerchantKeys.of(key(vector)));
  }

  private static AdapterAnswer validate(
      io.github.dokuconformance.vectors.harness.AdapterRequest vector) {
    Optional<JsonNode> root = JsonBody.read(Body.of(vector.bytes("/body"))).root();
    if (root.isEmpty()) {
      return AdapterAnswer.validated(List.of(new SchemaError("", "type")));
    }
    return AdapterAnswer.validated(
        SchemaCheck.bundled().check(path(text(vector, "/schema")), root.get()).stream()
            .map(CoreTarget::error)
            .toList());
  }

  /** {@code akulaku.cancel.request} is {@code json/akulaku/cancel-request.schema.json}. */
  private static String path(String schema) {
    if (schema.equals("errors.response")) {
      return "json/error-response.schema.json";
    }
    String[] words = schema.split("\\.", 2);
    return "json/" + words[0] + "/" + words[1].replace('.', '-') + ".schema.json";
  }

  /** The vectors name a missing member by its owner. */
  private static SchemaError error(SchemaViolation violation) {
    String pointer = violation.pointer();
    return new SchemaError(
        violation.keyword().equals("required")
            ? pointer.substring(0, pointer.lastIndexOf('/'))
            : pointer,
        violation.keyword());
  }

  /** A case that needs no key gets one all the same: the verifier computes all stages at once. */
  private SymmetricKey key(io.github.dokuconformance.vectors.harness.AdapterRequest vector) {
    return SigningKey.of(MerchantSecret.of(vector.secret()), engine);
  }

  private static Map<Stage, String> map(Stages stages) {
    assertThat(stages.signature()).isPresent();
    return VectorAnswers.stages(stages);
  }

  private static String text(
      io.github.dokuconformance.vectors.harness.AdapterRequest vector, String pointer) {
    return vector.text(pointer).orElseThrow();
  }
}
