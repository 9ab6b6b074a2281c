package io.github.dokuconformance.cli.place;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where one message and what is in it stands. Filled in once, then read. */
final class MessageSpots {
  /** Finds JSON pointers in the body. */
  interface BodySpots {
    Map<String, Place> find(Set<String> pointers);
  }

  private final Map<String, Place> headers = new HashMap<>();
  private @Nullable Place whole;
  private @Nullable BodySpots body;

  void whole(Place place) {
    whole = place;
  }

  /** Notes a header; the first of a name counts. */
  void header(String name, Place place) {
    headers.putIfAbsent(key(name), place);
  }

  void body(BodySpots spots) {
    body = spots;
  }

  /** Notes a body that stands there in a form in which nothing can be pointed at. */
  void body(Place place) {
    body = pointers -> pointers.stream().collect(toMap(identity(), pointer -> place));
  }

  /** Returns the place of each header name or JSON pointer, or of what comes nearest to it. */
  Map<String, Place> find(Set<String> ats) {
    Set<String> pointers = ats.stream().filter(at -> at.startsWith("/")).collect(toSet());
    Map<String, Place> found = new HashMap<>();
    if (!pointers.isEmpty() && body != null) {
      found.putAll(body.find(pointers));
    }
    for (String at : ats) {
      Optional.ofNullable(headers.get(key(at)))
          .or(() -> Optional.ofNullable(whole))
          .ifPresent(place -> found.putIfAbsent(at, place));
    }
    return found;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
