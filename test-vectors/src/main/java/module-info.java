/** The vectors, and what runs an implementation against them. */
module io.github.dokuconformance.vectors {
  requires com.networknt.schema;
  requires static org.jspecify;
  requires static transitive org.junit.jupiter.api;
  requires transitive tools.jackson.databind;

  exports io.github.dokuconformance.vectors;
  exports io.github.dokuconformance.vectors.harness;
}
