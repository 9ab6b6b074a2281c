package io.github.dokuconformance.json;

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
}
