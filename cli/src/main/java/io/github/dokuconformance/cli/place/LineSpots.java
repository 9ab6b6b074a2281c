package io.github.dokuconformance.cli.place;

import io.github.dokuconformance.message.Exchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Finds exchanges that are a line each. */
final class LineSpots implements FileSpots {
  private final String file;
  private final InputStream in;
  private int next = 1;

  LineSpots(String file) throws IOException {
    this.file = file;
    this.in = FileSpots.stream(file);
  }

  @Override
  public ExchangeSpots of(int number, Exchange exchange) throws IOException {
    while (next < number) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException(file);
      }
      if (b == '\n') {
        next++;
      }
    }
    // The reader must not take more than the line, for the next begins where it ends.
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    next++;
    try (JsonSpots json =
        new JsonSpots(file, new ByteArrayInputStream(line.toByteArray()), number)) {
      return json.exchange(0);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
