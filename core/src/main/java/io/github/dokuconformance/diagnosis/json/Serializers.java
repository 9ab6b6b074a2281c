package io.github.dokuconformance.diagnosis.json;

import static io.github.dokuconformance.diagnosis.json.Trees.members;
import static io.github.dokuconformance.diagnosis.json.Trees.numbers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The serialisers whose habits are known, each held to a recording of the real one by a test.
 *
 * <p>Recorded with Node 20, Python 3.11, PHP 8.2, Go 1.19, Gson 2.15 and Jackson 3.2.
 */
public final class Serializers {
  private static final String ALL_SHORT = "\b\f\n\r\t";
  private static final String LINE_SEPARATORS = "\u2028\u2029";

  private static final Escapes JAVA_SCRIPT = Escapes.of(ALL_SHORT, "", false, false);
  private static final Escapes GO_PLAIN = Escapes.of("\n\r\t", LINE_SEPARATORS, false, false);
  private static final Escapes GO_HTML =
      Escapes.of("\n\r\t", LINE_SEPARATORS + "<>&", false, false);
  private static final Escapes GSON_PLAIN = Escapes.of(ALL_SHORT, LINE_SEPARATORS, false, false);
  private static final Escapes GSON_HTML =
      Escapes.of(ALL_SHORT, LINE_SEPARATORS + "<>&='", false, false);
  private static final Escapes JACKSON = Escapes.of(ALL_SHORT, "", false, true);
  private static final Escapes JACKSON_ASCII = Escapes.of(ALL_SHORT, "", true, true);

  private static final UnaryOperator<Json> LAST_WINS = members(Trees::lastWins);

  private Serializers() {}

  /** Returns all of them, the likelier of a runtime first. */
  public static List<Serializer> all() {
    List<Serializer> all = new ArrayList<>();
    javaScript(all);
    python(all);
    php(all);
    go(all);
    gson(all);
    jackson(all);
    return List.copyOf(all);
  }

  private static void javaScript(List<Serializer> all) {
    UnaryOperator<Json> change =
        then(numbers(NumberSpellings::javaScript), members(Trees::indicesFirst));
    String[][] indents = {{"", ""}, {" 2", "  "}, {" 3", "   "}, {" 4", "    "}, {" tab", "\t"}};
    for (String[] indent : indents) {
      JsonLayout layout =
          indent[1].isEmpty() ? JsonLayout.COMPACT : JsonLayout.indented(indent[1], "\n");
      String call = "JSON.stringify" + indent[0];
      all.add(new Serializer("JavaScript", call, true, change, layout, JAVA_SCRIPT, ""));
    }
  }

  private static void python(List<Serializer> all) {
    UnaryOperator<Json> change = then(numbers(NumberSpellings::python), LAST_WINS);
    UnaryOperator<Json> sorted = then(change, members(Trees.sorted(Trees.BY_CODE_POINT)));
    for (String raw : List.of("", " raw")) {
      Escapes escapes = raw.isEmpty() ? Escapes.of(ALL_SHORT, "\u007f", true, false) : JAVA_SCRIPT;
      all.add(python("dumps" + raw, change, JsonLayout.SPACED, escapes));
      all.add(python("dumps compact" + raw, change, JsonLayout.COMPACT, escapes));
      all.add(python("dumps indent 2" + raw, change, JsonLayout.indented("  ", "\n"), escapes));
      all.add(python("dumps indent 4" + raw, change, JsonLayout.indented("    ", "\n"), escapes));
      all.add(python("dumps sorted" + raw, sorted, JsonLayout.SPACED, escapes));
      all.add(python("dumps sorted compact" + raw, sorted, JsonLayout.COMPACT, escapes));
    }
  }

  private static Serializer python(
      String call, UnaryOperator<Json> change, JsonLayout layout, Escapes escapes) {
    return new Serializer("Python", call, true, change, layout, escapes, "");
  }

  private static void php(List<Serializer> all) {
    UnaryOperator<Json> object = then(numbers(NumberSpellings::php), LAST_WINS);
    UnaryOperator<Json> array = then(numbers(NumberSpellings::php), Trees::phpArrays);
    UnaryOperator<Json> fraction =
        then(numbers(NumberSpellings::phpZeroFraction), Trees::phpArrays);
    UnaryOperator<Json> numeric =
        then(then(numbers(NumberSpellings::php), Trees::phpNumericCheck), Trees::phpArrays);
    for (String flags : List.of("", " slashes", " unicode", " slashes unicode")) {
      boolean unicode = flags.contains("unicode");
      String slash = flags.contains("slashes") ? "" : "/";
      Escapes escapes =
          Escapes.of(ALL_SHORT + slash, unicode ? LINE_SEPARATORS : "", !unicode, false);
      all.add(php("array" + flags, true, array, JsonLayout.COMPACT, escapes));
      all.add(php("object" + flags, true, object, JsonLayout.COMPACT, escapes));
      JsonLayout pretty = JsonLayout.indented("    ", "\n");
      all.add(php("array" + flags + " pretty", true, array, pretty, escapes));
      all.add(php("object" + flags + " pretty", true, object, pretty, escapes));
      all.add(
          php("array" + flags + " zero-fraction", false, fraction, JsonLayout.COMPACT, escapes));
      all.add(php("array" + flags + " numeric-check", false, numeric, JsonLayout.COMPACT, escapes));
    }
  }

