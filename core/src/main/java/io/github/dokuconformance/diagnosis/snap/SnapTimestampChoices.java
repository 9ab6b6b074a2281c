package io.github.dokuconformance.diagnosis.snap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.ONE_OF_MANY;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;

import io.github.dokuconformance.diagnosis.Choices;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other spellings of the timestamp's instant, and other instants. */
final class SnapTimestampChoices {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,9})?(Z|[+-]\\d\\d:?\\d\\d)?");
  private static final int FURTHEST_SECONDS = 120;
  private static final List<Integer> ZONES = List.of(7, 8, 9);
  private static final List<String> MALFORMED =
      List.of("+5.5:30", "-3:-30", "-00:00", "+7:00", "+07", "+7", "+07.00", "07:00", " 07:00");
  private static final List<String> FORMATS =
      List.of(
          "uuuuMMdd'T'HHmmss'Z'",
          "uuuuMMddHHmmss",
          "uuuu-MM-dd HH:mm:ss",
          "uuuu-MM-dd'T'HH:mm:ss",
          "uuuu-MM-dd'T'HH:mm",
          "uuuu-MM-dd'T'HH:mmxxx",
          "uuuu-MM-dd",
          "EEE, dd MMM uuuu HH:mm:ss 'GMT'");

  private final Choices choices;
  private final String written;

  private SnapTimestampChoices(Choices choices, String written) {
    this.choices = choices;
    this.written = written;
  }

  static void add(Choices choices, String written) {
    SnapTimestampChoices adder = new SnapTimestampChoices(choices, written);
    SnapMistake omitted = SnapMistake.TIMESTAMP_OMITTED;
    choices.add(
        SnapDimensions.TIMESTAMP, omitted, COMMON, Piece.ABSENT, "what", "its separator and all");
    choices.add(
        SnapDimensions.TIMESTAMP, omitted, SEEN, Piece.of(""), "what", "the separator stays");
    instant(written).ifPresent(adder::of);
  }

  private static Optional<OffsetDateTime> instant(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String offset = matcher.group(3) == null ? "Z" : matcher.group(3);
    String fraction = matcher.group(2) == null ? "" : matcher.group(2);
    String colon =
        offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
    try {
      return Optional.of(OffsetDateTime.parse(matcher.group(1) + fraction + colon));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void of(OffsetDateTime sent) {
    Instant instant = sent.toInstant();
    spellings(instant);
    milliseconds(sent);
    for (int seconds = 1; seconds <= FURTHEST_SECONDS; seconds++) {
      int cost = seconds <= 2 ? COMMON : seconds <= 10 ? RARE : ONE_OF_MANY;
      text(SnapMistake.TIMESTAMP_TAKEN_TWICE, cost, like(sent.plusSeconds(seconds)));
      text(SnapMistake.TIMESTAMP_TAKEN_TWICE, cost, like(sent.minusSeconds(seconds)));
    }
    zones(sent);
    String local = pattern("uuuu-MM-dd'T'HH:mm:ss").format(sent);
    MALFORMED.forEach(offset -> text(SnapMistake.TIMESTAMP_MALFORMED_OFFSET, SEEN, local + offset));
    text(SnapMistake.TIMESTAMP_EPOCH, SEEN, Long.toString(instant.getEpochSecond()));
    text(SnapMistake.TIMESTAMP_EPOCH, SEEN, Long.toString(instant.toEpochMilli()));
    for (String format : FORMATS) {
      text(SnapMistake.TIMESTAMP_FORMAT, SEEN, pattern(format).format(sent));
      text(
          SnapMistake.TIMESTAMP_FORMAT,
          RARE,
          pattern(format).format(instant.atOffset(ZoneOffset.UTC)));
    }
  }

  /** The same instant, in the spelling of other zones. */
  private void spellings(Instant instant) {
    SnapMistake code = SnapMistake.TIMESTAMP_OTHER_SPELLING;
    OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
    text(code, COMMON, pattern("uuuu-MM-dd'T'HH:mm:ss'Z'").format(utc));
    text(code, COMMON, pattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(utc));
    for (int zone = -12; zone <= 14; zone++) {
      OffsetDateTime there = instant.atOffset(ZoneOffset.ofHours(zone));
      int cost = zone == 7 ? COMMON : ZONES.contains(zone) ? SEEN : RARE;
      text(code, cost, pattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(there));
      text(code, zone == 7 ? SEEN : RARE, pattern("uuuu-MM-dd'T'HH:mm:ssxx").format(there));
    }
  }

  private void milliseconds(OffsetDateTime sent) {
    SnapMistake code = SnapMistake.TIMESTAMP_MILLISECONDS;
    OffsetDateTime utc = sent.withOffsetSameInstant(ZoneOffset.UTC);
    OffsetDateTime jakarta = sent.withOffsetSameInstant(ZoneOffset.ofHours(7));
    for (String fraction : List.of(".SSS", ".SSSSSS", "")) {
      int cost = fraction.equals(".SSSSSS") ? RARE : COMMON;
      String form = "uuuu-MM-dd'T'HH:mm:ss" + fraction;
      text(code, cost, pattern(form + suffix()).format(sent));
      if (!fraction.isEmpty()) {
        text(code, cost, pattern(form + "'Z'").format(utc));
        text(code, cost, pattern(form + "xxx").format(jakarta));
      }
    }
  }

  /** A clock's time under the offset of another zone. */
  private void zones(OffsetDateTime sent) {
    for (int hours : ZONES) {
      // Local time labelled Z, where the header has it right, and the other way about.
      OffsetDateTime local = sent.withOffsetSameInstant(ZoneOffset.ofHours(hours));
      text(
          SnapMistake.TIMESTAMP_LOCAL_LABELLED_Z,
          hours == 7 ? COMMON : SEEN,
          pattern("uuuu-MM-dd'T'HH:mm:ss'Z'").format(local));
      OffsetDateTime utc = sent.withOffsetSameInstant(ZoneOffset.UTC);
      text(
          SnapMistake.TIMESTAMP_WRONG_OFFSET,
          hours == 7 ? COMMON : SEEN,
          pattern("uuuu-MM-dd'T'HH:mm:ss").format(utc) + ZoneOffset.ofHours(hours).getId());
      for (int other : ZONES) {
        text(
            SnapMistake.TIMESTAMP_WRONG_OFFSET,
            RARE,
            pattern("uuuu-MM-dd'T'HH:mm:ss").format(local) + ZoneOffset.ofHours(other).getId());
      }
    }
  }

  /** Returns an instant spelt as the header is. */
  private String like(OffsetDateTime other) {
    String fraction = written.contains(".") ? ".SSS" : "";
    return pattern("uuuu-MM-dd'T'HH:mm:ss" + fraction + suffix()).format(other);
  }

  private String suffix() {
    return written.endsWith("Z") ? "'Z'" : written.matches(".*[+-]\\d{4}") ? "xx" : "xxx";
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  private void text(SnapMistake code, int cost, String signed) {
    choices.add(
        SnapDimensions.TIMESTAMP,
        code,
        cost,
        Piece.of(signed),
        "signed",
        signed.isEmpty() ? "nothing" : signed,
        "sent",
        written);
  }
}
