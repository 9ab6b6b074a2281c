package io.github.dokuconformance.diagnosis.nonsnap;

import static io.github.dokuconformance.diagnosis.Choice.ALONE;
import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.ONE_OF_MANY;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.signature.nonsnap.HeaderNames;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Other spellings of the timestamp's instant, and other instants. */
final class TimestampChoices {
  private static final DateTimeFormatter SECONDS = pattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final int WIB_HOURS = 7;
  private static final int LATEST_YEAR = 9999;
  private static final int MAX_SECONDS_AWAY = 120;

  /** Zones that are not a whole number of hours from UTC, in minutes. */
  private static final List<Integer> ODD_ZONES =
      List.of(-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765);

  /** The same instant, spelt otherwise; taken in UTC and as wall clock in Jakarta. */
  private static final List<String> FORMATS =
      List.of(
          "uuuu-MM-dd HH:mm:ss",
          "uuuu-MM-dd'T'HH:mm:ss",
          "uuuu-MM-dd HH:mm:ss'Z'",
          "uuuu-MM-dd'T'HH:mm'Z'",
          "uuuu-MM-dd'T'HH:mm",
          "uuuu-MM-dd HH:mm",
          "uuuuMMddHHmmss",
          "uuuuMMdd'T'HHmmss'Z'",
          "uuuuMMdd'T'HHmmss",
          "uuuu-MM-dd't'HH:mm:ss'z'",
          "uuuu-MM-dd HH:mm:ss 'UTC'",
          "uuuu/MM/dd HH:mm:ss",
          "EEE, dd MMM uuuu HH:mm:ss 'GMT'",
          "uuuu-MM-dd");

  private final Choices choices;
  private final String sent;
  private final boolean ofResponse;

  private TimestampChoices(SentMessage evidence, Choices choices) {
    this.choices = choices;
    this.sent = evidence.timestamp();
    this.ofResponse = evidence.isResponse();
  }

  static void add(SentMessage evidence, Choices choices) {
    TimestampChoices adder = new TimestampChoices(evidence, choices);
    if (evidence.isResponse()) {
      adder.ofRequest(evidence);
    }
    adder.instant().ifPresent(adder::spellings);
  }

  private void ofRequest(SentMessage evidence) {
    stamp(false, sent, "name", "Request-Timestamp", "value", "of the response");
    evidence
        .input()
        .request()
        .headers()
        .first(HeaderNames.REQUEST_TIMESTAMP)
        .ifPresent(
            other -> {
              stamp(false, other, "name", "Request-Timestamp", "value", "of the request");
              stamp(true, other, "name", "Response-Timestamp", "value", "of the request");
            });
  }

  private void stamp(boolean responseName, String value, String... facts) {
    choices.add(
        Dimensions.TIMESTAMP,
        NonSnapMistake.RESPONSE_REQUEST_TIMESTAMP,
        COMMON,
        new Stamp(responseName, Octets.utf8(value)),
        facts);
  }

