package io.github.dokuconformance.page.databind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** As much of Jackson's {@code JsonNode} as the readers of inputs take. */
public class JsonNode implements Iterable<JsonNode> {
  private static final JsonNode MISSING = new JsonNode(Kind.MISSING, "");

  /** What a value is. */
  public enum Kind {
    MISSING,
    NULL,
    BOOLEAN,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT
  }

  private final Kind kind;
  private final String text;
  protected final Map<String, JsonNode> members = new LinkedHashMap<>();
  protected final List<JsonNode> elements = new ArrayList<>();

  protected JsonNode(Kind kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  public boolean isArray() {
    return kind == Kind.ARRAY;
  }

  public boolean isObject() {
    return kind == Kind.OBJECT;
  }

  public boolean isString() {
    return kind == Kind.STRING;
  }

  public boolean isNull() {
    return kind == Kind.NULL;
  }

  public boolean isMissingNode() {
    return kind == Kind.MISSING;
  }

  public boolean isValueNode() {
    return kind != Kind.ARRAY && kind != Kind.OBJECT && kind != Kind.MISSING;
  }

  public int size() {
    return isArray() ? elements.size() : members.size();
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  public JsonNode get(String name) {
    return members.get(name);
  }

  public JsonNode get(int index) {
    return index >= 0 && index < elements.size() ? elements.get(index) : null;
  }

  public JsonNode path(String name) {
    return members.getOrDefault(name, MISSING);
  }

  /** Follows a JSON pointer without escapes. */
  public JsonNode at(String pointer) {
    JsonNode node = this;
    for (String name : pointer.substring(1).split("/", -1)) {
      if (node.isArray()) {
        boolean index = name.matches("[0-9]{1,9}");
        JsonNode element = index ? node.get(Integer.parseInt(name)) : null;
        node = element == null ? MISSING : element;
      } else {
        node = node.path(name);
      }
    }
    return node;
  }

  public Collection<JsonNode> values() {
    return isArray() ? elements : members.values();
  }

  public Collection<String> propertyNames() {
    return members.keySet();
  }

  public Set<Map.Entry<String, JsonNode>> properties() {
    return members.entrySet();
  }

  @Override
  public Iterator<JsonNode> iterator() {
    return values().iterator();
  }

  /** Returns the text of a scalar; as Jackson, that of null is empty, and it throws for others. */
  public String asString() {
    if (!isValueNode()) {
      throw new IllegalStateException("no scalar");
    }
    return text;
  }

  public String asString(String otherwise) {
    return isValueNode() && !isNull() ? text : otherwise;
  }

  public boolean asBoolean(boolean otherwise) {
    boolean telling = text.equals("true") || text.equals("false");
    return telling ? text.equals("true") : otherwise;
  }

  public int asInt(int otherwise) {
    try {
      return kind == Kind.NUMBER || kind == Kind.STRING ? Integer.parseInt(text) : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Returns all names and texts, for who looks for something in them. */
  @Override
  public String toString() {
    StringBuilder all = new StringBuilder(text);
    members.forEach((name, value) -> all.append(name).append(' ').append(value).append(' '));
    elements.forEach(element -> all.append(element).append(' '));
    return all.toString();
  }
}
