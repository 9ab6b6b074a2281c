package io.github.dokuconformance.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a schema takes back of what an earlier one promised, to those who read what it describes or
 * to those who write it.
 *
 * <p>Errs on the safe side: a keyword of which it does not know what a change means may not change.
 */
final class SchemaChange {
  private static final Set<String> PROSE =
      Set.of("$schema", "$id", "$comment", "title", "description", "examples");
  private static final Set<String> FOLLOWED =
      Set.of("$ref", "$defs", "properties", "required", "type", "enum", "items");

  private final JsonNode kept;
  private final JsonNode now;
  private final boolean isRead;
  private final List<String> broken = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  private SchemaChange(JsonNode kept, JsonNode now, boolean isRead) {
    this.kept = kept;
    this.now = now;
    this.isRead = isRead;
  }

  /** Returns what breaks programs that read such documents of ours. */
  static List<String> breakingReaders(JsonNode kept, JsonNode now) {
    return new SchemaChange(kept, now, true).all();
  }

  /** Returns what breaks programs that write such documents for us. */
  static List<String> breakingWriters(JsonNode kept, JsonNode now) {
    return new SchemaChange(kept, now, false).all();
  }

  private List<String> all() {
    compare("", kept, now);
    return broken;
  }

  private void compare(String at, JsonNode before, JsonNode after) {
    String references = before.path("$ref").asString("") + ">" + after.path("$ref").asString("");
    if (references.length() > 1 && !seen.add(references)) {
      return;
    }
    JsonNode old = followed(before, kept);
    JsonNode fresh = followed(after, now);
    if (!old.isObject() || !fresh.isObject()) {
      require(old.equals(fresh), at, "another schema");
      return;
    }
    properties(at, old, fresh);
    require(
        isRead
            ? names(fresh.path("required")).containsAll(names(old.path("required")))
            : names(old.path("required")).containsAll(names(fresh.path("required"))),
        at,
        isRead ? "a member that may be absent now" : "a member that must be there now");
    values(at, old, fresh, "type");
    values(at, old, fresh, "enum");
    if (old.has("items") || fresh.has("items")) {
      compare(at + "/items", old.path("items"), fresh.path("items"));
    }
    Set<String> keywords = new TreeSet<>(old.propertyNames());
    keywords.addAll(fresh.propertyNames());
    for (String keyword : keywords) {
      if (!PROSE.contains(keyword) && !FOLLOWED.contains(keyword)) {
        require(old.path(keyword).equals(fresh.path(keyword)), at, "another " + keyword);
      }
    }
  }

  private void properties(String at, JsonNode old, JsonNode fresh) {
    for (String name : old.path("properties").propertyNames()) {
      JsonNode after = fresh.path("properties").path(name);
      require(!after.isMissingNode(), at, "no member " + name + " any more");
      if (!after.isMissingNode()) {
        compare(at + "/" + name, old.path("properties").path(name), after);
      }
    }
  }

  /** Readers must know every value that comes, writers may go on with every one they wrote. */
  private void values(String at, JsonNode old, JsonNode fresh, String keyword) {
    if (!old.has(keyword) && !fresh.has(keyword)) {
      return;
    }
    boolean wider =
        !fresh.has(keyword) || names(fresh.path(keyword)).containsAll(names(old.path(keyword)));
    boolean narrower =
        !old.has(keyword) || names(old.path(keyword)).containsAll(names(fresh.path(keyword)));
    require(
        isRead ? narrower && fresh.has(keyword) : wider && old.has(keyword),
        at,
        (isRead ? "more" : "fewer") + " values by " + keyword);
  }

  private static Set<String> names(JsonNode values) {
    Set<String> names = new TreeSet<>();
    (values.isArray() ? values.valueStream() : Stream.of(values))
        .filter(value -> !value.isMissingNode())
        .forEach(value -> names.add(value.toString()));
    return names;
  }

  private static JsonNode followed(JsonNode schema, JsonNode root) {
    String reference = schema.path("$ref").asString("");
    return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
  }

  private void require(boolean kept, String at, String change) {
    if (!kept) {
      broken.add((at.isEmpty() ? "/" : at) + ": " + change);
    }
  }
}
