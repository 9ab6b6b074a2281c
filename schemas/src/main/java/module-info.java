/** The contract as data: where its OpenAPI document, schemas and examples are. */
module io.github.dokuconformance.schemas {
  requires static org.jspecify;

  exports io.github.dokuconformance.schemas;
}
