package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.SignatureForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;

/** The bytes that a signature header may stand for, and the mistakes by which it does. */
final class SignatureBytes {
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

  /** Reads a header in each way in which it may have been written. */
  static List<SignatureBytes> of(String header) {
    String value = header.strip();
    List<SignatureBytes> all = new ArrayList<>();
    read(value, rsa -> List.of(), all);
    String joined = value.replaceAll("\\s+|\\\\r|\\\\n", "");
    if (!joined.equals(value)) {
      read(joined, rsa -> List.of(broken(rsa)), all);
    }
    Matcher prefix = SignatureForm.PREFIX.matcher(value);
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
    for (Encoding way : Encoding.values()) {
      Optional<byte[]> bytes = way.decode(text);
      if (bytes.isEmpty()) {
        continue;
      }
      boolean rsa = bytes.get().length >= SnapForm.FEWEST_OF_RSA;
      List<Mistake> mistakes = new ArrayList<>(before.apply(rsa));
      mistake(way, rsa).ifPresent(mistakes::add);
      out.add(new SignatureBytes(bytes.get(), mistakes));
    }
  }

  private static Optional<Mistake> mistake(Encoding way, boolean rsa) {
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
                  way == Encoding.BASE64_OF_BASE64 ? "base64 of base64" : "base64 of hex"));
    };
  }

  /** A text that was broken into lines; its length tells what it is of. */
  private static Mistake broken(boolean rsa) {
    return Mistake.of(rsa ? SnapMistake.RSA_LINE_BROKEN : SnapMistake.MAC_LINE_BROKEN);
  }
}
