package io.github.dokuconformance.vectors.harness;

/**
 * One violated constraint of a body.
 *
 * @param pointer JSON pointer to the value
 * @param keyword the JSON Schema keyword that it violates
 */
public record SchemaError(String pointer, String keyword) {
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "(root)" : pointer) + " " + keyword;
  }
}
