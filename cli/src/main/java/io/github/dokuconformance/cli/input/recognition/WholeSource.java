package io.github.dokuconformance.cli.input.recognition;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.Readings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An input that is read as a whole, and then taken apart. */
final class WholeSource implements InputSource {
  /** Two bodies and their heads at their limits, and as much again for how they are written. */
  static final int LONGEST = 48 << 20;

  private final InputStream in;
  private final Readings readings;
  private final Reader reader;
  private @Nullable Deque<PendingExchange> pending;

  WholeSource(String file, InputStream in, Reader reader) {
    this.in = in;
    this.readings = new Readings(file);
    this.reader = reader;
  }

  @Override
  public Optional<PendingExchange> next() throws InputException {
    Deque<PendingExchange> left = pending;
    if (left == null) {
      left = new ArrayDeque<>();
      pending = left;
      try {
        read();
      } catch (InputException e) {
        if (readings.count() == 0) {
          throw e;
        }
        readings.end(e); // What was read before it is good.
      }
      left.addAll(readings.pending());
    }
    return Optional.ofNullable(left.poll());
  }

  private void read() throws InputException {
    try {
      byte[] content = in.readNBytes(LONGEST + 1);
      if (content.length > LONGEST) {
        throw InputException.of(
            readings.file(), "expected at most " + LONGEST + " bytes (48 MiB), got more");
      }
      reader.read(content, readings);
    } catch (IOException e) {
      throw InputException.ofIo(readings.file(), e);
    }
  }

  @Override
  public List<String> remarks() {
    return List.copyOf(readings.remarks());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Takes a text apart. */
  interface Reader {
    /**
     * Adds what the text holds.
     *
     * @throws InputException if the text as a whole can't be read
     */
    void read(byte[] content, Readings readings) throws InputException;
  }
}
