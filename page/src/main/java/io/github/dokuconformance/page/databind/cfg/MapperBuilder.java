package io.github.dokuconformance.page.databind.cfg;

import io.github.dokuconformance.page.databind.DeserializationFeature;
import io.github.dokuconformance.page.databind.json.JsonMapper;
import tools.jackson.core.json.JsonFactory;

/** As much of Jackson's {@code MapperBuilder} as the readers of inputs take. */
public class MapperBuilder<M, B extends MapperBuilder<M, B>> {
  private final JsonFactory factory;

  public MapperBuilder(JsonFactory factory) {
    this.factory = factory;
  }

  @SuppressWarnings("unchecked") // As Jackson's: the builder is of the type that it returns.
  public B enable(DeserializationFeature... features) {
    return (B) this;
  }

  @SuppressWarnings("unchecked") // There is one kind of mapper.
  public M build() {
    return (M) new JsonMapper(factory);
  }
}
