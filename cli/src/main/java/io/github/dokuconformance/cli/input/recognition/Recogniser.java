package io.github.dokuconformance.cli.input.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.postman.BrunoFile;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what an input is by how it begins. */
final class Recogniser {
  private static final Pattern CURL =
      Pattern.compile(
          "(?is)(#!.*|(```\\w*\\s+)?([$%]\\s+)?(sudo\\s+|env\\s+|\\w{1,40}=\\S*+\\s+){0,9}(\\S{0,200}/)?curl(\\.exe)?\\s.*)");
  private static final Pattern LOG =
      Pattern.compile(
          "(?is)(\\[?\\d{4}-\\d\\d-\\d\\d[T"
              + " ]\\d\\d:\\d\\d|time=|ts=|level=|(INFO|DEBUG|WARN|ERROR|TRACE)\\b|\\w{3} +\\d+"
              + " \\d\\d:\\d\\d:\\d\\d ).*");
  private static final Pattern STRING_TO_SIGN =
      Pattern.compile(
          "(?s)Client-Id:\\S+\\r?\\nRequest-Id:\\S+\\r?\\n(Request|Response)-Timestamp:.*");
  private static final Pattern HEADER =
      Pattern.compile("(?s)[A-Za-z][A-Za-z0-9-]*: ?[^\\r\\n]*\\r?\\n.*");

  /** So much of a text tells what it is. */
  private static final int ENOUGH = 8 << 10;

  private static final Set<String> EXCHANGE =
      Set.of("request", "response", "operation", "recordedAt");

  private Recogniser() {}

  /** As {@link #ofText(byte[])}, of what comes. */
  static InputKind ofText(InputStream in) throws IOException {
    return ofText(in.readNBytes(ENOUGH));
  }

  /** Returns what a text is, or {@link InputKind#HTTP} if it looks like nothing else. */
  static InputKind ofText(byte[] start) {
    String text = new String(start, 0, Math.min(start.length, ENOUGH), UTF_8).strip();
    if (CURL.matcher(text).matches()) {
      return InputKind.CURL;
    }
    if (LOG.matcher(text).matches()) {
      return InputKind.LOG;
    }
    if (STRING_TO_SIGN.matcher(text).matches()) {
      return InputKind.STRING_TO_SIGN;
    }
    if (BrunoFile.isLike(text)) {
      return InputKind.BRUNO;
    }
    return HEADER.matcher(text).matches() ? InputKind.HEADERS : InputKind.HTTP;
  }

  /** Says whether a text seems to be JSON, not a log's line that begins with its time. */
  static boolean isJson(byte[] start) {
    String text = new String(start, UTF_8).strip();
    return text.startsWith("{") || (text.startsWith("[") && !LOG.matcher(text).matches());
  }

  /** Says whether the text begins with a whole object on one line. */
  static boolean isLines(byte[] start, boolean whole) {
    if (!new String(start, UTF_8).strip().startsWith("{")) {
      return false;
    }
    try (JsonCursor json = JsonCursor.over(start)) {
      json.skip();
      return true;
    } catch (JsonInputException e) {
      return !whole;
    }
  }

  /** Returns what a JSON document is, by the names of its first object's members. */
  static InputKind ofJson(byte[] start) {
    Set<String> names = new LinkedHashSet<>();
    try (JsonCursor json = JsonCursor.over(start)) {
      if (json.isArray()) {
        json.enterArray();
        if (!json.nextElement() || !json.isObject()) {
          return InputKind.JSON;
        }
      }
      json.enterObject();
      for (String name = json.nextMember(); name != null; name = json.nextMember()) {
        names.add(name);
        json.skip();
      }
    } catch (JsonInputException e) {
      // The beginning alone; the members so far have to do.
    }
    return ofMembers(names);
  }

  private static InputKind ofMembers(Set<String> names) {
    String first = names.isEmpty() ? "" : names.iterator().next();
    if (first.equals("log")) {
      return InputKind.HAR;
    }
    if (first.equals("collection") || names.contains("run")) {
      return InputKind.NEWMAN;
    }
    if (names.contains("info") || names.contains("item")) {
      return InputKind.POSTMAN;
    }
    if ((names.contains("_type") && names.contains("resources"))
        || names.contains("__export_format")) {
      return InputKind.INSOMNIA;
    }
    if (names.contains("config") && !names.contains("request")) {
      return InputKind.LOOSE_JSON; // An error of axios, which holds the request as config.
    }
    return names.isEmpty() || EXCHANGE.stream().anyMatch(names::contains)
        ? InputKind.JSON
        : InputKind.LOOSE_JSON;
  }
}
