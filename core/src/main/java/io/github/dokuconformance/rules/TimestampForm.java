package io.github.dokuconformance.rules;

import static io.github.dokuconformance.signature.HeaderRole.TIMESTAMP;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.Timestamps;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A timestamp header is an instant in UTC to the second, {@code yyyy-MM-ddTHH:mm:ssZ}. */
final class TimestampForm implements Rule {
  private static final String WANTED = "yyyy-MM-ddTHH:mm:ssZ in UTC, such as 2026-01-31T09:30:00Z";
  private static final Source SOURCE =
      Source.documented(Pages.REQUEST_HEADERS + " (ISO 8601 UTC); " + Pages.SIGNATURE_REQUEST);
  private static final Source FORM_ALONE =
      Source.derived(
          Pages.REQUEST_HEADERS
              + ": ISO 8601 has this form of UTC too, but the page shows none; nobody says what DOKU does");
  private static final FindingType FRACTION =
      loose(
          "header.timestamp-fraction",
          "a timestamp has no fraction of a second",
          "Cut to seconds before signing: Java truncatedTo(SECONDS), JavaScript"
              + " toISOString().slice(0, 19) + \"Z\", Python timespec=\"seconds\".");
  private static final FindingType OFFSET =
      type(
          "header.timestamp-offset",
          "a timestamp ends in Z",
          "Convert to UTC and write Z, not an offset: 08:51 at +07:00 is 01:51Z.");
  private static final FindingType ZERO_OFFSET =
      new FindingType(
          OFFSET.code(),
          Severity.WARNING,
          OFFSET.requirement(),
          "Write Z, not +00:00.",
          FORM_ALONE);
  private static final FindingType EPOCH =
      type(
          "header.timestamp-epoch",
          "a timestamp is written as date and time",
          "Format the instant; epoch seconds or milliseconds are not taken.");
  private static final FindingType CALENDAR =
      type(
          "header.timestamp-calendar",
          "a timestamp counts years as ISO 8601 does, in ASCII digits",
          "The device's locale chose another calendar or other digits: format with the root locale"
              + " (Java Locale.ROOT, .NET InvariantCulture, Swift en_US_POSIX).");
  private static final FindingType IMPOSSIBLE =
      type(
          "header.timestamp-impossible",
          "a timestamp names a real date and time",
          "Format an instant from the clock, do not put the text together by hand.");
  private static final FindingType FORM =
      type(
          "header.timestamp-format",
          "a timestamp has the documented form",
          "Write " + WANTED + ".");

  private static final Pattern WITH_FRACTION =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.,]\\d+(?:Z|[+-]\\d\\d:?\\d\\d)?");
  private static final Pattern WITH_OFFSET =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d(?::?\\d\\d)?");
  private static final Pattern UTC_OFFSET = Pattern.compile(".*[+-]00(?::?00)?");
  private static final Pattern DIGITS = Pattern.compile("\\d{10}|\\d{13}|\\d{10}\\.\\d+");

  // Years of other calendars in 2026: Saka 1948, Hijri 1448, Minguo 115, Reiwa 8, Buddhist 2569.
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2200;

  private static FindingType loose(String code, String requirement, String hint) {
    return new FindingType(code, Severity.WARNING, requirement, hint, FORM_ALONE);
  }

  private static FindingType type(String code, String requirement, String hint) {
    return new FindingType(code, Severity.ERROR, requirement, hint, SOURCE);
  }

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(FRACTION, OFFSET, EPOCH, CALENDAR, IMPOSSIBLE, FORM);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.nonSnap()
        .and(
            Scope.only(
                operation -> operation.isSigned(Part.REQUEST) || operation.isSigned(Part.RESPONSE),
                "its messages are not signed"));
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (!subject.isNonSnap()) {
      return;
    }
    check(Part.REQUEST, subject, findings);
    if (subject.isSigned(Part.RESPONSE)) {
      check(Part.RESPONSE, subject, findings);
    }
  }

  private static void check(Part part, Subject subject, Consumer<Finding> findings) {
    String text = subject.header(TIMESTAMP, part).orElse("");
    if (text.isBlank()) {
      return;
    }
    FindingType type = judge(text);
    if (type != null) {
      String name = subject.headerName(TIMESTAMP, part);
      findings.accept(type.at(part, name).wanted(WANTED).got(Visible.quoted(text)).build());
    }
  }

  private static @Nullable FindingType judge(String text) {
    if (Timestamps.hasShape(text)) {
      if (Timestamps.parse(text).isEmpty()) {
        return IMPOSSIBLE;
      }
      int year = Integer.parseInt(text.substring(0, 4));
      return year < FIRST_YEAR || year > LAST_YEAR ? CALENDAR : null;
    }
    if (text.codePoints().anyMatch(c -> c > 0x7f && Character.isDigit(c))) {
      return CALENDAR;
    }
    boolean utc = text.endsWith("Z") || UTC_OFFSET.matcher(text).matches();
    if (WITH_FRACTION.matcher(text).matches() && utc) {
      return FRACTION;
    }
    if (WITH_FRACTION.matcher(text).matches() || WITH_OFFSET.matcher(text).matches()) {
      return utc ? ZERO_OFFSET : OFFSET;
    }
    return DIGITS.matcher(text).matches() ? EPOCH : FORM;
  }
}
