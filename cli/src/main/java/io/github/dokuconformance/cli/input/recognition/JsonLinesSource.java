package io.github.dokuconformance.cli.input.recognition;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.JsonText;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.loose.LooseJson;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.message.json.JsonInputException;
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
  /** Enough for a body at its limit in base64, with what stands around it. */
  private static final int LONGEST_LINE = 16 << 20;

  private final String file;
  private final InputStream in;
  private final Optional<String> target;
  private final LineReader lines;
  private boolean any;

  JsonLinesSource(String file, InputStream in, Optional<String> target) {
    this.file = file;
    this.target = target;
    this.in = in;
    this.lines = new LineReader(in, LONGEST_LINE);
  }

  @Override
  public Optional<PendingExchange> next() throws InputException {
    try {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (lines.tooLong() || !isBlank(line)) {
          any = true;
          return Optional.of(new Line(file, lines.number(), lines.tooLong(), line, target));
        }
      }
    } catch (IOException e) {
      throw InputException.ofIo(file, e);
    }
    if (!any) {
      throw InputException.of(file, "expected an exchange as JSON on each line, got blank lines");
    }
    return Optional.empty();
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static final class Line implements PendingExchange {
    private final String file;
    private final long number;
    private final boolean tooLong;
    private final byte[] json;
    private final Optional<String> target;

    Line(String file, long number, boolean tooLong, byte[] json, Optional<String> target) {
      this.file = file;
      this.number = number;
      this.tooLong = tooLong;
      this.target = target;
      this.json = tooLong ? new byte[0] : json;
    }

    @Override
    public String source() {
      return file + "#" + number;
    }

    @Override
    public int size() {
      return json.length;
    }

    @Override
    public Exchange parse() throws InputException {
      if (tooLong) {
        throw InputException.atLine(
            file, number, "expected a line of at most " + LONGEST_LINE + " bytes (16 MiB)");
      }
      try {
        return ExchangeJson.read(json, source());
      } catch (JsonInputException e) {
        if (Recogniser.ofJson(json) == InputKind.LOOSE_JSON) {
          Optional<Request> request =
              LooseJson.request(file, number, JsonText.tree(file, number, json), target);
          if (request.isPresent()) {
            return Exchange.of(source(), request.get(), null);
          }
        }
        throw InputException.ofJson(file, number, e);
      }
    }
  }
}
