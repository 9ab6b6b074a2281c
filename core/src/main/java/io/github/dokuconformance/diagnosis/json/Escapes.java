package io.github.dokuconformance.diagnosis.json;

import io.github.dokuconformance.diagnosis.json.Json.Str;

/** How a serialiser spells the inside of a string. */
@FunctionalInterface
public interface Escapes {
  /** As it was written. */
  Escapes KEPT = (string, out) -> out.append(string.raw());

  void append(Str string, StringBuilder out);

  /**
   * Returns escapes made of sets of characters.
   *
   * @param twoCharacter those, beside {@code "} and {@code \}, written as a backslash and a letter
   * @param sixCharacter those written as {@code \} {@code uXXXX}, beside the other control
   *     characters
   */
  static Escapes of(String twoCharacter, String sixCharacter, boolean nonAscii, boolean upperHex) {
    String hex = upperHex ? "0123456789ABCDEF" : "0123456789abcdef";
    return (string, out) -> {
      String value = string.value();
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '"' || c == '\\') {
          out.append('\\').append(c);
        } else if (twoCharacter.indexOf(c) >= 0) {
          out.append('\\').append("bfnrt/".charAt("\b\f\n\r\t/".indexOf(c)));
        } else if (c < ' ' || (nonAscii && c > '~' + 1) || sixCharacter.indexOf(c) >= 0) {
          out.append("\\u").append(hex.charAt(c >> 12)).append(hex.charAt(c >> 8 & 15));
          out.append(hex.charAt(c >> 4 & 15)).append(hex.charAt(c & 15));
        } else {
          out.append(c);
        }
      }
    };
  }
}
