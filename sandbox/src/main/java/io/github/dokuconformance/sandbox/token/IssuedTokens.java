package io.github.dokuconformance.sandbox.token;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tokens that the sandbox gives to merchants, as DOKU does. None is kept: each tells by its own
 * signature whose it is and when it ends. Thread safe.
 *
 * <p>Source: DOKU client libraries, SNAP (documented: RS256, with exp, iss and clientId).
 */
public final class IssuedTokens {
  /** Source: DOKU Postman collection, OVO: a customer's token has this claim (documented). */
  private static final String ACCOUNT_ID = "accountId";

  private final Supplier<AsymmetricKey> key;

  /** Why a token is not taken. */
  public enum Fault {
    UNKNOWN("token-unknown", "one that was not given here"),
    FOREIGN("token-foreign", "one that another client was given"),
    CUSTOMERS("token-unknown", "the one of a customer, which belongs into Authorization-Customer"),
    EXPIRED("token-expired", "one that has expired; ask for a new one");

    private final String refusal;
    private final String text;

    Fault(String refusal, String text) {
      this.refusal = refusal;
      this.text = text;
    }

    /** Returns the id in the table of refusals. */
    public String refusal() {
      return refusal;
    }

    /** Returns what was wanted and what came, as a sentence without a full stop. */
    public String text(String clientId) {
      return "expected an access token that "
          + Visible.line(clientId)
          + " was given and that is valid, got "
          + text;
    }
  }

  /**
   * @param key DOKU's own, with its private half; asked for when it is first needed
   */
  public IssuedTokens(Supplier<AsymmetricKey> key) {
    this.key = key;
  }

  /**
   * Returns a new token.
   *
   * @param accountId of the customer whose token it is; the merchant's own without
   */
  public String issue(String clientId, Optional<String> accountId, Duration life, Instant now) {
    ObjectNode claims =
        JsonNodeFactory.instance
            .objectNode()
            .put("exp", now.plus(life).getEpochSecond())
            .put("iss", "DOKU")
            .put("clientId", clientId);
    accountId.ifPresent(id -> claims.put(ACCOUNT_ID, id));
    return JsonWebToken.of(claims, key.get());
  }

  /** As below, of the token that a request carries; nothing where it carries none. */
  public Optional<Fault> fault(Scheme scheme, Headers request, Instant now) {
    return scheme
        .value(HeaderRole.AUTHORIZATION, Part.REQUEST, request)
        .filter(header -> !header.isBlank())
        .flatMap(
            header ->
                fault(
                    AccessToken.ofHeader(header),
                    scheme.value(HeaderRole.CLIENT_ID, Part.REQUEST, request).orElse(""),
                    now));
  }

  /** Returns why a client's token is not taken; nothing where it is. */
  public Optional<Fault> fault(AccessToken token, String clientId, Instant now) {
    Optional<JsonNode> claims = JsonWebToken.claims(token.expose(), key.get());
    if (claims.isEmpty()) {
      return Optional.of(Fault.UNKNOWN);
    }
    if (!claims.get().path("clientId").asString("").equals(clientId)) {
      return Optional.of(Fault.FOREIGN);
    }
    if (claims.get().has(ACCOUNT_ID)) {
      return Optional.of(Fault.CUSTOMERS);
    }
    return now.getEpochSecond() >= claims.get().path("exp").asLong(0)
        ? Optional.of(Fault.EXPIRED)
        : Optional.empty();
  }
}
