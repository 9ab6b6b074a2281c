package io.github.dokuconformance.sandbox.answer;

import io.github.dokuconformance.contract.Condition;
import io.github.dokuconformance.contract.Pointer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an operation's payment page lets the customer do, {@code page} of {@code answers.json}.
 *
 * @param methods by which can be paid, with what people call them; none where there is no choice
 * @param asked where a request lists the methods that it wants
 * @param asks the methods by what stands there, where that is another name of theirs
 * @param only the one that every request asks for
 * @param failures the acquirer's codes of a payment that fails, with their words
 * @param retries whether another try may follow one that failed
 * @param finalIf where a request says that none may
 * @param authorises which requests want money to be set aside only
 * @param authorisedBy what the method begins with by which that can be done
 */
public record PageTerms(
    Map<String, String> methods,
    Optional<Pointer> asked,
    Map<String, String> asks,
    Optional<String> only,
    Map<String, String> failures,
    boolean retries,
    Optional<Pointer> finalIf,
    Optional<Condition> authorises,
    String authorisedBy) {
  public PageTerms {
    methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
    asks = Map.copyOf(asks);
    failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
  }

  static PageTerms of(JsonNode page) {
    return new PageTerms(
        words(page.path("methods")),
        pointer(page, "asked"),
        words(page.path("asks")),
        page.has("only") ? Optional.of(page.path("only").asString("")) : Optional.empty(),
        words(page.path("failures")),
        page.path("retries").asBoolean(false),
        pointer(page, "finalIf"),
        page.has("authorises")
            ? Optional.of(Condition.parse(page.path("authorises")))
            : Optional.empty(),
        page.path("authorisedBy").asString(""));
  }

  private static Map<String, String> words(JsonNode object) {
    Map<String, String> words = new LinkedHashMap<>();
    object.properties().forEach(word -> words.put(word.getKey(), word.getValue().asString("")));
    return words;
  }

  private static Optional<Pointer> pointer(JsonNode page, String member) {
    return page.has(member)
        ? Optional.of(Pointer.parse(page.path(member).asString("")))
        : Optional.empty();
  }
}
