package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import io.github.dokuconformance.sandbox.answer.PageTerms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the customer may do on an order's page.
 *
 * @param methods by which it can be paid; none where there is no choice
 * @param retries whether another try may follow one that failed
 * @param authorisedBy what the method begins with by which paying only sets money aside, for a
 *     capture to take
 * @param bounds what may be paid
 */
public record Terms(
    List<String> methods, boolean retries, Optional<String> authorisedBy, Bounds bounds) {
  private static final JsonNode MISSING = MissingNode.getInstance();

  /** Of a page that offers no choice, and takes what is paid. */
  static final Terms PLAIN = new Terms(List.of(), false, Optional.empty(), Bounds.NONE);

  public Terms {
    methods = List.copyOf(methods);
  }

  static Terms of(Call call, AnswerTemplate template) {
    PageTerms page = template.page();
    return new Terms(
        methods(call, page),
        page.retries() && !page.finalIf().map(call::value).orElse(MISSING).asBoolean(false),
        page.authorises()
            .filter(condition -> condition.holds(call.json()))
            .map(condition -> page.authorisedBy()),
        Bounds.of(call, template));
  }

  Terms with(Bounds other) {
    return new Terms(methods, retries, authorisedBy, other);
  }

  /** Those asked for that it can be paid by here; all, where none is asked for. */
  private static List<String> methods(Call call, PageTerms page) {
    if (page.only().isPresent()) {
      return List.of(page.only().get());
    }
    JsonNode asked = page.asked().map(call::value).orElse(MISSING);
    if (asked.isMissingNode()) {
      return List.copyOf(page.methods().keySet());
    }
    return (asked.isArray() ? asked.valueStream() : Stream.of(asked))
        .map(one -> one.asString(""))
        .map(one -> page.asks().getOrDefault(one, one))
        .filter(page.methods()::containsKey)
        .distinct()
        .toList();
  }
}
