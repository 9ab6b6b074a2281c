package io.github.dokuconformance.page.databind.cfg;

import io.github.dokuconformance.page.databind.DeserializationFeature;

/** As much of Jackson's {@code MapperBuilder} as the readers of inputs take. */
public abstract class MapperBuilder<M, B extends MapperBuilder<M, B>> {
  @SuppressWarnings("unchecked") // As Jackson's: the builder is of the type that it returns.
  public B enable(DeserializationFeature... features) {
    return (B) this;
  }

  public abstract M build();
}
