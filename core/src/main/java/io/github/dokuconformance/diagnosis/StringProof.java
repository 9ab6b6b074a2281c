package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the signature that came says about a developer's own string to sign.
 *
 * @param verdict which string it was made over
 * @param form how the string was taken where not as given: {@code without the line end at its end}
 * @param mistakes beside the string, in the key, the MAC or how it is written; the signature proves
 *     them
 * @param checkValue tells the secret from others without showing it
 */
public record StringProof(
    Verdict verdict, Optional<String> form, List<Mistake> mistakes, String checkValue) {
  /** Over which string the secret gives the signature. */
  public enum Verdict {
    /** There is no signature to say anything. */
    NO_SIGNATURE,
    THIS_STRING,
    THE_RIGHT_STRING,
    NEITHER
  }

  public StringProof {
    mistakes = List.copyOf(mistakes);
  }

  /** Tells whether mistakes in the string would be mistakes in what was signed. */
  boolean saysWhatWasSigned() {
    return verdict == Verdict.THIS_STRING || verdict == Verdict.NO_SIGNATURE;
  }

  StringProof masked(Mask mask) {
    return new StringProof(
        verdict, form, mistakes.stream().map(mask::mistake).toList(), checkValue);
  }

  /** The string as it was taken, and what the signature says about it. */
  record Taken(Octets text, StringProof proof) {
    Taken(byte[] text, StringProof proof) {
      this(Octets.of(text), proof);
    }
  }

  /** Tries the string as given and with each last line end, under each key as the case may be. */
  static Taken of(Evidence evidence, List<Space> spaces, String header, byte[] actual) {
    String checkValue = evidence.cases().get(0).checkValue();
    Map<String, Optional<String>> forms = forms(new String(actual, ISO_8859_1));
    if (header.isEmpty()) {
      return new Taken(
          actual, new StringProof(Verdict.NO_SIGNATURE, Optional.empty(), List.of(), checkValue));
    }
    SignatureForm written = evidence.form(header);
    Lane lane = new Lane();
    for (Map.Entry<String, Optional<String>> form : forms.entrySet()) {
      byte[] text = form.getKey().getBytes(ISO_8859_1);
      Optional<List<Mistake>> mistakes = beside(spaces, written, lane, text);
      if (mistakes.isPresent()) {
        return new Taken(
            text,
            new StringProof(Verdict.THIS_STRING, form.getValue(), mistakes.get(), checkValue));
      }
    }
    Verdict verdict =
        spaces.stream().anyMatch(space -> !written.matches(lane.mac(space.right())).isEmpty())
            ? Verdict.THE_RIGHT_STRING
            : Verdict.NEITHER;
    for (Map.Entry<String, Optional<String>> form : forms.entrySet()) {
      byte[] text = form.getKey().getBytes(ISO_8859_1);
      if (spaces.stream().anyMatch(space -> Arrays.equals(text(space), text))) {
        return new Taken(text, new StringProof(verdict, form.getValue(), List.of(), checkValue));
      }
    }
    return new Taken(actual, new StringProof(verdict, Optional.empty(), List.of(), checkValue));
  }

  private static Map<String, Optional<String>> forms(String text) {
    Map<String, Optional<String>> forms = new LinkedHashMap<>();
    forms.put(text, Optional.empty());
    forms.putIfAbsent(
        text.replaceFirst("\r?\n$", ""), Optional.of("without the line end at its end"));
    String lines = text.replace("\r\n", "\n");
    forms.putIfAbsent(lines, Optional.of("with LF in place of CRLF"));
    forms.putIfAbsent(
        lines.replaceFirst("\n$", ""),
        Optional.of("with LF in place of CRLF, without the line end at its end"));
    if (!text.endsWith("\n")) {
      forms.putIfAbsent(text + "\n", Optional.of("with LF at its end"));
      forms.putIfAbsent(text + "\r\n", Optional.of("with CRLF at its end"));
    }
    return forms;
  }

  /** Returns what beside the text gives the signature: nothing, or one mistake. */
  private static Optional<List<Mistake>> beside(
      List<Space> spaces, SignatureForm written, Lane lane, byte[] text) {
    for (Space space : spaces) {
      List<List<Mistake>> right = written.matches(lane.mac(space.right(), text));
      if (!right.isEmpty()) {
        return Optional.of(right.get(0));
      }
    }
    for (Space space : spaces) {
      for (Choice<?> choice : space.choices()) {
        if (!written.matches(lane.mac(choice.in(space.right()), text)).isEmpty()) {
          return Optional.of(List.of(choice.mistakes().get(0)));
        }
      }
    }
    return Optional.empty();
  }

  private static byte[] text(Space space) {
    Buffer text = new Buffer();
    space.right().write(text);
    return text.toByteArray();
  }
}
