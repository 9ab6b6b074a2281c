package io.github.dokuconformance.diagnosis;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.json.Escapes;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.Layout;
import io.github.dokuconformance.diagnosis.json.Shape;
import java.nio.charset.Charset;

/** Other forms of the body than the bytes that came, all but what JSON serialisers write. */
final class BodyChoices {
  private final Evidence evidence;
  private final BodyForms forms;

  private BodyChoices(Evidence evidence, BodyForms forms) {
    this.evidence = evidence;
    this.forms = forms;
  }

  static void add(Evidence evidence, BodyForms forms) {
    if (evidence.body().bytes.length == 0) {
      return;
    }
    BodyChoices adder = new BodyChoices(evidence, forms);
    forms.add(MistakeCode.DIGEST_EMPTY_BODY, COMMON, () -> new byte[0]);
    if (evidence.isResponse()) {
      byte[] other = evidence.input().request().body().toByteArray();
      forms.add(MistakeCode.RESPONSE_REQUEST_DIGEST, COMMON, () -> other);
    }
    adder.whitespace();
    adder.lineEndings();
    adder.coded();
    adder.charsets();
    adder.jsonStrings();
    evidence
        .tokens()
        .ifPresent(t -> forms.text(MistakeCode.BODY_MINIFIED, COMMON, t::withoutSpace));
    evidence.json().ifPresent(adder::prettyPrinted);
  }

  private void whitespace() {
    String text = evidence.bodyText();
    MistakeCode trimmed = MistakeCode.BODY_TRIMMED;
    forms.text(trimmed, COMMON, text::strip, "white space", "taken off the ends");
    forms.text(trimmed, SEEN, () -> text.strip() + "\n", "white space", "LF alone at the end");
    forms.text(trimmed, SEEN, () -> text + "\n", "white space", "LF added at the end");
    forms.text(trimmed, RARE, () -> text + "\r\n", "white space", "CRLF added at the end");
    forms.text(trimmed, RARE, text::stripLeading, "white space", "taken off the front");
    forms.text(trimmed, SEEN, text::stripTrailing, "white space", "taken off the end");
    MistakeCode stripped = MistakeCode.BODY_WHITESPACE_STRIPPED;
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
    String text = evidence.bodyText();
    MistakeCode code = MistakeCode.BODY_LINE_ENDINGS;
    forms.text(code, COMMON, () -> text.replace("\r\n", "\n"), "line ends", "LF");
    forms.text(
        code, COMMON, () -> text.replace("\r\n", "\n").replace("\n", "\r\n"), "line ends", "CRLF");
    forms.text(code, SEEN, () -> text.replace("\r", "").replace("\n", ""), "line ends", "removed");
    forms.text(code, RARE, () -> text.replace("\r\n", "\n").replace("\n", "\r"), "line ends", "CR");
    forms.text(code, RARE, () -> text.replace("\r", ""), "line ends", "CR removed");
    forms.text(code, RARE, () -> text.replace("\n", "\\n"), "line ends", "the two characters \\n");
  }

  private void coded() {
    byte[] body = evidence.body().bytes;
    MistakeCode url = MistakeCode.BODY_URL_DECODED;
    forms.add(url, COMMON, () -> PercentCoding.decode(body, true), "form", "decoded, + as space");
    forms.add(
        url,
        SEEN,
        () -> PercentCoding.decode(body, false),
        "form",
        "decoded, percent escapes alone");
    encoded("-_.", true, "PHP urlencode");
    encoded("-_.~", false, "PHP rawurlencode");
    encoded("-_.!~*'()", false, "JavaScript encodeURIComponent");
    encoded("-_.!~*'();,/?:@&=+$#", false, "JavaScript encodeURI");
    encoded("-_.*", true, "Java URLEncoder");
    encoded("-_.~/", false, "Python quote");
    MistakeCode html = MistakeCode.BODY_HTML_DECODED;
    String text = evidence.bodyText();
    forms.text(html, COMMON, () -> HtmlEntities.basic(text), "decoder", "basic");
    forms.text(html, SEEN, () -> HtmlEntities.all(text), "decoder", "all");
  }

  private void encoded(String kept, boolean plusIsSpace, String by) {
    byte[] body = evidence.body().bytes;
    forms.text(
        MistakeCode.BODY_URL_DECODED,
        RARE,
        () -> PercentCoding.encode(body, kept, plusIsSpace),
        "form",
        "encoded as by " + by);
  }

  private void charsets() {
    String text = evidence.bodyText();
    Charsets.OTHERS.forEach((name, charset) -> charset(text, charset, name));
    Charsets.UTF_16.forEach(
        (name, charset) -> charset("\uFEFF" + text, charset, name + " with a byte order mark"));
    // UTF-8 taken for a charset of one byte, and written as UTF-8 again.
    for (String name : new String[] {"ISO-8859-1", "windows-1252"}) {
      Charset charset = Charsets.OTHERS.get(name);
      if (charset != null) {
        byte[] body = evidence.body().bytes;
        forms.add(
            MistakeCode.BODY_CHARSET,
            SEEN,
            () -> new String(body, charset).getBytes(UTF_8),
            "charset",
            name + " read, UTF-8 written");
      }
    }
    if (evidence.hasMark()) {
      forms.text(MistakeCode.BODY_BOM, COMMON, () -> text, "mark", "taken off");
    } else {
      forms.text(MistakeCode.BODY_BOM, SEEN, () -> "\uFEFF" + text, "mark", "put in front");
    }
  }

  private void charset(String text, Charset charset, String name) {
    forms.add(MistakeCode.BODY_CHARSET, RARE, () -> text.getBytes(charset), "charset", name);
  }

  private void jsonStrings() {
    String text = evidence.bodyText();
    Json.Str string = Json.Str.of(text);
    for (String slash : new String[] {"", "/"}) {
      for (boolean ascii : new boolean[] {false, true}) {
        Escapes escapes = Escapes.of("\b\f\n\r\t" + slash, ascii ? "\u007f" : "", ascii, false);
        forms.text(
            MistakeCode.BODY_JSON_STRING,
            slash.isEmpty() && !ascii ? SEEN : RARE,
            () -> Layout.COMPACT.write(string, escapes),
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
        pretty(json, shape, Layout.indented(indent, lineEnd), cost, "colon and space");
        pretty(json, shape, Layout.indented(indent, lineEnd).withColon(":"), RARE, "colon");
        pretty(
            json, shape, Layout.indented(indent, lineEnd).withColon(" : "), RARE, "spaced colon");
      }
    }
    pretty(json, shape, Layout.jackson("\n"), SEEN, "as Jackson");
    pretty(json, shape, Layout.jackson("\r\n"), RARE, "as Jackson");
    pretty(json, shape, Layout.SPACED, SEEN, "one line, as Python");
  }

  private void pretty(Json json, Shape shape, Layout layout, int cost, String style) {
    String lineEnd = layout.lineEnd();
    forms.longerText(
        MistakeCode.BODY_PRETTY_PRINTED,
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
