package io.github.dokuconformance.cli.input.har;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.LostBytes;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.json.BodyText;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import org.jspecify.annotations.Nullable;

/**
 * A body in a HAR: {@code postData} or {@code content}.
 *
 * @param text the body's text, where it was kept
 * @param encoding empty, or {@code base64} for a body that is not text
 * @param size how many bytes the HAR says it had, or -1
 * @param lost why the HAR does not hold it, if it says so
 */
record HarContent(@Nullable String text, String encoding, int size, @Nullable String lost) {
  static final HarContent ABSENT = new HarContent(null, "", -1, null);

  static HarContent read(JsonCursor json) throws JsonInputException {
    String text = null;
    String encoding = "";
    int size = -1;
    String lost = null;
    if (json.isNull()) {
      return ABSENT;
    }
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      if (json.isNull()) {
        continue;
      }
      switch (name) {
        case "text" -> text = json.string();
        case "encoding" -> encoding = json.string();
        case "size" -> size = json.integer(-1, Integer.MAX_VALUE);
        case "_file" -> {
          String file = json.string();
          lost =
              "it is in another file, "
                  + Visible.quoted(file)
                  + ", beside the HAR; record with the bodies in it (Playwright: content embed)";
        }
        case "params" -> {
          json.enterArray();
          while (json.nextElement()) {
            lost = "its postData has parsed fields (params) in place of the text that was sent";
            json.skip();
          }
        }
        default -> json.skip();
      }
    }
    return new HarContent(text, encoding, size, lost);
  }

  /**
   * Returns why the bytes that were sent are not known, or null.
   *
   * @param charset what the message says that its text is encoded in
   * @param length how many bytes the message itself says that the body has, or -1
   * @param exact whether that is so many bytes; else a tool may have counted characters, or not at
   *     all
   */
  @Nullable String doubt(String charset, int length, boolean exact) {
    if (text == null || text.isEmpty()) {
      if (lost != null) {
        return lost;
      }
      return length > 0 ? "it had " + length + " bytes, and the HAR does not hold them" : null;
    }
    if (!encoding.isEmpty() || !HttpSyntax.isUnicode(text)) {
      return null; // What is wrong with these is found when they are decoded.
    }
    int bytes = text.getBytes(UTF_8).length;
    boolean ascii = bytes == text.length();
    if (!ascii && !charset.equalsIgnoreCase("utf-8")) {
      return "it was sent as "
          + Visible.quoted(charset)
          + ", and the HAR has its letters, not its bytes; record it as base64";
    }
    boolean differs =
        exact
            ? length >= 0 && bytes != length
            : length > 0 && bytes != length && text.length() != length;
    if (!exact && !ascii && bytes != length && text.chars().allMatch(c -> c <= 0xFF)) {
      // Chromium gives what is not UTF-8 so, and who has counted characters can't tell.
      return "its text may be bytes that are not UTF-8, or letters; the HAR does not say which";
    }
    if (bytes > MessageLimits.BODY_BYTES) {
      return null;
    }
    if (differs) {
      return "it had %s bytes, and its text in the HAR has %s%s"
          .formatted(length, bytes, LostBytes.likelyReason(length, text));
    }
    if (text.indexOf('\uFFFD') >= 0 && bytes != length) {
      return "its text has U+FFFD, which stands in the place of bytes that the HAR lost";
    }
    return null;
  }

  Body body(JsonCursor json) throws JsonInputException {
    if (text == null) {
      return Body.none();
    }
    return switch (encoding) {
      case "" -> BodyText.utf8(text, json);
      case "base64" -> BodyText.base64(text, json);
      default -> throw json.error("expected encoding base64, got " + Visible.quoted(encoding));
    };
  }
}
