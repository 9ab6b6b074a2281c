package io.github.dokuconformance.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The schemas of an operation's responses, by what OpenAPI names them: 200, 2XX, default. */
final class Responses {
  private static final String DEFAULT = "default";

  private final Map<String, List<String>> schemas;
  private final List<Integer> successes;

  Responses(Map<String, List<String>> schemas) {
    this.schemas = new LinkedHashMap<>(schemas);
    this.successes =
        this.schemas.keySet().stream()
            .filter(status -> status.startsWith("2"))
            .map(status -> Integer.valueOf(status.replace('X', '0')))
            .toList();
  }

  List<String> of(int status) {
    List<String> exact = schemas.get(Integer.toString(status));
    if (exact != null) {
      return exact;
    }
    List<String> range = schemas.get(status / 100 + "XX");
    if (range != null) {
      return range;
    }
    return status / 100 == 2
        ? ofSuccess().stream().toList()
        : schemas.getOrDefault(DEFAULT, List.of());
  }

  Stream<String> all() {
    return schemas.values().stream().flatMap(List::stream);
  }

  Optional<String> ofSuccess() {
    return schemas.entrySet().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .flatMap(response -> response.getValue().stream())
        .findFirst();
  }

  List<Integer> successes() {
    return successes;
  }
}
