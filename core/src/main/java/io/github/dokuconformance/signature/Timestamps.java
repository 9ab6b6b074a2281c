package io.github.dokuconformance.signature;

import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.SecondText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * DOKU's timestamps: ISO 8601 in UTC to the second, {@code yyyy-MM-ddTHH:mm:ssZ}.
 *
 * <p>Source: developers.doku.com, Akulaku and "Signature Component from Request Header"
 * (documented).
 */
public final class Timestamps {
  private static final String SHAPE = "dddd-dd-ddTdd:dd:ddZ";
  private static final SecondText TEXT = new SecondText(Instant::toString);

  private Timestamps() {}

  /** Returns the instant's text, cut to the second as DOKU's own scripts cut it. */
  public static String format(Instant instant) {
    return TEXT.of(instant);
  }

  /** Returns the instant, or nothing where the text has another form or names no real instant. */
  public static Optional<Instant> parse(String text) {
    if (!hasShape(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  number(text, 0, 4),
                  number(text, 5, 7),
                  number(text, 8, 10),
                  number(text, 11, 13),
                  number(text, 14, 16),
                  number(text, 17, 19))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Tells whether ASCII digits and separators stand where they must, whatever their value. */
  public static boolean hasShape(String text) {
    return text.length() == SHAPE.length() && HttpSyntax.hasShape(text, 0, SHAPE);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
