package io.github.dokuconformance.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901). */
public final class JsonPointers {
  private JsonPointers() {}

  /** Returns the pointer with one more token, escaped. */
  public static String child(String parent, String token) {
    String escaped =
        token.indexOf('~') < 0 && token.indexOf('/') < 0
            ? token
            : token.replace("~", "~0").replace("/", "~1");
    return parent + "/" + escaped;
  }

  /** A place inside a document that is being read; its text is made only when it is wanted. */
  record Place(@Nullable Place parent, String token) {
    String pointer() {
      Deque<String> tokens = new ArrayDeque<>();
      for (Place place = this; place != null && place.parent() != null; place = place.parent()) {
        tokens.push(place.token());
      }
      String pointer = "";
      for (String name : tokens) {
        pointer = child(pointer, name);
      }
      return pointer;
    }
  }
}
