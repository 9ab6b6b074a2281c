package io.github.dokuconformance.diagnosis.snap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;

import io.github.dokuconformance.diagnosis.BodyForms;
import io.github.dokuconformance.diagnosis.Wanted;
import io.github.dokuconformance.diagnosis.body.Charsets;
import io.github.dokuconformance.diagnosis.body.SentBody;
import io.github.dokuconformance.diagnosis.json.Escapes;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.JsonLayout;
import io.github.dokuconformance.diagnosis.json.Respelling;
import io.github.dokuconformance.diagnosis.json.Serializer;
import io.github.dokuconformance.diagnosis.json.Serializers;
import io.github.dokuconformance.diagnosis.json.Shape;
import io.github.dokuconformance.diagnosis.json.Tokens;
import io.github.dokuconformance.diagnosis.json.Trees;
import io.github.dokuconformance.signature.snap.Minification;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a signer may have hashed in place of the minified body. */
final class SnapBodies {
  private static final String SHORT = "\b\f\n\r\t";
  private static final String SEPARATORS = "\u2028\u2029";
  private static final Escapes FEWEST = Escapes.of(SHORT, "", false, false);
  private static final Escapes ASCII = Escapes.of(SHORT, "\u007f", true, false);
  private static final Escapes ASCII_BUT_DEL = Escapes.of(SHORT, "", true, false);
  private static final Escapes ASCII_UPPER = Escapes.of(SHORT, "", true, true);
  private static final Escapes SLASH = Escapes.of(SHORT + "/", "", false, false);
  private static final Escapes SLASH_ASCII = Escapes.of(SHORT + "/", "", true, false);
  private static final Escapes GO = Escapes.of("\n\r\t", "<>&" + SEPARATORS, false, false);
  private static final Escapes GSON = Escapes.of(SHORT, "<>&='" + SEPARATORS, false, false);

  /** Of a longer body, what each serialiser would do to it is not asked. */
  private static final int LONGEST_WRITTEN_AT_ONCE = 1 << 16;

  /** Bodies of requests for a token, as DOKU's own code writes them. */
  private static final List<String> TOKEN_REQUESTS =
      List.of(
          "{\"grantType\":\"client_credentials\"}",
          "{\"grantType\":\"client_credentials\",\"additionalInfo\":[]}",
          "{\"grantType\":\"client_credentials\",\"additionalInfo\":\"\"}",
          "{\"grantType\":\"client_credentials\",\"additionalInfo\":{}}");

  private final SentBody body;
  private final BodyForms forms;
  private final String text;
  private final String minified;

  private SnapBodies(SentBody body, BodyForms forms) {
    this.body = body;
    this.forms = forms;
    this.text = body.text();
    this.minified = Minification.withoutSpace(body.body()).toDisplayText();
  }

  static BodyForms of(SentBody body, Wanted wanted) {
    BodyForms forms = body.newForms(wanted);
    SnapBodies bodies = new SnapBodies(body, forms);
    bodies.others();
    if (!body.isEmpty()) {
      bodies.whitespace();
      bodies.charsets();
      bodies.strings();
      body.json().ifPresent(bodies::rewritten);
      body.tokens().ifPresent(bodies::numbers);
    }
    return forms;
  }

  private void others() {
    for (String other : List.of("null", "[]", "{}", "\"\"", "undefined", "None")) {
      form(
          SnapMistake.BODY_NULL_TEXT,
          other.equals("null") || other.equals("[]") ? COMMON : SEEN,
          () -> other,
          other);
    }
    if (!body.isEmpty()) {
      form(SnapMistake.BODY_NULL_TEXT, SEEN, () -> "", "nothing at all");
    }
    for (String other : TOKEN_REQUESTS) {
      form(SnapMistake.BODY_OTHER_MESSAGE, SEEN, () -> other, other);
    }
  }

  private void whitespace() {
    byte[] sent = body.body().toByteArray();
    forms.add(SnapMistake.BODY_NOT_MINIFIED, COMMON, () -> sent, "form", "as it was sent");
    SnapMistake raw = SnapMistake.BODY_NOT_MINIFIED;
    form(raw, SEEN, () -> text + "\n", "with LF at its end");
    form(raw, SEEN, text::strip, "without white space at its ends");
    form(raw, SEEN, () -> text.replace("\r\n", "\n"), "with LF in place of CRLF");
    form(raw, RARE, () -> text.replace("\r\n", "\n").strip(), "with LF, without the last one");
    form(raw, RARE, () -> text.replace("\n", "\r\n"), "with CRLF in place of LF");
    form(raw, RARE, () -> minified + "\n", "minified, with LF at its end");
    SnapMistake stripped = SnapMistake.BODY_WHITESPACE_STRIPPED;
    form(stripped, COMMON, () -> text.replaceAll("\\s", ""), "all white space");
    form(stripped, COMMON, () -> minified.replace(" ", ""), "spaces");
    form(stripped, SEEN, () -> text.replace(" ", ""), "spaces, and no line end");
    form(
        stripped,
        SEEN,
        () -> text.replaceAll("\\s", "").replaceAll("\\\\[tnr]", ""),
        "all white space, and the escapes \\t, \\n and \\r");
    form(stripped, RARE, () -> text.replaceAll("[\\r\\n\\t]", ""), "line ends and tabs alone");
    form(stripped, RARE, () -> text.replaceAll("\\s+", " "), "all but one space of each run");
  }

