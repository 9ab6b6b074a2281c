package io.github.dokuconformance.rules;

import static io.github.dokuconformance.signature.HeaderRole.AUTHORIZATION;
import static io.github.dokuconformance.signature.HeaderRole.REQUEST_ID;
import static io.github.dokuconformance.signature.HeaderRole.TIMESTAMP;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.signature.AccessToken;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The headers of SNAP have the forms that the pages give them. */
final class SnapHeaderForm implements Rule {
  private static final Source HEADERS = Source.documented(Pages.SNAP_HEADERS);
  private static final int LONGEST_EXTERNAL_ID = 36;
  private static final int FEWEST_RANDOM_DIGITS = 11;
  private static final int LONGEST_CHANNEL_ID = 5;
  private static final int LONGEST_DEVICE_ID = 64;
  private static final String CHANNEL_ID_NAME = "CHANNEL-ID";
  private static final String IP_ADDRESS_NAME = "X-IP-ADDRESS";
  private static final String DEVICE_ID_NAME = "X-DEVICE-ID";

  private static final String LOCAL_TIME = "dddd-dd-ddTdd:dd:dd";
  private static final List<String> OFFSETS = List.of("dd:dd", "dddd");
  private static final int LONGEST_FRACTION = 9;
  private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:[.][0-9]{1,3}){3}");

  private static final FindingType TIME =
      new FindingType(
          "header.time-form",
          Severity.ERROR,
          "X-TIMESTAMP is a date and time of ISO 8601 with its offset",
          "Write 2026-01-31T09:30:00+07:00 or 2026-01-31T02:30:00Z, and sign that very text.",
          HEADERS);
  private static final FindingType EXTERNAL_ID =
      new FindingType(
          "header.external-id-form",
          Severity.WARNING,
          "X-EXTERNAL-ID is of digits, at most 36",
          "Send digits alone, for instance the time to the millisecond and some at random.",
          Source.documented(
              Pages.SNAP_HEADERS
                  + " (\"numeric string\"); a sample of the pages and two libraries have letters"));
  private static final FindingType WEAK =
      new FindingType(
          "header.external-id-weak",
          Severity.WARNING,
          "X-EXTERNAL-ID is unlikely to come twice a day",
          "Add digits: a clock's second, or ten digits at random, come twice in a day of trade.",
          Source.derived(Pages.SNAP_HEADERS + " (unique within the day)"));
  private static final FindingType CHANNEL_ID =
      new FindingType(
          "header.channel-id-length",
          Severity.ERROR,
          "CHANNEL-ID has at most 5 characters",
          "Send H2H; the name of the payment's channel belongs into the body.",
          HEADERS);
  private static final FindingType IP_ADDRESS =
      new FindingType(
          "header.ip-address-form",
          Severity.WARNING,
          "X-IP-ADDRESS is an address of four numbers",
          "Send the customer's IPv4 address alone, without a port or a second address.",
          Source.documented(Pages.SNAP_DEBIT));
  private static final FindingType DEVICE_ID =
      new FindingType(
          "header.device-id-length",
          Severity.ERROR,
          "X-DEVICE-ID has at most 64 characters",
          "Shorten it, or send a hash of it.",
          Source.documented(Pages.SNAP_DEBIT));
  private static final FindingType NO_BEARER =
      new FindingType(
          "header.bearer-missing",
          Severity.ERROR,
          "Authorization is Bearer, a blank, and the token",
          "Put Bearer and a blank before the token here; what is signed is the token alone.",
          HEADERS);

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(TIME, EXTERNAL_ID, WEAK, CHANNEL_ID, IP_ADDRESS, DEVICE_ID, NO_BEARER);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return type.equals(TIME) || type.equals(NO_BEARER)
        ? Scope.snap()
        : Scope.snap().and(Scope.sentByMerchant("DOKU chooses the headers of what it sends"));
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (!subject.isSnap()) {
      return;
    }
    check(
        TIME,
        SnapHeaderForm::isTime,
        subject,
        subject.headerName(TIMESTAMP, Part.REQUEST),
        findings);
    check(
        NO_BEARER,
        SnapHeaderForm::isBearer,
        subject,
        subject.headerName(AUTHORIZATION, Part.REQUEST),
        findings);
    if (subject.isAnsweredByDoku()) {
      String externalId = subject.headerName(REQUEST_ID, Part.REQUEST);
      check(
          EXTERNAL_ID,
          value -> HttpSyntax.isDigits(value) && isAtMost(LONGEST_EXTERNAL_ID, value),
          subject,
          externalId,
          findings);
      check(
          WEAK,
          value -> !HttpSyntax.isDigits(value) || value.length() >= FEWEST_RANDOM_DIGITS,
          subject,
          externalId,
          findings);
      check(
          CHANNEL_ID,
          value -> isAtMost(LONGEST_CHANNEL_ID, value),
          subject,
          CHANNEL_ID_NAME,
          findings);
      check(
          IP_ADDRESS,
          value -> ADDRESS.matcher(value).matches(),
          subject,
          IP_ADDRESS_NAME,
          findings);
      check(
          DEVICE_ID,
          value -> isAtMost(LONGEST_DEVICE_ID, value),
          subject,
          DEVICE_ID_NAME,
          findings);
    }
  }

  private static void check(
      FindingType type,
      Predicate<String> right,
      Subject subject,
      String name,
      Consumer<Finding> findings) {
    Optional<String> value = subject.requestHeaders().first(name);
    if (value.isPresent() && !value.get().isBlank() && !right.test(value.get())) {
      findings.accept(
          type.at(Part.REQUEST, name).got(Visible.quoted(shown(type, value.get()))).build());
    }
  }

  /** What stands in Authorization may be a token. */
  private static String shown(FindingType type, String value) {
    return type.equals(NO_BEARER) ? value.length() + " characters" : value;
  }

  private static boolean isAtMost(int longest, String value) {
    return value.codePointCount(0, value.length()) <= longest;
  }

  private static boolean isBearer(String value) {
    int token = AccessToken.SCHEME.length();
    if (!value.regionMatches(true, 0, AccessToken.SCHEME, 0, token)) {
      return false;
    }
    while (value.startsWith(" ", token)) {
      token++;
    }
    return token < value.length() && !Character.isWhitespace(value.charAt(token));
  }

  /** Takes any form of ISO 8601 with an offset that a page or a library of DOKU's has. */
  private static boolean isTime(String text) {
    int end = LOCAL_TIME.length();
    if (!HttpSyntax.hasShape(text, 0, LOCAL_TIME)) {
      return false;
    }
    if (text.startsWith(".", end)) {
      int fraction = end + 1;
      end = HttpSyntax.digitsEnd(text, fraction);
      if (end == fraction || end - fraction > LONGEST_FRACTION) {
        return false;
      }
    }
    String offset = text.substring(end);
    if (!isOffset(offset)) {
      return false;
    }
    try {
      LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
      ZoneOffset.of(offset);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isOffset(String text) {
    if (text.equals("Z")) {
      return true;
    }
    if (!text.startsWith("+") && !text.startsWith("-")) {
      return false;
    }
    for (String shape : OFFSETS) {
      if (text.length() == shape.length() + 1 && HttpSyntax.hasShape(text, 1, shape)) {
        return true;
      }
    }
    return false;
  }

  private static int number(String text, int begin, int end) {
    return Integer.parseInt(text, begin, end, 10);
  }
}
