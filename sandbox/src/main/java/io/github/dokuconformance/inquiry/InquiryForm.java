package io.github.dokuconformance.inquiry;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.probe.Merchant;
import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The question that DOKU asks, as the contract's files have it.
 *
 * <p>Immutable and thread safe.
 */
public final class InquiryForm {
  private static final String NUMBER = "1000000001";

  /** The length of the first part of a number, padded (documented). */
  private static final int PART = 8;

  /** Source: third-party integration notes, inquiry bodies (observed); UTC+7 is assumed. */
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.ofHours(7));

  private final Operation operation;
  private final AnswerTemplate template;
  private final String method;

  private InquiryForm(Operation operation, AnswerTemplate template, String method) {
    this.operation = operation;
    this.template = template;
    this.method = method;
  }

  /** Returns the channels that ask. */
  public static List<String> channels(Contract contract) {
    return inquiries(contract).stream().map(Operation::channel).toList();
  }

  private static List<Operation> inquiries(Contract contract) {
    return Answers.of(contract).operations().stream()
        .filter(operation -> operation.is(Role.INQUIRY))
        .toList();
  }

  /**
   * Returns the question of a channel.
   *
   * @param method by which the customer would pay; the first of the channel's page without
   * @throws IllegalArgumentException where the contract has no such question
   */
  public static InquiryForm of(Contract contract, String channel, Optional<String> method) {
    Operation operation =
        inquiries(contract).stream()
            .filter(one -> one.channel().equals(channel))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected a channel that asks ("
                            + String.join(", ", channels(contract))
                            + "), got: "
                            + Visible.line(channel)));
    Set<String> methods = methods(contract, channel);
    if (method.isPresent() && !methods.contains(method.get())) {
      throw new IllegalArgumentException(
          "expected a method ("
              + String.join(", ", methods)
              + "), got: "
              + Visible.line(method.get()));
    }
    return new InquiryForm(
        operation,
        Answers.of(contract).find(operation, channel).orElseThrow(),
        method.or(() -> methods.stream().findFirst()).orElse(""));
  }

  /** Returns the methods by which a customer of that channel may pay. */
  public static Set<String> methods(Contract contract, String channel) {
    return contract
        .operation(channel, Role.ORDER)
        .map(Answers.of(contract)::methods)
        .orElse(Set.of());
  }

  public Operation operation() {
    return operation;
  }

  /** Returns by what the customer would pay; empty where the channel has no choice. */
  public String method() {
    return method;
  }

  /** Returns the scheme by which it is signed. */
  public Scheme scheme() {
    return Schemes.bundled().of(operation.scheme());
  }

  /** Returns the question about a number, as DOKU sends it to a merchant's endpoint. */
  public Request question(Merchant merchant, String number, Instant now, String requestId) {
    return question(merchant, number, now, requestId, Optional.empty());
  }

  /** As the other, with a token that the merchant gave, where the scheme wants one. */
  public Request question(
      Merchant merchant,
      String number,
      Instant now,
      String requestId,
      Optional<AccessToken> token) {
    return question(
        merchant, number, merchant.target().path(), merchant.key(), now, requestId, token);
  }

  /** Returns where the answer says what the request for an order would. */
  public JsonNode order(JsonNode answer) {
    return template.orderAt().map(at -> at.in(answer)).orElse(answer);
  }

  /** As the other, signed for that path by that key. */
  Request question(
      Merchant merchant,
      String number,
      String signedPath,
      SigningKey key,
      Instant now,
      String requestId,
      Optional<AccessToken> token) {
    Body body = about(number, now);
    Components components =
        Components.of(SignedPart.NOTIFICATION, operation.method(), signedPath, body)
            .withClientId(merchant.clientId())
            .withRequestId(requestId)
            .withTimestamp(Timestamps.format(now))
            .withToken(token);
    Headers headers = scheme().sign(components, key).with("Content-Type", "application/json");
    return new Request(operation.method(), merchant.target(), headers, body);
  }

  /** Returns the body that asks about a number. */
  public Body about(String number, Instant now) {
    return JsonTree.write(template.render(name -> value(name, number, now)));
  }

  private Optional<JsonNode> value(String name, String number, Instant now) {
    return switch (name) {
      case "codeToPay" -> text(number);
      case "servicePart" -> text(number.length() > PART ? number.substring(0, PART) : "");
      case "customerPart" -> text(number.length() > PART ? number.substring(PART) : "");
      case "method" -> text(method);
      case "number" -> text(NUMBER);
      case "now" -> text(Timestamps.format(now));
      case "nowCompact" -> text(COMPACT.format(now));
      default -> Optional.empty();
    };
  }

  private static Optional<JsonNode> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(StringNode.valueOf(text));
  }
}
