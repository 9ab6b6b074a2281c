package io.github.dokuconformance.signature;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import java.util.Optional;

/**
 * A message whose signature is looked at.
 *
 * @param request the request itself, or the one that was answered
 * @param response wanted where its signature is looked at
 */
public record SignedMessage(SignedPart part, Request request, Optional<Response> response) {
  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if a response is looked at and there is none
   */
  public SignedMessage {
    requireNonNull(part, "part");
    requireNonNull(request, "request");
    if (part.part() == Part.RESPONSE && response.isEmpty()) {
      throw new IllegalArgumentException("expected a response beside its request, got none");
    }
  }

  /** Returns a request that a merchant sends to DOKU. */
  public static SignedMessage request(Request request) {
    return new SignedMessage(SignedPart.REQUEST, request, Optional.empty());
  }

  /** Returns what DOKU answers to that request. */
  public static SignedMessage response(Request request, Response response) {
    return new SignedMessage(SignedPart.RESPONSE, request, Optional.of(response));
  }

  /** Returns a request that DOKU sends to a URL of the merchant's. */
  public static SignedMessage notification(Request request) {
    return new SignedMessage(SignedPart.NOTIFICATION, request, Optional.empty());
  }

  /** Returns what a merchant answers to that. */
  public static SignedMessage answer(Request request, Response response) {
    return new SignedMessage(SignedPart.ANSWER, request, Optional.of(response));
  }

  /** Returns the message that carries the signature. */
  public Message message() {
    return part.part() == Part.RESPONSE ? response.orElseThrow() : request;
  }

  public Headers headers() {
    return message().headers();
  }
}