  private static Serializer php(
      String call, boolean common, UnaryOperator<Json> change, JsonLayout layout, Escapes escapes) {
    return new Serializer("PHP", "json_encode " + call, common, change, layout, escapes, "");
  }

  private static void go(List<Serializer> all) {
    UnaryOperator<Json> sorted = members(Trees.sorted(Trees.BY_CODE_POINT));
    UnaryOperator<Json> map = then(numbers(NumberSpellings::go), sorted);
    UnaryOperator<Json> kept = UnaryOperator.identity();
    all.add(go("Marshal map", true, map, JsonLayout.COMPACT, GO_HTML, ""));
    all.add(go("Marshal map UseNumber", false, sorted, JsonLayout.COMPACT, GO_HTML, ""));
    all.add(go("Marshal ordered", true, kept, JsonLayout.COMPACT, GO_HTML, ""));
    for (String[] indent : new String[][] {{"2", "  "}, {"4", "    "}, {"tab", "\t"}}) {
      JsonLayout layout = JsonLayout.indented(indent[1], "\n");
      all.add(go("MarshalIndent map " + indent[0], false, map, layout, GO_HTML, ""));
    }
    all.add(go("Encoder map", true, map, JsonLayout.COMPACT, GO_HTML, "\n"));
    all.add(go("Encoder map no-html", false, map, JsonLayout.COMPACT, GO_PLAIN, "\n"));
    all.add(go("Encoder ordered", true, kept, JsonLayout.COMPACT, GO_HTML, "\n"));
    all.add(go("Encoder ordered no-html", false, kept, JsonLayout.COMPACT, GO_PLAIN, "\n"));
  }

  private static Serializer go(
      String call,
      boolean common,
      UnaryOperator<Json> change,
      JsonLayout layout,
      Escapes escapes,
      String end) {
    return new Serializer("Go", call, common, change, layout, escapes, end);
  }

  private static void gson(List<Serializer> all) {
    UnaryOperator<Json> noNulls = members(Trees::withoutNulls);
    UnaryOperator<Json> doubles = then(numbers(NumberSpellings::javaDouble), noNulls);
    JsonLayout pretty = JsonLayout.indented("  ", "\n");
    all.add(gson("toJson tree", true, noNulls, JsonLayout.COMPACT, GSON_HTML));
    all.add(gson("toJson tree no-html", true, noNulls, JsonLayout.COMPACT, GSON_PLAIN));
    all.add(gson("toJson tree nulls", false, LAST_WINS, JsonLayout.COMPACT, GSON_HTML));
    all.add(gson("toJson tree pretty", true, noNulls, pretty, GSON_HTML));
    all.add(gson("toJson tree pretty no-html", false, noNulls, pretty, GSON_PLAIN));
    all.add(gson("toJson map", true, doubles, JsonLayout.COMPACT, GSON_HTML));
    all.add(gson("toJson map no-html", false, doubles, JsonLayout.COMPACT, GSON_PLAIN));
    all.add(gson("toJson map pretty", false, doubles, pretty, GSON_HTML));
  }

  private static Serializer gson(
      String call, boolean common, UnaryOperator<Json> change, JsonLayout layout, Escapes escapes) {
    return new Serializer("Gson", call, common, change, layout, escapes, "");
  }

  private static void jackson(List<Serializer> all) {
    UnaryOperator<Json> typed = then(numbers(NumberSpellings::javaTyped), LAST_WINS);
    UnaryOperator<Json> noNulls = then(typed, members(Trees::withoutNulls));
    UnaryOperator<Json> sorted = then(typed, members(Trees.sorted(Comparator.naturalOrder())));
    all.add(jackson("write", true, typed, JsonLayout.COMPACT, JACKSON));
    all.add(jackson("write non-null", true, noNulls, JsonLayout.COMPACT, JACKSON));
    all.add(jackson("write sorted", true, sorted, JsonLayout.COMPACT, JACKSON));
    all.add(jackson("write ascii", false, typed, JsonLayout.COMPACT, JACKSON_ASCII));
    all.add(jackson("write pretty", true, typed, JsonLayout.jackson("\n"), JACKSON));
    all.add(jackson("write pretty crlf", false, typed, JsonLayout.jackson("\r\n"), JACKSON));
    all.add(jackson("write sorted pretty", false, sorted, JsonLayout.jackson("\n"), JACKSON));
  }

  private static Serializer jackson(
      String call, boolean common, UnaryOperator<Json> change, JsonLayout layout, Escapes escapes) {
    return new Serializer("Jackson", call, common, change, layout, escapes, "");
  }

  private static UnaryOperator<Json> then(UnaryOperator<Json> first, UnaryOperator<Json> second) {
    return json -> second.apply(first.apply(json));
  }
}
