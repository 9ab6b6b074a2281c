package io.github.dokuconformance.diagnosis.body;

import static io.github.dokuconformance.diagnosis.Choice.ALONE;
import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.ONE_OF_MANY;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.BodyForms;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.json.DroppedLines;
import io.github.dokuconformance.diagnosis.json.Escapes;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.JsonLayout;
import io.github.dokuconformance.diagnosis.json.Shape;
import io.github.dokuconformance.diagnosis.json.Tokens;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;

/** Other forms of the body than the bytes that came, all but what JSON serialisers write. */
public final class BodyChoices {
  /** Ends of chunks inside characters that are tried, from the front. */
  private static final int MOST_CUTS = 128;

  private final SentBody body;
  private final CodedForms forms;

  private BodyChoices(SentBody body, CodedForms forms) {
    this.body = body;
    this.forms = forms;
  }

  /** Adds the forms of a body, under the scheme's codes. */
  public static void add(SentBody body, BodyForms forms, Function<BodyMistake, MistakeCode> codes) {
    CodedForms coded = new CodedForms(forms, codes);
    if (!body.isEmpty()) {
      new BodyChoices(body, coded).add();
    }
    SerializerChoices.add(body, coded);
  }

  private void add() {
    compressed();
    whitespace();
    lineEndings();
    body.tokens().filter(DroppedLines::areMissing).ifPresent(this::droppedLineEnds);
    coded();
    charsets();
    jsonStrings();
    body.tokens().ifPresent(t -> forms.text(BodyMistake.MINIFIED, COMMON, t::withoutSpace));
    if (forms.wants(BodyMistake.PRETTY_PRINTED)) {
      body.json().ifPresent(this::prettyPrinted);
    }
  }

  private void compressed() {
    byte[] bytes = body.body().toByteArray();
    Compression.undone(bytes)
        .ifPresent(
            plain ->
                forms.add(
                    BodyMistake.COMPRESSED, COMMON, () -> plain, "form", "before its compression"));
    for (int system : Compression.OPERATING_SYSTEMS) {
      forms.add(
          BodyMistake.COMPRESSED,
          ALONE,
          () -> Compression.done(bytes, system),
          "form",
          "compressed by gzip");
    }
  }

  private void whitespace() {
    String text = body.text();
    BodyMistake trimmed = BodyMistake.TRIMMED;
    forms.text(trimmed, COMMON, text::strip, "white space", "taken off the ends");
    forms.text(trimmed, SEEN, () -> text.strip() + "\n", "white space", "LF alone at the end");
    forms.text(trimmed, SEEN, () -> text + "\n", "white space", "LF added at the end");
    forms.text(trimmed, RARE, () -> text + "\r\n", "white space", "CRLF added at the end");
    forms.text(trimmed, RARE, text::stripLeading, "white space", "taken off the front");
    forms.text(trimmed, SEEN, text::stripTrailing, "white space", "taken off the end");
    BodyMistake stripped = BodyMistake.WHITESPACE_STRIPPED;
    forms.text(stripped, SEEN, () -> text.replace(" ", ""), "removed", "spaces");
    forms.text(stripped, SEEN, () -> text.replaceAll("\\s", ""), "removed", "all white space");
    forms.text(
        stripped,
        RARE,
        () -> text.replaceAll("\\s+", " "),
        "removed",
        "all but one space of each run");
  }

  private void lineEndings() {
    String text = body.text();
    BodyMistake code = BodyMistake.LINE_ENDINGS;
    forms.text(code, COMMON, () -> text.replace("\r\n", "\n"), "line ends", "LF");
    forms.text(
        code, COMMON, () -> text.replace("\r\n", "\n").replace("\n", "\r\n"), "line ends", "CRLF");
    forms.text(code, SEEN, () -> text.replace("\r", "").replace("\n", ""), "line ends", "removed");
    forms.text(code, RARE, () -> text.replace("\r\n", "\n").replace("\n", "\r"), "line ends", "CR");
    forms.text(code, RARE, () -> text.replace("\r", ""), "line ends", "CR removed");
    forms.text(code, RARE, () -> text.replace("\n", "\\n"), "line ends", "the two characters \\n");
  }

  /** What curl --data @file loses of a file, which --data-binary does not. */
  private void droppedLineEnds(Tokens tokens) {
    for (String lineEnd : List.of("\n", "\r\n")) {
      for (String last : List.of("", lineEnd)) {
        forms.longerText(
            BodyMistake.LINE_ENDINGS,
            COMMON,
            2L * tokens.list().size(),
            () -> DroppedLines.restored(tokens, lineEnd) + last,
            "line ends",
            (lineEnd.equals("\n") ? "LF" : "CRLF")
                + (last.isEmpty() ? "" : ", the last one too")
                + ", which curl --data @file drops and --data-binary @file keeps");
      }
    }
  }

  private void coded() {
    byte[] bytes = body.body().toByteArray();
    BodyMistake url = BodyMistake.URL_DECODED;
    forms.add(url, COMMON, () -> PercentCoding.decode(bytes, true), "form", "decoded, + as space");
    forms.add(
        url,
        SEEN,
        () -> PercentCoding.decode(bytes, false),
        "form",
        "decoded, percent escapes alone");
    encoded("-_.", true, "PHP urlencode");
    encoded("-_.~", false, "PHP rawurlencode");
    encoded("-_.!~*'()", false, "JavaScript encodeURIComponent");
    encoded("-_.!~*'();,/?:@&=+$#", false, "JavaScript encodeURI");
    encoded("-_.*", true, "Java URLEncoder");
    encoded("-_.~/", false, "Python quote");
    BodyMistake html = BodyMistake.HTML_DECODED;
    String text = body.text();
    forms.text(html, COMMON, () -> HtmlEntities.basic(text), "decoder", "basic");
    forms.text(html, SEEN, () -> HtmlEntities.all(text), "decoder", "all");
  }

