package io.github.dokuconformance.cli.place;

import io.github.dokuconformance.json.JsonPointers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds JSON pointers in a text.
 *
 * <p>A value is found whole, an object or a list by its opening bracket. A pointer to nothing is
 * found at the nearest object or list around it, and of a member that stands twice the last counts,
 * as most parsers have it.
 */
final class PointerSpans {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Set<String> wanted;
  private final Map<String, Span> found = new HashMap<>();

  private PointerSpans(Set<String> wanted) {
    this.wanted = wanted;
  }

  /** Returns the places of those pointers; text that is not JSON is read as far as it is. */
  static PointerSpans find(String json, Set<String> pointers) {
    PointerSpans spans = new PointerSpans(withAncestors(pointers));
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != null) {
        spans.value(parser, "");
      }
    } catch (JacksonException e) {
      return spans; // The rest has no places; why it is not JSON is a finding.
    }
    return spans;
  }

  /** Returns where that pointer, or the nearest value around it, stands. */
  Span of(String pointer) {
    String at = pointer;
    while (true) {
      Span span = found.get(at);
      if (span != null) {
        return span;
      }
      if (at.isEmpty()) {
        return new Span(0, 0);
      }
      at = parent(at);
    }
  }

  private static Set<String> withAncestors(Set<String> pointers) {
    Set<String> all = new HashSet<>();
    for (String pointer : pointers) {
      String at = pointer;
      while (all.add(at) && !at.isEmpty()) {
        at = parent(at);
      }
    }
    return all;
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(pointer.lastIndexOf('/'), 0));
  }

  private void value(JsonParser parser, String pointer) {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    boolean inside = wanted.contains(pointer);
    if (inside) {
      found.put(pointer, new Span(from, from + 1));
    }
    if (!inside && parser.currentToken().isStructStart()) {
      parser.skipChildren();
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        value(parser, JsonPointers.child(pointer, name));
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        value(parser, pointer + "/" + i);
      }
    } else if (inside) {
      parser.getString();
      int to = (int) parser.currentLocation().getCharOffset();
      found.put(pointer, new Span(from, to));
    }
  }
}
