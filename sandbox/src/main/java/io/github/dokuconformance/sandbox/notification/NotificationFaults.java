package io.github.dokuconformance.sandbox.notification;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Spoiling;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a fault sends beside a right notification. */
record NotificationFaults(
    Notification notification,
    Signing signing,
    Answers answers,
    Function<Scheme, String> ids,
    Supplier<Instant> now) {

  /** Returns what comes before the right notification. */
  Optional<Request> before(Fault fault) {
    Request right = signing.sign(notification, now.get());
    return switch (fault) {
      case NOTIFICATION_WRONG_KEY ->
          Optional.of(signing.with(Spoiling.FOREIGN_KEY).sign(notification, now.get()));
      case NOTIFICATION_BODY_ALTERED -> Optional.of(altered(right));
      case NOTIFICATION_SIGNATURE_MISSING ->
          Optional.of(right.withHeaders(right.headers().without(signatureHeader())));
      case NOTIFICATION_NULL_SIGNATURE ->
          signing
              .scheme()
              .signatureOfNothing(signing.key())
              .map(signature -> altered(withSignature(right, signature.text())));
      case NOTIFICATION_SIGNATURE_CASE ->
          Optional.of(
              withSignature(
                  right,
                  Spoiling.otherCase(right.headers().first(signatureHeader()).orElseThrow())));
      default -> Optional.empty();
    };
  }

  /** Returns what comes after the right notification. */
  Optional<Request> after(Fault fault, Request sent) {
    return switch (fault) {
      case NOTIFICATION_TWICE -> Optional.of(sent);
      case NOTIFICATION_OUT_OF_ORDER ->
          notification
              .olderFailure(answers, ids.apply(signing.scheme()))
              .map(older -> signing.sign(older, now.get()));
      case NOTIFICATION_ID_REPLAYED ->
          Optional.of(signing.sign(notification, now.get().plusSeconds(1)));
      default -> Optional.empty();
    };
  }

  private Request altered(Request request) {
    return request.withBody(notification.altered(answers));
  }

  private Request withSignature(Request request, String value) {
    return request.withHeaders(request.headers().with(signatureHeader(), value));
  }

  private String signatureHeader() {
    return signing.scheme().header(HeaderRole.SIGNATURE, Part.REQUEST).orElseThrow();
  }
}
