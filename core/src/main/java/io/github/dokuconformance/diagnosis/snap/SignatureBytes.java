package io.github.dokuconformance.diagnosis.snap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Mistake;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes that a signature header may stand for, and the mistakes by which it does. */
final class SignatureBytes {
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{1,23}[=: ] ?)(.+)");

  private final byte[] bytes;
  private final List<Mistake> mistakes;

  private SignatureBytes(byte[] bytes, List<Mistake> mistakes) {
    this.bytes = bytes;
    this.mistakes = List.copyOf(mistakes);
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns the mistakes in the order of their dimensions. */
  List<Mistake> mistakes() {
    return mistakes;
  }

  /** How a text may be written that stands for bytes, and the mistake that it is. */
  private enum Way {
    BASE64,
    HEX,
    HEX_UPPER,
    BASE64URL,
    UNPADDED,
    BASE64URL_UNPADDED,
    BASE64_OF_HEX,
    BASE64_OF_HEX_UPPER,
    BASE64_OF_BASE64;

    Encoding encoding() {
      return Encoding.valueOf(name());
    }
  }

  /** Reads a header in each way in which it may have been written. */
  static List<SignatureBytes> of(String header) {
    String value = header.strip();
    List<SignatureBytes> all = new ArrayList<>();
    read(value, rsa -> List.of(), all);
    String joined = value.replaceAll("\\s+|\\\\r|\\\\n", "");
    if (!joined.equals(value)) {
      read(joined, rsa -> List.of(broken(rsa)), all);
    }
    Matcher prefix = PREFIX.matcher(value);
    if (prefix.matches()) {
      String text = prefix.group(2);
      Mistake prefixed = Mistake.of(SnapMistake.MAC_PREFIXED, "prefix", prefix.group(1));
      read(text, rsa -> List.of(prefixed), all);
    }
    return all;
  }

  /** Adds each way of reading a text; what stands before depends on what the bytes are of. */
  private static void read(
      String text, Function<Boolean, List<Mistake>> before, List<SignatureBytes> out) {
    for (Way way : Way.values()) {
      Optional<byte[]> bytes = bytes(text, way);
      if (bytes.isEmpty()) {
        continue;
      }
      boolean rsa = bytes.get().length >= SnapForm.FEWEST_OF_RSA;
      List<Mistake> mistakes = new ArrayList<>(before.apply(rsa));
      mistake(way, rsa).ifPresent(mistakes::add);
      out.add(new SignatureBytes(bytes.get(), mistakes));
    }
  }

  private static Optional<byte[]> bytes(String text, Way way) {
    try {
      byte[] bytes =
          switch (way) {
            case BASE64, UNPADDED -> Base64.getDecoder().decode(text);
            case HEX, HEX_UPPER -> HexFormat.of().parseHex(text);
            case BASE64URL, BASE64URL_UNPADDED -> Base64.getUrlDecoder().decode(text);
            case BASE64_OF_HEX, BASE64_OF_HEX_UPPER -> HexFormat.of().parseHex(inner(text));
            case BASE64_OF_BASE64 -> Base64.getDecoder().decode(inner(text));
          };
      return way.encoding().encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String inner(String text) {
    return new String(Base64.getDecoder().decode(text), ISO_8859_1);
  }

  private static Optional<Mistake> mistake(Way way, boolean rsa) {
    return switch (way) {
      case BASE64 -> Optional.empty();
      case HEX ->
          Optional.of(
              Mistake.of(rsa ? SnapMistake.RSA_HEX : SnapMistake.MAC_HEX, "letters", "lower-case"));
      case HEX_UPPER ->
          Optional.of(
              Mistake.of(rsa ? SnapMistake.RSA_HEX : SnapMistake.MAC_HEX, "letters", "upper-case"));
      case BASE64URL ->
          Optional.of(
              Mistake.of(
                  rsa ? SnapMistake.RSA_BASE64URL : SnapMistake.MAC_BASE64URL, "padding", "kept"));
      case BASE64URL_UNPADDED ->
          Optional.of(
              Mistake.of(
                  rsa ? SnapMistake.RSA_BASE64URL : SnapMistake.MAC_BASE64URL,
                  "padding",
                  "dropped"));
      case UNPADDED ->
          Optional.of(Mistake.of(rsa ? SnapMistake.RSA_UNPADDED : SnapMistake.MAC_UNPADDED));
      case BASE64_OF_HEX, BASE64_OF_HEX_UPPER, BASE64_OF_BASE64 ->
          Optional.of(
              Mistake.of(
                  rsa ? SnapMistake.RSA_DOUBLE_ENCODED : SnapMistake.MAC_DOUBLE_ENCODED,
                  "encoding",
                  way == Way.BASE64_OF_BASE64 ? "base64 of base64" : "base64 of hex"));
    };
  }

  /** A text that was broken into lines; its length tells what it is of. */
  private static Mistake broken(boolean rsa) {
    return Mistake.of(rsa ? SnapMistake.RSA_LINE_BROKEN : SnapMistake.MAC_LINE_BROKEN);
  }
}
