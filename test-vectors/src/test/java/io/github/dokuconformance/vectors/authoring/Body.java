package io.github.dokuconformance.vectors.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A body as it is written in the vector file, and its bytes. */
final class Body {
  private final ObjectNode form;
  private final byte[] bytes;

  private Body(ObjectNode form, byte[] bytes) {
    this.form = form;
    this.bytes = bytes;
  }

  /** Reads {@code utf8}, {@code base64} or {@code repeat}. */
  static Body of(ObjectNode form) {
    if (form.has("utf8")) {
      return new Body(form, form.required("utf8").stringValue().getBytes(UTF_8));
    }
    if (form.has("base64")) {
      return new Body(form, Base64.getDecoder().decode(form.required("base64").stringValue()));
    }
    return new Body(form, repeat(form.required("repeat")).getBytes(UTF_8));
  }

  /** Returns the form in which it was given. */
  ObjectNode form() {
    return form;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  static String repeat(JsonNode repeat) {
    return repeat.path("before").stringValue("")
        + repeat.required("utf8").stringValue().repeat(repeat.required("times").intValue())
        + repeat.path("after").stringValue("");
  }

  /**
   * Returns other bytes for bytes that are text.
   *
   * @param change {@code edit}: pairs of what to replace everywhere and by what; {@code charset}:
   *     another charset; else a body of its own
   */
  static byte[] changed(byte[] bytes, ObjectNode change) {
    if (change.has("edit")) {
      String text = new String(bytes, UTF_8);
      return edited(text, change.required("edit")).getBytes(UTF_8);
    }
    if (change.has("charset")) {
      String charset = change.required("charset").stringValue();
      return new String(bytes, UTF_8).getBytes(Charset.forName(charset));
    }
    return of(change).bytes();
  }

  static String edited(String text, JsonNode edits) {
    String result = text;
    for (JsonNode edit : edits) {
      String wanted = edit.required(0).stringValue();
      if (!result.contains(wanted)) {
        throw new IllegalArgumentException("expected \"" + wanted + "\" to replace in: " + text);
      }
      result = result.replace(wanted, edit.required(1).stringValue());
    }
    return result;
  }
}
