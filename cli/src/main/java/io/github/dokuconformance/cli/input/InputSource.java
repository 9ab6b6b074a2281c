package io.github.dokuconformance.cli.input;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The exchanges of one input, in their order.
 *
 * <p>Holds one exchange at a time, whatever the input's length. To be used by one thread; what
 * {@link #next()} returns may go to others.
 */
public interface InputSource extends Closeable {
  /**
   * Returns the next exchange, or empty at the end.
   *
   * @throws InputException if the input can't be read further; it is then at its end
   */
  Optional<PendingExchange> next() throws InputException;

  /** Returns lines for the user, at the end: what was passed over, and why. */
  default List<String> remarks() {
    return List.of();
  }

  @Override
  default void close() throws IOException {}
}
