package io.github.dokuconformance.cli.input.recognition;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads exchange JSON, one exchange a line; blank lines are passed over.
 *
 * <p>An exchange is called by its line: {@code orders.jsonl#17} is line 17. A line that is no
 * exchange, or longer than 16 MiB, is an error of that line alone.
 */
final class JsonLinesSource implements InputSource {
  private final String file;
  private final InputStream in;
  private final Optional<String> target;
  private final LineReader lines;
  private boolean any;

  JsonLinesSource(String file, InputStream in, Optional<String> target) {
    this.file = file;
    this.target = target;
    this.in = in;
    this.lines = new LineReader(in, JsonLine.LONGEST);
  }

  @Override
  public Optional<PendingExchange> next() throws InputException {
    try {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (lines.tooLong() || !JsonLine.isBlank(line)) {
          any = true;
          return Optional.of(new JsonLine(file, lines.number(), lines.tooLong(), line, target));
        }
      }
    } catch (IOException e) {
      throw InputException.ofIo(file, e);
    }
    if (!any) {
      throw JsonLine.noneIn(file);
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