  private void charsets() {
    Charsets.OTHERS.forEach(
        (name, charset) ->
            forms.add(
                SnapMistake.BODY_CHARSET, RARE, () -> minified.getBytes(charset), "form", name));
    form(SnapMistake.BODY_CHARSET, SEEN, () -> "\uFEFF" + minified, "a byte order mark before it");
  }

  private void strings() {
    for (boolean sent : new boolean[] {false, true}) {
      Json.Str string = Json.Str.of(sent ? text : minified);
      String which = sent ? "the body as it was sent" : "the minified body";
      SnapMistake code = SnapMistake.BODY_JSON_STRING;
      form(code, SEEN, () -> JsonLayout.COMPACT.write(string, FEWEST), which);
      form(code, RARE, () -> JsonLayout.COMPACT.write(string, SLASH), which + ", slashes escaped");
      form(code, RARE, () -> JsonLayout.COMPACT.write(string, SLASH_ASCII), which + ", as PHP");
      form(code, RARE, () -> JsonLayout.COMPACT.write(string, ASCII), which + ", as Python");
    }
  }

  private void rewritten(Json json) {
    String fewest = JsonLayout.COMPACT.write(json, FEWEST);
    boolean slash = fewest.indexOf('/') >= 0;
    boolean foreign = fewest.chars().anyMatch(c -> c > '~');
    boolean html = fewest.chars().anyMatch(c -> "<>&'=\u2028\u2029".indexOf(c) >= 0);
    if (foreign) {
      compact(SnapMistake.BODY_ASCII_ESCAPED, COMMON, json, ASCII, "as Python's json.dumps");
      compact(SnapMistake.BODY_ASCII_ESCAPED, SEEN, json, ASCII_BUT_DEL, "all but ASCII");
      compact(SnapMistake.BODY_ASCII_ESCAPED, RARE, json, ASCII_UPPER, "in upper-case hex");
    }
    if (slash) {
      compact(SnapMistake.BODY_SLASH_ESCAPED, COMMON, json, SLASH, "slashes alone");
    }
    if (slash && foreign) {
      compact(
          SnapMistake.BODY_SLASH_ESCAPED,
          COMMON,
          json,
          SLASH_ASCII,
          "as PHP's json_encode, with what is not ASCII too");
    }
    if (html) {
      compact(SnapMistake.BODY_HTML_ESCAPED, COMMON, json, GO, "< > & as Go's json.Marshal");
      compact(SnapMistake.BODY_HTML_ESCAPED, COMMON, json, GSON, "< > & = ' as Gson");
    }
    Json sorted = sorted(json);
    compact(SnapMistake.BODY_KEYS_SORTED, COMMON, sorted, FEWEST, "at every level");
    compact(SnapMistake.BODY_KEYS_SORTED, SEEN, sorted, GO, "at every level, as Go's map");
    compact(SnapMistake.BODY_KEYS_SORTED, SEEN, sortedOnce(json), FEWEST, "at the top level");
    compact(
        SnapMistake.BODY_INTEGER_KEYS_FIRST,
        COMMON,
        Trees.everywhere(json, Trees.members(Trees::indicesFirst)),
        FEWEST,
        "as JavaScript has it");
    compact(
        SnapMistake.BODY_NULLS_DROPPED,
        COMMON,
        Trees.everywhere(json, Trees.members(Trees::withoutNulls)),
        FEWEST,
        "null members left out");
    compact(
        SnapMistake.BODY_EMPTY_ARRAY,
        COMMON,
        Trees.everywhere(json, SnapBodies::emptyArray),
        FEWEST,
        "every {} as []");
    spaced(json);
    if (text.length() > LONGEST_WRITTEN_AT_ONCE) {
      return;
    }
    Effects effects = new Effects(json, slash, foreign, html);
    Shape shape = Shape.of(json);
    for (Serializer serializer : Serializers.all()) {
      effects
          .code(serializer)
          .ifPresent(
              code ->
                  forms.longerText(
                      code,
                      RARE,
                      serializer.layout().longer(shape),
                      () -> serializer.write(json),
                      "form",
                      serializer.runtime() + " " + serializer.call()));
    }
  }