  private void encoded(String kept, boolean plusIsSpace, String by) {
    byte[] bytes = body.body().toByteArray();
    forms.text(
        BodyMistake.URL_DECODED,
        RARE,
        () -> PercentCoding.encode(bytes, kept, plusIsSpace),
        "form",
        "encoded as by " + by);
  }

  private void charsets() {
    String text = body.text();
    Charsets.OTHERS.forEach((name, charset) -> charset(text, charset, name));
    Charsets.UTF_16.forEach(
        (name, charset) -> charset("\uFEFF" + text, charset, name + " with a byte order mark"));
    // UTF-8 taken for a charset of one byte, and written as UTF-8 again.
    for (String name : new String[] {"ISO-8859-1", "windows-1252"}) {
      Charset charset = Charsets.OTHERS.get(name);
      if (charset != null) {
        byte[] bytes = body.body().toByteArray();
        forms.add(
            BodyMistake.CHARSET,
            SEEN,
            () -> new String(bytes, charset).getBytes(UTF_8),
            "charset",
            name + " read, UTF-8 written");
      }
    }
    for (String name : List.of("US-ASCII", "ISO-8859-1")) {
      forms.add(
          BodyMistake.CHARSET,
          RARE,
          () -> oneForEachUnit(text, name.equals("US-ASCII")),
          "charset",
          name.equals("US-ASCII")
              ? "US-ASCII, ? for each byte beyond it"
              : "the low byte of each character, as Node's latin1");
    }
    forms.add(
        BodyMistake.CHARSET,
        RARE,
        () -> new String(body.body().toByteArray(), US_ASCII).getBytes(UTF_8),
        "charset",
        "US-ASCII read, \\uFFFD for each byte beyond it");
    chunks();
    if (body.hasMark()) {
      forms.text(BodyMistake.BOM, COMMON, () -> text, "mark", "taken off");
    } else {
      forms.text(BodyMistake.BOM, SEEN, () -> "\uFEFF" + text, "mark", "put in front");
    }
  }

  /** Of each byte beyond ASCII a question mark, or of each UTF-16 unit its low byte. */
  private byte[] oneForEachUnit(String text, boolean questionMarks) {
    if (questionMarks) {
      byte[] bytes = body.body().toByteArray();
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = bytes[i] < 0 ? (byte) '?' : bytes[i];
      }
      return bytes;
    }
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  /** UTF-8 that was made text chunk by chunk, with one of the ends inside a character. */
  private void chunks() {
    byte[] bytes = body.body().toByteArray();
    int cuts = 0;
    for (int at = 1; at < bytes.length && cuts < MOST_CUTS; at++) {
      if ((bytes[at] & 0xc0) == 0x80) {
        cuts++;
        int cut = at;
        forms.add(
            BodyMistake.CHARSET,
            ONE_OF_MANY,
            () ->
                (new String(bytes, 0, cut, UTF_8)
                        + new String(bytes, cut, bytes.length - cut, UTF_8))
                    .getBytes(UTF_8),
            "charset",
            "UTF-8 made text in two chunks, the first of " + cut + " bytes");
      }
    }
  }

  private void charset(String text, Charset charset, String name) {
    forms.add(BodyMistake.CHARSET, RARE, () -> text.getBytes(charset), "charset", name);
  }

  private void jsonStrings() {
    String text = body.text();
    Json.Str string = Json.Str.of(text);
    for (String slash : new String[] {"", "/"}) {
      for (boolean ascii : new boolean[] {false, true}) {
        Escapes escapes = Escapes.of("\b\f\n\r\t" + slash, ascii ? "\u007f" : "", ascii, false);
        forms.text(
            BodyMistake.JSON_STRING,
            slash.isEmpty() && !ascii ? SEEN : RARE,
            () -> JsonLayout.COMPACT.write(string, escapes),
            "escaped",
            "quotes, backslashes, control characters"
                + (slash.isEmpty() ? "" : ", slashes")
                + (ascii ? ", what is not ASCII" : ""));
      }
    }
  }

  private void prettyPrinted(Json json) {
    Shape shape = Shape.of(json);
    for (String indent : new String[] {"  ", "    ", "\t", "   "}) {
      for (String lineEnd : new String[] {"\n", "\r\n"}) {
        int cost = lineEnd.length() == 1 && indent.length() != 3 ? COMMON : SEEN;
        pretty(json, shape, JsonLayout.indented(indent, lineEnd), cost, "colon and space");
        pretty(json, shape, JsonLayout.indented(indent, lineEnd).withColon(":"), RARE, "colon");
        pretty(
            json,
            shape,
            JsonLayout.indented(indent, lineEnd).withColon(" : "),
            RARE,
            "spaced colon");
      }
    }
    pretty(json, shape, JsonLayout.jackson("\n"), SEEN, "as Jackson");
    pretty(json, shape, JsonLayout.jackson("\r\n"), RARE, "as Jackson");
    pretty(json, shape, JsonLayout.SPACED, SEEN, "one line, as Python");
  }

  private void pretty(Json json, Shape shape, JsonLayout layout, int cost, String style) {
    String lineEnd = layout.lineEnd();
    forms.longerText(
        BodyMistake.PRETTY_PRINTED,
        cost,
        layout.longer(shape),
        () -> layout.write(json, Escapes.KEPT),
        "indent",
        layout.indent().equals("\t") ? "tab" : layout.indent().length() + " spaces",
        "line ends",
        lineEnd.isEmpty() ? "none" : lineEnd.equals("\n") ? "LF" : "CRLF",
        "style",
        style);
  }
}
