package io.github.dokuconformance.page;

import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.SpeltJsonReader;
import io.github.dokuconformance.diagnosis.json.Tokens;
import java.util.List;
import java.util.Optional;

/** What the page asks, as the JSON object that its script writes. */
record Question(Json.Obj members) {
  static Question of(String json) {
    return new Question((Json.Obj) Tokens.of(json).flatMap(SpeltJsonReader::read).orElseThrow());
  }

  /** Returns the text of that name; nothing where it is empty or not there. */
  Optional<String> text(String name) {
    return members.find(name).map(Question::text).filter(text -> !text.isEmpty());
  }

  long number(String name) {
    return ((Json.Num) members.find(name).orElseThrow())
        .raw()
        .chars()
        .mapToLong(digit -> digit - '0')
        .reduce(0, (sum, digit) -> 10 * sum + digit);
  }

  List<String> texts(String name) {
    return members.find(name).map(list -> ((Json.Arr) list).items()).orElse(List.of()).stream()
        .map(Question::text)
        .toList();
  }

  private static String text(Json json) {
    return json instanceof Json.Str text ? text.value() : "";
  }
}
