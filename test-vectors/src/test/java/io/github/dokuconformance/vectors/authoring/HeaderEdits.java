package io.github.dokuconformance.vectors.authoring;

import io.github.dokuconformance.vectors.authoring.Message.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Changes the headers of a message on their way.
 *
 * <p>Edits are objects of one member, applied in order: {@code remove}, {@code add} (at the end),
 * {@code first} (in front), {@code set}, {@code insertBefore}, {@code rename}, {@code case}, {@code
 * reverse}. In values {@code {right}} stands for the right signature, {@code {digest}} for the
 * sender's digest.
 */
final class HeaderEdits {
  private HeaderEdits() {}

  static List<Header> apply(
      JsonNode edits, List<Header> headers, Map<String, String> placeholders) {
    List<Header> result = new ArrayList<>(headers);
    for (JsonNode edit : edits) {
      Map.Entry<String, JsonNode> member = edit.properties().iterator().next();
      apply(member.getKey(), member.getValue(), result, placeholders);
    }
    return result;
  }

  private static void apply(
      String edit, JsonNode value, List<Header> headers, Map<String, String> placeholders) {
    switch (edit) {
      case "remove" -> headers.remove(indexOf(headers, value.stringValue()));
      case "add" -> headers.add(header(value, placeholders));
      case "first" -> headers.add(0, header(value, placeholders));
      case "insertBefore" -> {
        Header inserted = header(value, placeholders);
        headers.add(indexOf(headers, inserted.name()), inserted);
      }
      case "set" -> {
        Header replacement = header(value, placeholders);
        headers.set(indexOf(headers, replacement.name()), replacement);
      }
      case "rename" -> {
        int index = indexOf(headers, value.required(0).stringValue());
        headers.set(index, new Header(value.required(1).stringValue(), headers.get(index).value()));
      }
      case "case" -> headers.replaceAll(header -> header.withCase(value.stringValue()));
      case "reverse" -> Collections.reverse(headers);
      default -> throw new IllegalArgumentException("expected an edit of headers, got: " + edit);
    }
  }

  private static Header header(JsonNode pair, Map<String, String> placeholders) {
    String value = pair.required(1).stringValue();
    return new Header(pair.required(0).stringValue(), Sender.fill(value, placeholders));
  }

  private static int indexOf(List<Header> headers, String name) {
    for (int i = 0; i < headers.size(); i++) {
      if (headers.get(i).is(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("expected a header to edit, there is none named: " + name);
  }
}
