package io.github.dokuconformance.signature.snap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one bank or gateway adds to SNAP, as data: its file says where each part comes from.
 *
 * @param name of the bank, for people
 * @param offset of the timestamps
 * @param milliseconds whether timestamps have them
 * @param externalIdDigits how many digits an X-EXTERNAL-ID has
 * @param channelId what CHANNEL-ID says
 * @param querySigned whether the query is part of the path that is signed
 * @param tokenPath where a token is asked for
 * @param tokenBody with what body
 */
public record Profile(
    String name,
    ZoneOffset offset,
    boolean milliseconds,
    int externalIdDigits,
    String channelId,
    boolean querySigned,
    String tokenPath,
    String tokenBody) {
  /** The ids of those that this version brings; the first is DOKU's. */
  public static final List<String> BUNDLED = List.of("doku", "aspi");

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT);
  private static final int FEWEST_DIGITS = 18;
  private static final int MOST_DIGITS = 36;

  /** Returns the bundled one of that id. */
  public static Optional<Profile> bundled(String id) {
    if (!BUNDLED.contains(id)) {
      return Optional.empty();
    }
    String file = id + ".json";
    try (InputStream in = Profile.class.getResourceAsStream(file)) {
      return Optional.of(of(new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a profile.
   *
   * @throws IllegalArgumentException if a part is missing or wrong; the message says which
   */
  public static Profile of(String json) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("expected a profile of SNAP, got no JSON", e);
    }
    int digits = node(root, "/externalId/digits").asInt(0);
    if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "expected /externalId/digits from "
              + FEWEST_DIGITS
              + " to "
              + MOST_DIGITS
              + " in a profile of SNAP");
    }
    return new Profile(
        text(root, "/name"),
        offset(text(root, "/timestamp/offset")),
        truth(root, "/timestamp/milliseconds"),
        digits,
        text(root, "/channelId/value"),
        truth(root, "/query/signed"),
        text(root, "/token/path"),
        text(root, "/token/body"));
  }

  private static ZoneOffset offset(String text) {
    try {
      return ZoneOffset.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected /timestamp/offset such as +07:00 in a profile of SNAP", e);
    }
  }

  private static String text(JsonNode root, String place) {
    JsonNode node = node(root, place);
    if (!node.isString() || node.asString().isBlank()) {
      throw new IllegalArgumentException("expected a text at " + place + " in a profile of SNAP");
    }
    return node.asString();
  }

  private static boolean truth(JsonNode root, String place) {
    JsonNode node = node(root, place);
    if (!node.isBoolean()) {
      throw new IllegalArgumentException(
          "expected true or false at " + place + " in a profile of SNAP");
    }
    return node.asBoolean();
  }

  private static JsonNode node(JsonNode root, String place) {
    return root.at(place);
  }

  /** Returns the instant as the bank's own samples write it. */
  public String timestamp(Instant instant) {
    return (milliseconds ? MILLISECONDS : SECONDS).format(instant.atOffset(offset));
  }

  /** Returns digits that no other request of the day has: the time, and digits at random. */
  public String externalId(Instant instant, RandomGenerator random) {
    StringBuilder id = new StringBuilder(DIGITS.format(instant.atOffset(offset)));
    while (id.length() < externalIdDigits) {
      id.append(random.nextInt(10));
    }
    return id.toString();
  }
}
