package io.github.dokuconformance.run;

import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.rules.Subject;
import io.github.dokuconformance.signature.HeaderRole;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The little of an exchange that the rules over a whole run need: hashes, not texts.
 *
 * @param amount in rupiah as the request has it, or else the response; -1 where neither has one
 * @param refused whether DOKU refused the request, so that it used nothing up
 * @param oncePerDay whether a request id may come once a day alone, whatever the body is
 */
public record RunTrace(
    Optional<Operation> operation,
    long requestId,
    long requestBody,
    long order,
    long reference,
    long refundReference,
    long amount,
    boolean refused,
    boolean succeeded,
    String requestIdHeader,
    boolean oncePerDay) {
  /** A value that is not there. */
  static final long NONE = 0;

  private static final int MOST_DIGITS = 16;

  private static final ZoneOffset JAKARTA = ZoneOffset.ofHours(7);
  private static final int DAY = "2026-01-31".length();
  private static final String UTC = "2026-01-31T09:30:00Z";

  /** Returns the trace of an exchange that rules over a run take no notice of. */
  public static RunTrace none() {
    return new RunTrace(
        Optional.empty(), NONE, NONE, NONE, NONE, NONE, -1, false, false, "", false);
  }

  /** Takes the trace of an exchange. */
  public static RunTrace of(Subject subject) {
    long client = Hashes.of(subject.header(HeaderRole.CLIENT_ID, Part.REQUEST).orElse(""));
    long requestId = hasRequestId(subject) ? hash(client, "id", requestId(subject)) : NONE;
    return new RunTrace(
        subject.operation(),
        requestId,
        requestId == NONE ? NONE : Hashes.of(subject.request().body()),
        hash(client, "order", text(subject, Meaning.INVOICE)),
        hash(client, "reference", text(subject, Meaning.REFERENCE)),
        hash(client, "refund", text(subject, Meaning.REFUND_REFERENCE)),
        amount(subject.value(amountIn(subject.operation()), Meaning.AMOUNT)),
        isRefused(subject),
        subject.succeeded(),
        subject.headerName(HeaderRole.REQUEST_ID, Part.REQUEST),
        subject.isSnap());
  }

  /** A status request has no body to differ in, and what DOKU sends has ids of its own. */
  static boolean hasRequestId(Subject subject) {
    return !subject.isCalledByDoku() && !subject.request().body().isEmpty();
  }

  /** Returns the id, with the day where it is unique within one. */
  static String requestId(Subject subject) {
    String id = subject.header(HeaderRole.REQUEST_ID, Part.REQUEST).orElse("");
    return id.isEmpty() || !subject.isSnap()
        ? id
        : day(subject.header(HeaderRole.TIMESTAMP, Part.REQUEST).orElse("")) + " " + id;
  }

  /** Returns Jakarta's day of a time; of a text that is none, how it begins. */
  private static String day(String timestamp) {
    String written = timestamp.substring(0, Math.min(DAY, timestamp.length()));
    if (timestamp.endsWith(JAKARTA.getId()) || isBeforeFiveInUtc(timestamp)) {
      return written;
    }
    try {
      return OffsetDateTime.parse(timestamp)
          .withOffsetSameInstant(JAKARTA)
          .toLocalDate()
          .toString();
    } catch (DateTimeException e) {
      return written;
    }
  }

  /** Tells, without reading it as a time, that Jakarta has the same day; most are so. */
  private static boolean isBeforeFiveInUtc(String timestamp) {
    return timestamp.length() == UTC.length()
        && timestamp.endsWith("Z")
        && timestamp.charAt(4) == '-'
        && timestamp.charAt(DAY) == 'T'
        && timestamp.substring(DAY + 1, DAY + 3).compareTo("17") < 0;
  }

  /** Returns the part that tells what was to be paid. */
  static Part amountIn(Optional<Operation> operation) {
    return operation.isPresent() && operation.get().pointer(Part.REQUEST, Meaning.AMOUNT).isEmpty()
        ? Part.RESPONSE
        : Part.REQUEST;
  }

  boolean is(Role role) {
    return operation.isPresent() && operation.get().is(role);
  }

  /** Returns what the operation's data says must be new in each request. */
  boolean isUnique(Meaning meaning) {
    return operation.isPresent() && operation.get().unique().contains(meaning);
  }

  /** Returns what the operation's data says must be as in the order. */
  boolean isAsOrdered(Meaning meaning) {
    return operation.isPresent() && operation.get().asOrdered().contains(meaning);
  }

  /** A 409 repeats what was done; after a server's error or no answer nobody knows. */
  private static boolean isRefused(Subject subject) {
    int status = subject.response().map(Response::status).orElse(0);
    return status >= 400 && status < 500 && status != 409;
  }

  static String text(Subject subject, Meaning meaning) {
    JsonNode value = subject.value(Part.REQUEST, meaning);
    return value.isString() ? value.asString() : "";
  }

  private static long hash(long client, String kind, String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    long hash = Hashes.of(client, kind, text);
    return hash == NONE ? 1 : hash;
  }

  private static long amount(JsonNode amount) {
    if (amount.isNumber() && amount.canConvertToExactIntegral() && amount.canConvertToLong()) {
      return amount.asLong();
    }
    if (!amount.isString()) {
      return -1;
    }
    return wholeRupiah(amount.asString());
  }

  /** Reads up to 16 digits, after which a point and zeros may follow; -1 for any other text. */
  private static long wholeRupiah(String text) {
    int digits = HttpSyntax.digitsEnd(text, 0);
    boolean fraction = digits < text.length();
    if (digits == 0 || digits > MOST_DIGITS || (fraction && !isPointAndZeros(text, digits))) {
      return -1;
    }
    return Long.parseLong(text, 0, digits, 10);
  }

  private static boolean isPointAndZeros(String text, int at) {
    if (text.charAt(at) != '.' || text.length() == at + 1) {
      return false;
    }
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }
}
