package io.github.dokuconformance.cli.place;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.Inputs;
import io.github.dokuconformance.message.Exchange;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * Where the exchanges of one file stand; each is asked for once, in their order. Not thread safe.
 */
interface FileSpots extends Closeable {
  FileSpots NONE =
      (number, exchange) -> {
        throw new IOException("these have no places");
      };

  /**
   * Returns where an exchange stands.
   *
   * @param number counted from 1, or 0 where the file is the exchange
   * @throws IOException if it has no places, or the file has changed
   */
  ExchangeSpots of(int number, Exchange exchange) throws IOException;

  @Override
  default void close() throws IOException {
    // Most have read their file to its end.
  }

  static FileSpots open(String file, Optional<InputFormat> format)
      throws IOException, InputException {
    Optional<InputFormat> known = Inputs.formatWithPlaces(FileNames.path(file), format);
    return known.isEmpty()
        ? NONE
        : switch (known.get()) {
          case HTTP -> text(file);
          case CURL -> command(file);
          case JSONL -> new LineSpots(file);
          case JSON, HAR -> new ElementSpots(file);
          case BRU, LOG -> NONE;
        };
  }

  private static FileSpots text(String file) throws IOException, InputException {
    List<Optional<ExchangeSpots>> all = TextSpots.http(file, content(file));
    return (number, exchange) ->
        all.get(Math.max(number, 1) - 1)
            .orElseThrow(() -> new IOException("it has no place in the text"));
  }

  private static FileSpots command(String file) throws IOException {
    byte[] content = content(file);
    return (number, exchange) -> {
      if (number > 0) {
        throw new IOException("which of several commands it is, is not known");
      }
      return TextSpots.curl(file, content, exchange);
    };
  }

  private static byte[] content(String file) throws IOException {
    try (InputStream in = stream(file)) {
      return in.readAllBytes();
    }
  }

  /** Opens a file after its UTF-8 byte order mark, if it has one. */
  static InputStream stream(String file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(FileNames.path(file)));
    in.mark(3);
    byte[] first = in.readNBytes(3);
    boolean mark =
        first.length == 3
            && first[0] == (byte) 0xEF
            && first[1] == (byte) 0xBB
            && first[2] == (byte) 0xBF;
    if (!mark) {
      in.reset();
    }
    return in;
  }
}
