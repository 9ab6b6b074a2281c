package io.github.dokuconformance.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes an answer as JSON (RFC 8259); one that is open at a time. */
final class JsonOut {
  private final StringBuilder out = new StringBuilder();

  JsonOut open() {
    return begin("{");
  }

  JsonOut close() {
    out.append('}');
    return this;
  }

  JsonOut name(String name) {
    separate();
    quote(name);
    out.append(':');
    return this;
  }

  JsonOut text(String name, String value) {
    return name(name).text(value);
  }

  JsonOut text(String name, Optional<String> value) {
    value.ifPresent(text -> text(name, text));
    return this;
  }

  JsonOut text(String value) {
    separate();
    quote(value);
    return this;
  }

  JsonOut number(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  JsonOut truth(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  <T> JsonOut list(String name, Iterable<? extends T> items, BiConsumer<JsonOut, T> writer) {
    name(name);
    return list(items, writer);
  }

  <T> JsonOut list(Iterable<? extends T> items, BiConsumer<JsonOut, T> writer) {
    begin("[");
    items.forEach(item -> writer.accept(this, item));
    out.append(']');
    return this;
  }

  JsonOut texts(String name, List<String> items) {
    return this.<String>list(name, items, JsonOut::text);
  }

  private JsonOut begin(String bracket) {
    separate();
    out.append(bracket);
    return this;
  }

  private void separate() {
    int length = out.length();
    char last = length == 0 ? '{' : out.charAt(length - 1);
    if (last != '{' && last != '[' && last != ':') {
      out.append(',');
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' '
          || (c > '~' && Character.isSurrogate(c))
          || c == '\u2028'
          || c == '\u2029') {
        out.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
