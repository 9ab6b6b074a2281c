package io.github.dokuconformance.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a recording has done to a body whose length is not the one that the message names. */
public final class LostBytes {
  private LostBytes() {}

  /** Returns what to add to the message about the two lengths, or nothing. */
  public static String likelyReason(long length, String recorded) {
    if (recorded.indexOf('\uFFFD') >= 0) {
      return ": it has U+FFFD, which stands in the place of bytes that the recording lost";
    }
    if (withoutOuterSpace(recorded).getBytes(UTF_8).length == length) {
      return ": the recording has lost or added white space around it";
    }
    if (minified(recorded).getBytes(UTF_8).length == length) {
      return ": without white space between its values it has exactly that length, so the recording"
          + " was reformatted; record the body as it was sent";
    }
    return "";
  }

  private static String withoutOuterSpace(String text) {
    return text.strip();
  }

  /** Returns JSON without the white space outside of its strings; anything else may come of it. */
  public static String minified(String json) {
    StringBuilder kept = new StringBuilder(json.length());
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString && c == '\\' && i + 1 < json.length()) {
        kept.append(c).append(json.charAt(++i));
        continue;
      }
      inString ^= c == '"';
      if (inString || " \t\r\n".indexOf(c) < 0) {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}
