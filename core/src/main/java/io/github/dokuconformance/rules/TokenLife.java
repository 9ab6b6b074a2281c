package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.HeaderRole;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A token that says when it ends (RFC 7519) is not used from then on. Other tokens are not judged:
 * their end is nowhere in the request. Two clocks are compared, so this is no error.
 */
final class TokenLife implements Rule {
  /** Longer than any token that was seen; what is longer is not decoded. */
  private static final int LONGEST = 8192;

  /** After the year 5138: a count of milliseconds, or nonsense. */
  private static final long LAST = 100_000_000_000L;

  private static final FindingType EXPIRED =
      new FindingType(
          "header.token-expired",
          Severity.WARNING,
          "a token is sent while it lives",
          "Ask for a new token when expiresIn is nearly over, and when a call is answered with case"
              + " 01 of 401.",
          Source.derived(Pages.SNAP_LIBRARIES + ", TokenB2BResponseDto (a JWT, 900 seconds)"));

  /** The token that was read last: the next exchange mostly has the same one. */
  private volatile Read last = new Read("", Optional.empty());

  private record Read(String authorization, Optional<Instant> end) {}

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(EXPIRED);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.snap().and(Scope.sentByMerchant("how long its tokens live is the merchant's own"));
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (!subject.isSnap() || !subject.isAnsweredByDoku()) {
      return;
    }
    Optional<Instant> end =
        subject.header(HeaderRole.AUTHORIZATION, Part.REQUEST).flatMap(this::end);
    if (end.isEmpty()) {
      return;
    }
    Optional<Instant> sent =
        subject.header(HeaderRole.TIMESTAMP, Part.REQUEST).flatMap(TokenLife::time);
    if (sent.isPresent() && !sent.get().isBefore(end.get())) {
      findings.accept(
          EXPIRED
              .at(Part.REQUEST, subject.headerName(HeaderRole.AUTHORIZATION, Part.REQUEST))
              .wanted("a token that ends after X-TIMESTAMP, " + sent.get())
              .got("one that ended at " + end.get())
              .build());
    }
  }

  private Optional<Instant> end(String authorization) {
    Read known = last;
    if (!known.authorization.equals(authorization)) {
      known = new Read(authorization, endOf(authorization));
      last = known;
    }
    return known.end;
  }

  private static Optional<Instant> endOf(String authorization) {
    String token = AccessToken.ofHeader(authorization).expose();
    int begin = token.indexOf('.');
    int end = token.lastIndexOf('.');
    if (token.length() > LONGEST || begin < 0 || end <= begin) {
      return Optional.empty();
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(token.substring(begin + 1, end));
      return JsonBody.read(Body.of(claims))
          .root()
          .map(root -> root.path("exp"))
          .filter(JsonNode::isIntegralNumber)
          .filter(JsonNode::canConvertToLong)
          .map(JsonNode::asLong)
          .filter(seconds -> seconds > 0 && seconds < LAST)
          .map(Instant::ofEpochSecond);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
