package io.github.dokuconformance.vectors.authoring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The two things that SNAP's {@code minify(RequestBody)} may mean. */
final class Minify {
  private static final Pattern STRING_OR_SPACE =
      Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*+\")|[ \\t\\r\\n]++", Pattern.DOTALL);
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Minify() {}

  /** Returns the bytes less the white space outside of strings; strings stay as they are. */
  static byte[] withoutSpace(byte[] body) {
    return STRING_OR_SPACE
        .matcher(new String(body, ISO_8859_1))
        .replaceAll("$1")
        .getBytes(ISO_8859_1);
  }

  /** Returns the same with each string written anew: the fewest escapes, all else raw. */
  static byte[] anew(byte[] body) {
    return STRING_OR_SPACE
        .matcher(new String(body, UTF_8))
        .replaceAll(
            match ->
                match.group(1) == null
                    ? ""
                    : Matcher.quoteReplacement(
                        written(MAPPER.readTree(match.group(1)).stringValue())))
        .getBytes(UTF_8);
  }

  private static String written(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int shortForm = "\"\\\b\f\n\r\t".indexOf(c);
      if (shortForm >= 0) {
        out.append('\\').append("\"\\bfnrt".charAt(shortForm));
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
