package io.github.dokuconformance.probe;

import static io.github.dokuconformance.probe.Expectation.ACCEPTED;
import static io.github.dokuconformance.probe.Level.INFORMATIONAL;
import static io.github.dokuconformance.probe.Level.MUST;
import static io.github.dokuconformance.probe.Level.SHOULD;

import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.probe.Probe.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Genuine notifications whose bodies are legal JSON in spellings that careless receivers change.
 */
final class SpellingProbes {
  private static final Reason RAW =
      new Reason(
          "the endpoint digests something else than the bytes that came, so it refuses real"
              + " payments as soon as DOKU spells a body like this",
          "digest the raw body before anything decodes, trims, parses or sanitises it");
  private static final Reason NON_STRICT =
      new Reason(
          "DOKU says that it may add fields: the day it does, every notification is refused",
          "ignore fields that you do not know, and digest the raw body, not your model of it");
  private static final int LARGE = 64 << 10;

  private SpellingProbes() {}

  static List<Probe> all(NotificationForm form) {
    List<Probe> all = new ArrayList<>(spellings());
    form.mayLack().ifPresent(place -> all.add(withoutDetails(place)));
    all.addAll(unknown());
    form.amount().ifPresent(place -> all.add(amountDecimals(place)));
    all.add(large());
    return all;
  }

  private static List<Probe> spellings() {
    return List.of(
        raw("pretty-printed", "two spaces and LF", s -> Spelling.indented(s.success(), "  ", "\n")),
        raw("crlf", "tabs and CRLF", s -> Spelling.indented(s.success(), "\t", "\r\n")),
        raw("spaced", "spaces and tabs around each sign", s -> Spelling.spaced(s.success())),
        raw("trailing-newline", "LF after the body", s -> Spelling.compact(s.success()) + "\n"),
        raw("leading-space", "space before the body", s -> " " + Spelling.compact(s.success())),
        text("double-space", "two spaces inside a string", "MCH  0001"),
        text("escaped-slash", "\\/ for / in a string", "https:\\/\\/merchant.example\\/1"),
        text("slash", "/ in a string, not escaped", "https://merchant.example/1"),
        text("unicode-escapes", "\\uXXXX for letters", "\\u0041kulaku caf\\u00E9"),
        text("surrogate-escapes", "\\uXXXX\\uXXXX for an emoji", "\\ud83d\\ude00"),
        text("escapes", "\\\" \\\\ \\n \\t in a string", "a\\\"b\\\\c\\nd\\te"),
        text("plus", "+ in a string", "MCH+0001"),
        text("percent", "%25, %2B and %20 in a string", "100%25 %2B%20"),
        text("html-entities", "&amp; and &quot; in a string", "a &amp; b &quot;c&quot;"),
        text("html-characters", "< > & ' = in a string", "<b> & 'b' = c"),
        text("non-ascii", "letters beyond ASCII, as UTF-8", "caf\u00e9 \u65e5\u672c"),
        text("emoji", "an emoji, as four bytes of UTF-8", "paid \ud83d\ude00"),
        text("line-separator", "U+2028 in a string, as UTF-8", "a\u2028b"),
        raw(
            "reordered",
            "members in another order",
            s -> Spelling.compact(Spelling.reversed(s.success()))),
        raw(
            "number-like-names",
            "an added object with members \"10\", \"9\"",
            SpellingProbes::numberLike));
  }

  private static Probe withoutDetails(Pointer place) {
    return probe(
        "without-details",
        MUST,
        "no " + place.dotted() + ", which DOKU's table does not list",
        new Reason(
            "the object stands in DOKU's sample alone, so a real body may lack it",
            "rely on the fields of DOKU's table; " + place.dotted() + " is extra"),
        Sources.BODY,
        s -> Spelling.compact(without(s.success(), place)));
  }

  private static ObjectNode without(ObjectNode tree, Pointer place) {
    JsonPointer pointer = JsonPointer.compile(place.toString());
    if (tree.at(pointer.head()) instanceof ObjectNode parent) {
      parent.remove(pointer.last().getMatchingProperty());
    }
    return tree;
  }

  private static List<Probe> unknown() {
    return List.of(
        probe(
            "unknown-fields",
            MUST,
            "a field that is not documented in each object",
            NON_STRICT,
            Sources.NEW_FIELDS,
            SpellingProbes::unknownFields),
        probe(
            "unknown-object",
            MUST,
            "additional_info at the top, with objects, an array, null and a fraction in it",
            NON_STRICT,
            Sources.NEW_FIELDS,
            SpellingProbes::unknownObject));
  }

  private static Probe amountDecimals(Pointer place) {
    return probe(
        "amount-decimals",
        INFORMATIONAL,
        place.dotted() + " written with .00",
        new Reason(
            "third parties saw DOKU's simulator send 20000.00; the table says a whole number",
            "compare amounts as numbers, and digest the raw body"),
        Source.observed("third-party sandbox notes, simulator notifications"),
        s -> withDecimals(s, place));
  }

  private static Probe large() {
    return probe(
        "large",
        SHOULD,
        "a body of 64 KiB",
        new Reason(
            "DOKU states no limit, and bodies grow as it adds fields",
            "let bodies of at least 64 KiB in"),
        Source.assumed("no page limits a notification's size"),
        SpellingProbes::large);
  }

  private static Probe raw(String name, String sent, Function<Setting, String> body) {
    return probe(name, MUST, sent, RAW, Sources.RAW_BODY, body);
  }

  private static Probe text(String name, String sent, String json) {
    return raw(name, sent, s -> Spelling.withText(s.success(), json));
  }

  private static Probe probe(
      String name,
      Level level,
      String sent,
      Reason reason,
      Source source,
      Function<Setting, String> body) {
    return Probe.of(
        "spelling." + name,
        level,
        ACCEPTED,
        sent,
        reason,
        source,
        s -> s.draft(body.apply(s)).sign());
  }

  private static String numberLike(Setting setting) {
    ObjectNode tree = setting.success();
    tree.withObjectProperty("additional_info").put("b", 1).put("10", 2).put("9", 3).put("a", 4);
    return Spelling.compact(tree);
  }

  private static String unknownFields(Setting setting) {
    ObjectNode tree = setting.success();
    tree.properties().stream()
        .filter(member -> member.getValue() instanceof ObjectNode)
        .forEach(member -> ((ObjectNode) member.getValue()).put("field_that_doku_may_add", true));
    return Spelling.compact(tree);
  }

  private static String unknownObject(Setting setting) {
    ObjectNode tree = setting.success();
    ObjectNode info = tree.withObjectProperty("additional_info");
    info.putObject("field_that_doku_may_add").put("product", "FAKE").put("system", "fake-system");
    info.putArray("rates").add(new BigDecimal("0.10")).addNull();
    info.putObject("empty");
    return Spelling.compact(tree);
  }

  private static String withDecimals(Setting setting, Pointer place) {
    String name = JsonPointer.compile(place.toString()).last().getMatchingProperty();
    String plain = "\"" + name + "\":" + setting.order().amount();
    return Spelling.compact(setting.success()).replace(plain, plain + ".00");
  }

  private static String large(Setting setting) {
    ObjectNode tree = setting.success();
    tree.withObjectProperty("additional_info").put("note", "x".repeat(LARGE));
    return Spelling.compact(tree);
  }
}
