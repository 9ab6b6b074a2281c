package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.answer.Values;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;

/**
 * What the names in a template stand for that are about the request which is answered.
 *
 * <p>An answer is remembered for long, so this holds on to no more of the request than the template
 * uses.
 *
 * @param sent what the template takes from the request, by the places there
 * @param more other names
 */
record CallValues(
    String requestId,
    String refundReference,
    String service,
    long lifeSeconds,
    Instant now,
    Map<String, JsonNode> sent,
    Values more)
    implements Values {

  static CallValues of(Call call, AnswerTemplate template, Values more) {
    return new CallValues(
        call.requestId(),
        call.text(Meaning.REFUND_REFERENCE),
        call.operation().service().orElse(""),
        template.life().toSeconds(),
        call.now(),
        sent(call, template),
        more);
  }

  private static Map<String, JsonNode> sent(Call call, AnswerTemplate template) {
    if (template.ofRequest().isEmpty()) {
      return Map.of();
    }
    Map<String, JsonNode> sent = new HashMap<>();
    for (Pointer pointer : template.ofRequest()) {
      JsonNode value = call.value(pointer);
      if (!value.isMissingNode()) {
        sent.put(pointer.toString(), value);
      }
    }
    return Map.copyOf(sent);
  }

  @Override
  public Optional<JsonNode> value(String name) {
    return switch (name) {
      case "requestId" -> OrderValues.text(requestId);
      case "refundReference" -> OrderValues.text(refundReference);
      case "service" -> OrderValues.text(service);
      case "lifeEnd" -> OrderValues.text(Timestamps.format(now.plusSeconds(lifeSeconds)));
      case "lifeSeconds" -> Optional.of(LongNode.valueOf(lifeSeconds));
      case "now" -> OrderValues.text(Timestamps.format(now));
      default ->
          name.startsWith(Answers.REQUEST)
              ? Optional.ofNullable(sent.get(name.substring(Answers.REQUEST.length())))
              : more.value(name);
    };
  }
}
