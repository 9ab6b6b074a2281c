package io.github.dokuconformance.cli.input.har;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.json.BodyText;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import org.jspecify.annotations.Nullable;

/**
 * A body in a HAR: {@code postData} or {@code content}.
 *
 * @param text the body's text, where it was kept
 * @param encoding empty, or {@code base64} for a body that is not text
 * @param hadBytes whether the HAR says that there was a body, kept or not
 */
record HarContent(@Nullable String text, String encoding, boolean hadBytes) {
  static final HarContent ABSENT = new HarContent(null, "", false);

  static HarContent read(JsonCursor json) throws JsonInputException {
    String text = null;
    String encoding = "";
    boolean hadBytes = false;
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "text" -> text = json.string();
        case "encoding" -> encoding = json.string();
        case "size" -> hadBytes |= json.integer(-1, Integer.MAX_VALUE) > 0;
        case "params" -> {
          json.enterArray();
          while (json.nextElement()) {
            hadBytes = true;
            json.skip();
          }
        }
        default -> json.skip();
      }
    }
    return new HarContent(text, encoding, hadBytes);
  }

  /** Says whether there was a body that the HAR does not hold. */
  boolean isLost() {
    return text == null && hadBytes;
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
