package io.github.dokuconformance.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The header fields of a message in the order they were sent, repeated ones included.
 *
 * <p>Names are looked up without regard to ASCII case, as HTTP has it (RFC 9110, section 5.1).
 */
public record Headers(List<Header> list) {
  private static final Headers NONE = new Headers(List.of());

  public Headers {
    list = List.copyOf(list);
  }

  public static Headers none() {
    return NONE;
  }

  /**
   * Returns headers from names and values in turn: {@code of("Client-Id", "MCH-1", …)}.
   *
   * @throws IllegalArgumentException if a name has no value after it
   */
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "expected a value after each name, got an odd number of texts: " + namesAndValues.length);
    }
    List<Header> list = new ArrayList<>(namesAndValues.length / 2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      list.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Headers(list);
  }

  /** Returns the headers of a client that keeps no order among names, such as the JDK's. */
  public static Headers received(Map<String, List<String>> headers) {
    List<Header> list = new ArrayList<>();
    headers.forEach((name, values) -> values.forEach(value -> list.add(new Header(name, value))));
    return new Headers(list);
  }

  /** Returns the value of the first field of that name. */
  public Optional<String> first(String name) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).name().equalsIgnoreCase(name)) {
        return Optional.of(list.get(i).value());
      }
    }
    return Optional.empty();
  }

  /** Returns the values of all fields of that name, in order. */
  public List<String> all(String name) {
    return list.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** Returns how many fields have that name. */
  public int count(String name) {
    int count = 0;
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).name().equalsIgnoreCase(name)) {
        count++;
      }
    }
    return count;
  }

  /** Returns a copy in which one field of that name stands, in place of the first or at the end. */
  public Headers with(String name, String value) {
    List<Header> copy = new ArrayList<>(list.size() + 1);
    boolean placed = false;
    for (Header header : list) {
      if (!header.name().equalsIgnoreCase(name)) {
        copy.add(header);
      } else if (!placed) {
        copy.add(new Header(name, value));
        placed = true;
      }
    }
    if (!placed) {
      copy.add(new Header(name, value));
    }
    return new Headers(copy);
  }

  public Headers without(String name) {
    return new Headers(
        list.stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList());
  }

  public Stream<Header> stream() {
    return list.stream();
  }
}