  private Optional<OffsetDateTime> instant() {
    try {
      // Other instants near those at the ends of the calendar don't exist.
      return Optional.of(OffsetDateTime.parse(sent.strip()).withOffsetSameInstant(ZoneOffset.UTC))
          .filter(time -> Math.abs(time.getYear()) <= LATEST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void spellings(OffsetDateTime time) {
    right(time);
    fractions(time);
    offsets(time);
    localTimes(time);
    otherInstants(time);
    epochs(time);
    for (String format : FORMATS) {
      format(SEEN, pattern(format).format(time), "UTC");
      format(RARE, pattern(format).format(time.plusHours(WIB_HOURS)), "UTC+7");
    }
  }

  /** DOKU's own form, signed where the header has another. */
  private void right(OffsetDateTime time) {
    MistakeCode code =
        sent.contains(".")
            ? NonSnapMistake.TIMESTAMP_MILLISECONDS
            : sent.endsWith("Z")
                ? NonSnapMistake.TIMESTAMP_FORMAT
                : NonSnapMistake.TIMESTAMP_OFFSET;
    add(code, COMMON, SECONDS.format(time) + "Z");
  }

  private void fractions(OffsetDateTime time) {
    String seconds = SECONDS.format(time);
    MistakeCode code = NonSnapMistake.TIMESTAMP_MILLISECONDS;
    add(code, COMMON, seconds + ".000Z");
    for (int digits : List.of(1, 2, 6, 7, 9)) {
      add(code, RARE, seconds + "." + "0".repeat(digits) + "Z");
      int fraction = time.getNano() / (int) Math.pow(10, 9 - digits);
      add(code, RARE, seconds + "." + zeros(fraction, digits) + "Z");
    }
    for (int millis = 0; millis < 1000; millis++) {
      add(code, ONE_OF_MANY, seconds + "." + zeros(millis, 3) + "Z");
    }
  }

  private void offsets(OffsetDateTime time) {
    for (int hours = -12; hours <= 14; hours++) {
      int cost = hours == 0 || hours == WIB_HOURS ? SEEN : ONE_OF_MANY;
      offset(hours == 8 || hours == 9 ? RARE : cost, time, hours * 60);
    }
    ODD_ZONES.forEach(minutes -> offset(ONE_OF_MANY, time, minutes));
    add(NonSnapMistake.TIMESTAMP_OFFSET, RARE, SECONDS.format(time) + "-00:00");
    add(NonSnapMistake.TIMESTAMP_OFFSET, RARE, SECONDS.format(time) + "+00");
  }

  private void offset(int cost, OffsetDateTime time, int minutes) {
    String local = SECONDS.format(time.plusMinutes(minutes));
    String sign = minutes < 0 ? "-" : "+";
    String hours = zeros(Math.abs(minutes) / 60, 2);
    String rest = zeros(Math.abs(minutes) % 60, 2);
    add(NonSnapMistake.TIMESTAMP_OFFSET, cost, local + sign + hours + ":" + rest);
    add(NonSnapMistake.TIMESTAMP_OFFSET, cost, local + sign + hours + rest);
    add(NonSnapMistake.TIMESTAMP_OFFSET, cost, local + ".000" + sign + hours + ":" + rest);
  }

  private void localTimes(OffsetDateTime time) {
    for (int hours = -14; hours <= 14; hours++) {
      int cost = hours == 8 || hours == 9 || hours == -WIB_HOURS ? SEEN : ONE_OF_MANY;
      localTime(hours == WIB_HOURS ? COMMON : cost, time, hours * 60);
    }
    ODD_ZONES.forEach(minutes -> localTime(ONE_OF_MANY, time, minutes));
  }

  private void localTime(int cost, OffsetDateTime time, int minutes) {
    if (minutes != 0) {
      add(
          NonSnapMistake.TIMESTAMP_LOCAL_TIME,
          cost,
          SECONDS.format(time.plusMinutes(minutes)) + "Z",
          "hours away",
          String.format(Locale.ROOT, "%+d:%02d", minutes / 60, Math.abs(minutes) % 60));
    }
  }

  private void otherInstants(OffsetDateTime time) {
    for (int seconds = 1; seconds <= MAX_SECONDS_AWAY; seconds++) {
      int cost = seconds == 1 ? SEEN : seconds <= 5 ? RARE : ONE_OF_MANY;
      otherInstant(cost, time, -seconds);
      otherInstant(cost, time, seconds);
    }
  }

  private void otherInstant(int cost, OffsetDateTime time, int seconds) {
    add(
        NonSnapMistake.TIMESTAMP_OTHER_INSTANT,
        cost,
        SECONDS.format(time.plusSeconds(seconds)) + "Z",
        "seconds away",
        String.format(Locale.ROOT, "%+d", seconds));
  }

  private void epochs(OffsetDateTime time) {
    long millis = time.truncatedTo(ChronoUnit.SECONDS).toInstant().toEpochMilli();
    MistakeCode code = NonSnapMistake.TIMESTAMP_EPOCH;
    add(code, SEEN, Long.toString(millis / 1000));
    add(code, RARE, Long.toString(time.toInstant().toEpochMilli()));
    add(code, RARE, Long.toString(millis));
    for (int i = 1; i < 1000; i++) {
      add(code, ALONE, Long.toString(millis + i));
    }
  }

  private void format(int cost, String text, String zone) {
    add(NonSnapMistake.TIMESTAMP_FORMAT, cost, text, "clock", zone);
  }

  private void add(MistakeCode code, int cost, String text, String... more) {
    String[] facts = {"signed", text, "sent", sent};
    String[] all = java.util.Arrays.copyOf(facts, facts.length + more.length);
    System.arraycopy(more, 0, all, facts.length, more.length);
    choices.add(Dimensions.TIMESTAMP, code, cost, new Stamp(ofResponse, Octets.utf8(text)), all);
  }

  private static String zeros(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