  private void spaced(Json json) {
    spaced(json, COMMON, JsonLayout.SPACED, "\", \" and \": \", as Python's json.dumps");
    spaced(json, COMMON, JsonLayout.indented("    ", "\n"), "four spaces, as PHP's pretty print");
    spaced(json, COMMON, JsonLayout.indented("  ", "\n"), "two spaces");
    spaced(json, SEEN, JsonLayout.indented("\t", "\n"), "tabs");
    spaced(json, SEEN, JsonLayout.jackson("\n"), "as Jackson's pretty printer");
    spaced(json, RARE, JsonLayout.indented("    ", "\r\n"), "four spaces and CRLF");
    spaced(json, RARE, JsonLayout.indented("  ", "\r\n"), "two spaces and CRLF");
  }

  private void spaced(Json json, int cost, JsonLayout layout, String form) {
    long longer = layout.longer(Shape.of(json));
    SnapMistake code = SnapMistake.BODY_DEFAULT_SEPARATORS;
    forms.longerText(code, cost, longer, () -> layout.write(json, FEWEST), "form", form);
    forms.longerText(
        code, RARE, longer, () -> layout.write(json, ASCII), "form", form + ", ASCII alone");
    forms.longerText(
        code, RARE, longer, () -> layout.write(json, SLASH_ASCII), "form", form + ", as PHP");
  }

  private static Json sorted(Json json) {
    return Trees.everywhere(json, Trees.members(Trees.sorted(Trees.BY_CODE_POINT)));
  }

  private static Json sortedOnce(Json json) {
    return json instanceof Json.Obj object
        ? new Json.Obj(Trees.sorted(Trees.BY_CODE_POINT).apply(object.members()))
        : json;
  }

  private static Json emptyArray(Json json) {
    return json instanceof Json.Obj object && object.members().isEmpty()
        ? new Json.Arr(List.of())
        : json;
  }

  private void numbers(Tokens tokens) {
    for (Respelling respelling : Respelling.ofNumbers()) {
      form(
          SnapMistake.BODY_NUMBER_RESPELLED,
          SEEN,
          () -> tokens.respelt(respelling.spelling()).withoutSpace(),
          respelling.description());
    }
  }

  private void compact(SnapMistake code, int cost, Json json, Escapes escapes, String form) {
    form(code, cost, () -> JsonLayout.COMPACT.write(json, escapes), form);
  }

  private void form(SnapMistake code, int cost, Supplier<String> bytes, String form) {
    forms.text(code, cost, bytes, "form", form);
  }

  /** What there is in a body for a serialiser to write otherwise. */
  private record Effects(Json json, boolean slash, boolean foreign, boolean html) {
    /** Returns the first effect that a serialiser has on this body; nothing where it has none. */
    Optional<SnapMistake> code(Serializer serializer) {
      String call = serializer.call();
      if (changes(SnapBodies::sorted) && (call.contains("sorted") || call.contains(" map"))) {
        return Optional.of(SnapMistake.BODY_KEYS_SORTED);
      }
      if (!serializer.layout().equals(JsonLayout.COMPACT)) {
        return Optional.of(SnapMistake.BODY_DEFAULT_SEPARATORS);
      }
      String plain = serializer.write(json);
      if (slash && plain.contains("\\/")) {
        return Optional.of(SnapMistake.BODY_SLASH_ESCAPED);
      }
      if (foreign && plain.chars().allMatch(c -> c < 0x80)) {
        return Optional.of(SnapMistake.BODY_ASCII_ESCAPED);
      }
      if (html
          && !plain.equals(JsonLayout.COMPACT.write(json, FEWEST))
          && plain.contains("\\u00")) {
        return Optional.of(SnapMistake.BODY_HTML_ESCAPED);
      }
      if (changes(it -> Trees.everywhere(it, Trees.members(Trees::withoutNulls)))
          && !plain.contains("null")) {
        return Optional.of(SnapMistake.BODY_NULLS_DROPPED);
      }
      if (changes(it -> Trees.everywhere(it, SnapBodies::emptyArray)) && !plain.contains("{}")) {
        return Optional.of(SnapMistake.BODY_EMPTY_ARRAY);
      }
      return Optional.of(SnapMistake.BODY_NUMBER_RESPELLED);
    }

    private boolean changes(Function<Json, Json> change) {
      return !change.apply(json).equals(json);
    }
  }
}
