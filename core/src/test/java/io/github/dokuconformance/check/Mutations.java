package io.github.dokuconformance.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Random changes to a JSON value, the same for the same seed. */
public final class Mutations {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "0",
          "1",
          "-1",
          "1.0",
          "1e2",
          "90000.00",
          "0.5",
          "1e19",
          "1e400",
          "1e1000000000",
          "1E-1000000000",
          "999999999999",
          "1000000000000",
          "12345678901234567890",
          "9007199254740993",
          "\"1\"",
          "\"01\"",
          "\"1\\n\"",
          "\"1\\u2028\"",
          "\"é\"",
          "\"😀\"",
          "\" \"",
          "\"\\u0000\"",
          "\"SUCCESS\"",
          "\"FAILED\"",
          "\"CANCELED\"",
          "\"https://a.example/\"",
          "\"http://é\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"20260101000000\"",
          "[null]",
          "[[]]",
          "[{}]",
          "{\"id\":\"x\"}",
          "{\"name\":\"a\",\"value\":\"b\"}");

  private Mutations() {}

  /** Returns a copy with one to four changes. */
  public static JsonNode of(JsonNode original, Random random) {
    JsonNode copy = original.deepCopy();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      List<JsonNode> containers = containers(copy);
      if (containers.isEmpty()) {
        return value(random);
      }
      change(containers.get(random.nextInt(containers.size())), random);
    }
    return random.nextInt(200) == 0 ? value(random) : copy;
  }

  private static void change(JsonNode container, Random random) {
    if (container instanceof ObjectNode object) {
      change(object, random);
    } else if (container instanceof ArrayNode array) {
      change(array, random);
    }
  }

  private static void change(ObjectNode object, Random random) {
    List<String> names = List.copyOf(object.propertyNames());
    String name = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(5)) {
      case 0 -> object.remove(name);
      case 1 -> object.set("x" + random.nextInt(3), value(random));
      case 2 -> object.set(name, longText(random));
      default -> object.set(name, value(random));
    }
  }

  private static void change(ArrayNode array, Random random) {
    switch (array.isEmpty() ? 0 : random.nextInt(4)) {
      case 0 -> array.add(value(random));
      case 1 -> array.remove(random.nextInt(array.size()));
      case 2 -> array.add(array.get(random.nextInt(array.size())).deepCopy());
      default -> array.set(random.nextInt(array.size()), value(random));
    }
  }

  static JsonNode value(Random random) {
    return Samples.parse(VALUES.get(random.nextInt(VALUES.size())));
  }

  private static JsonNode longText(Random random) {
    List<Integer> limits = List.of(4, 12, 16, 50, 64, 128, 255, 400);
    int length = limits.get(random.nextInt(limits.size())) + random.nextInt(2);
    return StringNode.valueOf(List.of("1", "x", "😀").get(random.nextInt(3)).repeat(length));
  }

  private static List<JsonNode> containers(JsonNode root) {
    List<JsonNode> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(JsonNode node, List<JsonNode> found) {
    if (node.isContainer()) {
      found.add(node);
      node.forEach(child -> collect(child, found));
    }
  }
}
