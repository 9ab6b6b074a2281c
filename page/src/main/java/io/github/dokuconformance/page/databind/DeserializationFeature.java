package io.github.dokuconformance.page.databind;

/** What {@code JsonText} asks of Jackson, and what is done here always. */
public enum DeserializationFeature {
  FAIL_ON_READING_DUP_TREE_KEY,
  FAIL_ON_TRAILING_TOKENS
}
