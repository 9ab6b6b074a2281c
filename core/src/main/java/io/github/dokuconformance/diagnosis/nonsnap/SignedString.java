package io.github.dokuconformance.diagnosis.nonsnap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.Signature;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A string to sign beside a signature, without the message: whether a secret gives the one over the
 * other, and what about the string is not as DOKU wants it.
 *
 * @param isRight whether both are so
 * @param lines what to say about it; never a signature that is not the user's own
 */
public record SignedString(boolean isRight, List<String> lines) {
  private static final List<String> REQUEST =
      List.of("Client-Id", "Request-Id", "Request-Timestamp", "Request-Target", "Digest");
  private static final List<String> RESPONSE =
      List.of("Client-Id", "Request-Id", "Response-Timestamp", "Request-Target", "Digest");

  public SignedString {
    lines = List.copyOf(lines);
  }

  /** Looks at a string, with the value of a signature header, under each key. */
  public static SignedString of(String text, String signature, List<SymmetricKey> keys) {
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put(text, "over this string");
    forms.putIfAbsent(
        text.replaceFirst("\r?\n$", ""), "over this string without the line end at its end");
    forms.putIfAbsent(text.replace("\r\n", "\n"), "over this string with LF in place of CRLF");
    forms.putIfAbsent(
        text.replace("\r\n", "\n").replaceFirst("\n$", ""),
        "over this string with LF in place of CRLF, without the line end at its end");
    Optional<String> signed =
        forms.keySet().stream()
            .filter(form -> keys.stream().anyMatch(key -> gives(key, form, signature)))
            .findFirst();
    List<String> lines = new ArrayList<>();
    if (signed.isEmpty()) {
      lines.add("The secret does not give this signature over this string.");
      lines.add(
          "Either it is another secret, or what was signed is not this string: print it where the"
              + " MAC is made, byte for byte.");
    } else {
      lines.add("The secret gives this signature " + forms.get(signed.get()) + ".");
    }
    List<String> faults = faults(signed.orElse(text.replace("\r\n", "\n").stripTrailing()));
    if (!faults.isEmpty()) {
      lines.add("The string is not as DOKU wants it:");
      faults.forEach(fault -> lines.add("  - " + fault));
    } else if (signed.isPresent()) {
      lines.add(
          "Secret, MAC and form of the string are right. What DOKU refuses then is a value in it:"
              + " hold each against the header that was sent, and Digest against the body that was"
              + " sent (explain with a recording, or with --body, does so).");
    }
    return new SignedString(signed.isPresent() && faults.isEmpty(), lines);
  }

  private static boolean gives(SymmetricKey key, String text, String signature) {
    byte[] mac = key.hmac(Hash.SHA256, text.getBytes(UTF_8));
    return Signature.of(NonSnap.SCHEME.prefix() + Base64.getEncoder().encodeToString(mac))
        .isWrittenAs(signature.strip());
  }

  private static List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    List<String> names = new ArrayList<>();
    if (text.contains("\r")) {
      faults.add("it has carriage returns; lines are joined by LF alone");
    }
    if (text.endsWith("\n")) {
      faults.add("it has a line end after the last line; nothing stands there");
    }
    for (String line : text.strip().split("\r?\n", -1)) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1);
      names.add(name);
      if (!value.equals(value.strip())) {
        faults.add("white space stands around the value of " + name);
      }
      fault(name, value.strip()).ifPresent(faults::add);
    }
    List<String> wanted = names.contains("Response-Timestamp") ? RESPONSE : REQUEST;
    boolean right = names.equals(wanted) || names.equals(wanted.subList(0, 4));
    if (!right) {
      faults.add(
          "its lines are %s; wanted %s, and Digest only with a body"
              .formatted(String.join(", ", names), String.join(", ", wanted)));
    }
    return faults;
  }

  private static Optional<String> fault(String name, String value) {
    boolean right =
        switch (name) {
          case "Request-Timestamp", "Response-Timestamp" ->
              value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
          case "Request-Target" -> value.matches("/[^?#]*");
          case "Digest" -> value.matches("[A-Za-z0-9+/]{43}=");
          default -> !value.isEmpty();
        };
    if (right) {
      return Optional.empty();
    }
    return Optional.of(
        switch (name) {
          case "Request-Timestamp", "Response-Timestamp" ->
              name + " is no instant such as 2026-01-31T09:30:00Z";
          case "Request-Target" -> "Request-Target is no path alone, without host and query";
          case "Digest" -> "Digest is not the base64 of 32 bytes, the SHA-256 of the body";
          default -> name + " has no value";
        });
  }
}
