package io.github.dokuconformance.schemas;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Lists every constraint that schemas lay down, as {@code file#pointer} of its keyword. */
final class Constraints {

  // Keywords that constrain nothing themselves: what an "if" says refuses nothing. Any other one
  // counts, so that a keyword which is new here can't slip through.
  private static final Set<String> ANNOTATIONS =
      Set.of("$schema", "$ref", "$comment", "title", "description", "if");
  private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "$defs");
  private static final Set<String> SCHEMAS = Set.of("items", "then", "else");

  private final Set<String> found = new TreeSet<>();

  private Constraints() {}

  static Set<String> of(Map<String, JsonNode> schemas) {
    Constraints constraints = new Constraints();
    schemas.forEach((file, schema) -> constraints.collect(file + "#", schema));
    return constraints.found;
  }

  private void collect(String at, JsonNode schema) {
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      String keyword = member.getKey();
      String place = at + "/" + keyword;
      JsonNode value = member.getValue();
      if (NAMED_SCHEMAS.contains(keyword)) {
        value
            .properties()
            .forEach(named -> collect(place + "/" + named.getKey(), named.getValue()));
      } else if (SCHEMAS.contains(keyword)) {
        collect(place, value);
      } else if (keyword.equals("allOf")) {
        for (int i = 0; i < value.size(); i++) {
          collect(place + "/" + i, value.get(i));
        }
      } else if (keyword.equals("required")) {
        for (int i = 0; i < value.size(); i++) {
          found.add(place + "/" + i);
        }
      } else if (!ANNOTATIONS.contains(keyword)) {
        found.add(place);
      }
    }
  }
}
