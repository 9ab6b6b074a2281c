package io.github.dokuconformance.diagnosis.nonsnap;

import static java.util.stream.Collectors.toCollection;

import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.SignatureForm;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A Signature header, read in each encoding, with the prefix, without it and with another. */
final class WrittenSignature implements SignatureForm {
  private static final Map<Encoding, Mistake> ENCODINGS = new EnumMap<>(Encoding.class);

  static {
    for (Encoding encoding : Encoding.values()) {
      String name = encoding.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      switch (encoding) {
        case BASE64 -> {}
        case HEX -> put(encoding, NonSnapMistake.SIGNATURE_ENCODING_HEX, "letters", "lower-case");
        case HEX_UPPER ->
            put(encoding, NonSnapMistake.SIGNATURE_ENCODING_HEX, "letters", "upper-case");
        case BASE64URL ->
            put(encoding, NonSnapMistake.SIGNATURE_ENCODING_BASE64URL, "padding", "kept");
        case BASE64URL_UNPADDED ->
            put(encoding, NonSnapMistake.SIGNATURE_ENCODING_BASE64URL, "padding", "dropped");
        case UNPADDED -> put(encoding, NonSnapMistake.SIGNATURE_ENCODING_UNPADDED);
        default -> put(encoding, NonSnapMistake.SIGNATURE_DOUBLE_ENCODED, "encoding", name);
      }
    }
  }

  /** As long as the fewest bytes of a MAC that count are in base64 without padding. */
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_-]{11,}+={0,2}+");

  private static final int MOST_RUNS = 8;
  private static final int LONGEST_SHOWN = 60;

  /** What may be left of the prefix, and the text after it. */
  private record Part(Optional<Mistake> prefix, String text) {}

  /** A part in one of the encodings that it may be in, and the MAC's beginning then. */
  private record Reading(Part part, Encoding encoding, long beginning) {}

  private final List<Reading> readings = new ArrayList<>();

  private WrittenSignature(List<Part> parts) {
    for (Part part : parts) {
      for (Encoding encoding : Encoding.values()) {
        encoding
            .decodeBeginning(part.text, FEWEST_BYTES)
            .map(SignatureForm::beginning)
            .ifPresent(beginning -> readings.add(new Reading(part, encoding, beginning)));
      }
    }
  }

  static WrittenSignature of(String header) {
    String value = header.strip();
    List<Part> parts = new ArrayList<>();
    if (value.startsWith(NonSnap.SCHEME.prefix())) {
      parts.add(new Part(Optional.empty(), value.substring(NonSnap.SCHEME.prefix().length())));
    }
    parts.add(new Part(Optional.of(Mistake.of(NonSnapMistake.SIGNATURE_PREFIX_MISSING)), value));
    Matcher matcher = PREFIX.matcher(value);
    if (matcher.matches() && !matcher.group(1).equals(NonSnap.SCHEME.prefix())) {
      Mistake wrong = Mistake.of(NonSnapMistake.SIGNATURE_PREFIX_WRONG, "prefix", matcher.group(1));
      parts.add(new Part(Optional.of(wrong), matcher.group(2)));
    }
    addStructured(value, parts);
    return new WrittenSignature(parts);
  }

  /** A MAC among names, quotes and other values. */
  private static void addStructured(String value, List<Part> parts) {
    Set<String> known = parts.stream().map(Part::text).collect(toCollection(HashSet::new));
    Matcher run = RUN.matcher(value);
    for (int i = 0; i < MOST_RUNS && run.find(); i++) {
      if (known.add(run.group())) {
        String around = shortened(value.substring(0, run.start())) + "...";
        Mistake structured =
            Mistake.of(
                NonSnapMistake.SIGNATURE_STRUCTURED,
                "value",
                around + shortened(value.substring(run.end())));
        parts.add(new Part(Optional.of(structured), run.group()));
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }

  @Override
  public Set<Long> beginnings() {
    return readings.stream().map(Reading::beginning).collect(toCollection(LinkedHashSet::new));
  }

  @Override
  public List<List<Mistake>> matches(byte[] mac) {
    long beginning = SignatureForm.beginning(mac);
    List<List<Mistake>> all =
        readings.stream()
            .filter(reading -> reading.beginning == beginning)
            .flatMap(reading -> match(reading.part, reading.encoding, mac).stream())
            .toList();
    int fewest = all.stream().mapToInt(List::size).min().orElse(0);
    return all.stream().filter(mistakes -> mistakes.size() == fewest).toList();
  }

  private static Optional<List<Mistake>> match(Part part, Encoding encoding, byte[] mac) {
    String whole = encoding.encode(mac);
    List<Mistake> mistakes = new ArrayList<>(3);
    part.prefix.ifPresent(mistakes::add);
    Optional.ofNullable(ENCODINGS.get(encoding)).ifPresent(mistakes::add);
    if (part.text.equals(whole)) {
      return Optional.of(mistakes);
    }
    if (isCut(part.text, whole)) {
      mistakes.add(
          Mistake.of(
              NonSnapMistake.SIGNATURE_TRUNCATED,
              "kept",
              part.text.length() + " of " + whole.length() + " characters"));
      return Optional.of(mistakes);
    }
    for (int bytes = FEWEST_BYTES; bytes < mac.length; bytes++) {
      if (part.text.equals(encoding.encode(Arrays.copyOf(mac, bytes)))) {
        mistakes.add(
            Mistake.of(
                NonSnapMistake.SIGNATURE_TRUNCATED,
                "kept",
                bytes + " of " + mac.length + " bytes"));
        return Optional.of(mistakes);
      }
    }
    return Optional.empty();
  }

  /** More is missing than the padding. */
  private static boolean isCut(String text, String whole) {
    return whole.startsWith(text) && text.length() < whole.replace("=", "").length();
  }

  @Override
  public OptionalInt fewestMistakes(int macBytes) {
    return readings.stream().flatMapToInt(it -> cost(it.part, it.encoding, macBytes)).min();
  }

  private static IntStream cost(Part part, Encoding encoding, int macBytes) {
    int whole = encoding.encode(new byte[macBytes]).length();
    if (part.text.length() > whole) {
      return IntStream.empty();
    }
    int prefix = part.prefix.isPresent() ? 1 : 0;
    int coded = encoding == Encoding.BASE64 ? 0 : 1;
    return IntStream.of(prefix + coded + (part.text.length() < whole ? 1 : 0));
  }

  private static void put(Encoding encoding, NonSnapMistake code, String... facts) {
    ENCODINGS.put(encoding, Mistake.of(code, facts));
  }
}
