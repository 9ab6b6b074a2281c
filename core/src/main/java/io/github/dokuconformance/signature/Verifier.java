package io.github.dokuconformance.signature;

import static io.github.dokuconformance.signature.Component.CLIENT_ID;
import static io.github.dokuconformance.signature.Component.REQUEST_ID;
import static io.github.dokuconformance.signature.Component.REQUEST_TIMESTAMP;
import static io.github.dokuconformance.signature.Component.RESPONSE_TIMESTAMP;
import static io.github.dokuconformance.signature.Component.SIGNATURE;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.signature.Verification.Invalid;
import io.github.dokuconformance.signature.Verification.Reading;
import io.github.dokuconformance.signature.Verification.Reason;
import io.github.dokuconformance.signature.Verification.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies signatures against the exact bytes of a message.
 *
 * <p>Where DOKU's pages are silent about a message that DOKU signs, each reading is tried and the
 * one that verifies is told. What a merchant signs is held to the documented recipe alone. Pure;
 * freshness is not judged here.
 */
public final class Verifier {
  private Verifier() {}

  /** Verifies a request that a merchant sent to DOKU. */
  public static Verification request(Request request, SigningKey key) {
    Attempt documented = Attempt.documented(request.headers(), request.target().path(), request);
    return verify(request, REQUEST_TIMESTAMP, key, List.of(documented));
  }

  /** Verifies a notification that DOKU sent to the merchant's own URL, whose path is the target. */
  public static Verification notification(Request request, SigningKey key) {
    String path = request.target().path();
    Attempt documented = Attempt.documented(request.headers(), path, request);
    List<Attempt> attempts = new ArrayList<>(2);
    attempts.add(documented);
    request
        .target()
        .query()
        .ifPresent(
            query -> attempts.add(documented.with(Reading.QUERY_INCLUDED, path + "?" + query)));
    return verify(request, REQUEST_TIMESTAMP, key, attempts);
  }

  /** Verifies DOKU's response to that request. */
  public static Verification response(Request request, Response response, SigningKey key) {
    String path = request.target().path();
    Attempt own = Attempt.documented(response.headers(), path, response);
    Attempt requests = Attempt.documented(request.headers(), path, response);
    boolean sameIds = own.sameIds(requests);
    List<Attempt> attempts = new ArrayList<>(4);
    attempts.add(own);
    if (!sameIds) {
      attempts.add(requests.with(Reading.IDS_OF_REQUEST, path));
    }
    if (request.method().equals("GET") && own.withDigest()) {
      attempts.add(own.withoutDigest(Reading.NO_DIGEST));
      if (!sameIds) {
        attempts.add(requests.withoutDigest(Reading.IDS_OF_REQUEST_NO_DIGEST));
      }
    }
    return verify(response, RESPONSE_TIMESTAMP, key, attempts);
  }

  private static Verification verify(
      Message message, String timestampName, SigningKey key, List<Attempt> attempts) {
    Headers headers = message.headers();
    List<String> names = List.of(CLIENT_ID, REQUEST_ID, timestampName, SIGNATURE);
    List<String> repeated = new ArrayList<>(0);
    for (String name : names) {
      if (headers.count(name) > 1) {
        repeated.add(name);
      }
    }
    if (!repeated.isEmpty()) {
      return new Invalid(Reason.REPEATED_COMPONENT, Optional.empty(), repeated, "");
    }
    Optional<Stages> expected = attempts.get(0).stages(message.body(), timestampName, headers, key);
    Optional<String> signature = headers.first(SIGNATURE);
    if (signature.isEmpty()) {
      return new Invalid(Reason.MISSING_SIGNATURE, expected, List.of(SIGNATURE), "");
    }
    for (int i = 0; i < attempts.size(); i++) {
      Optional<Stages> stages =
          i == 0 ? expected : attempts.get(i).stages(message.body(), timestampName, headers, key);
      if (stages.isPresent() && stages.get().signature().isWrittenAs(signature.get())) {
        return new Valid(stages.get(), attempts.get(i).reading());
      }
    }
    List<String> missing = names.stream().filter(name -> headers.first(name).isEmpty()).toList();
    Optional<String> malformation = SignatureHeader.malformation(signature.get());
    if (malformation.isPresent()) {
      return new Invalid(
          Reason.MALFORMED_SIGNATURE, expected, List.of(SIGNATURE), malformation.get());
    }
    return missing.isEmpty()
        ? new Invalid(Reason.MISMATCH, expected, List.of(), "")
        : new Invalid(Reason.MISSING_COMPONENT, expected, missing, "");
  }

  /** One reading of the recipe, with the headers that its ids come from. */
  private record Attempt(Reading reading, Headers ids, String path, boolean withDigest) {

    static Attempt documented(Headers ids, String path, Message message) {
      return new Attempt(Reading.DOCUMENTED, ids, path, !message.body().isEmpty());
    }

    Attempt with(Reading other, String otherPath) {
      return new Attempt(other, ids, otherPath, withDigest);
    }

    Attempt withoutDigest(Reading other) {
      return new Attempt(other, ids, path, false);
    }

    boolean sameIds(Attempt other) {
      return ids.first(CLIENT_ID).equals(other.ids.first(CLIENT_ID))
          && ids.first(REQUEST_ID).equals(other.ids.first(REQUEST_ID));
    }

    Optional<Stages> stages(Body body, String timestampName, Headers headers, SigningKey key) {
      Optional<String> clientId = ids.first(CLIENT_ID);
      Optional<String> requestId = ids.first(REQUEST_ID);
      Optional<String> timestamp = headers.first(timestampName);
      if (clientId.isEmpty() || requestId.isEmpty() || timestamp.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          Stages.of(
              key,
              clientId.get(),
              requestId.get(),
              timestampName,
              timestamp.get(),
              path,
              body,
              withDigest));
    }
  }
}
