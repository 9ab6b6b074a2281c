package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.message.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** An input that is one exchange as a whole; it is read at once, and parsed when asked for. */
final class SingleSource implements InputSource {
  /** Two bodies and their heads at their limits, and as much again for how they are written. */
  private static final int LONGEST = 48 << 20;

  private final String file;
  private final InputStream in;
  private final Parser parser;
  private boolean ended;

  SingleSource(String file, InputStream in, Parser parser) {
    this.file = file;
    this.in = in;
    this.parser = parser;
  }

  @Override
  public Optional<PendingExchange> next() throws InputException {
    if (ended) {
      return Optional.empty();
    }
    ended = true;
    try {
      byte[] content = in.readNBytes(LONGEST + 1);
      if (content.length > LONGEST) {
        throw InputException.of(
            file, "expected one exchange in at most " + LONGEST + " bytes (48 MiB), got more");
      }
      return Optional.of(new Whole(file, content, parser));
    } catch (IOException e) {
      throw InputException.ofIo(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Makes the exchange out of the input's bytes. */
  interface Parser {
    Exchange parse(byte[] content) throws InputException;
  }

  private static final class Whole implements PendingExchange {
    private final String file;
    private final byte[] content;
    private final Parser parser;

    Whole(String file, byte[] content, Parser parser) {
      this.file = file;
      this.content = content;
      this.parser = parser;
    }

    @Override
    public String source() {
      return file;
    }

    @Override
    public int size() {
      return content.length;
    }

    @Override
    public Exchange parse() throws InputException {
      return parser.parse(content);
    }
  }
}
