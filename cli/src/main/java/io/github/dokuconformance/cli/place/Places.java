package io.github.dokuconformance.cli.place;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.Inputs;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Exchange;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Finds where findings stand in the input files.
 *
 * <p>Reads a file a second time, from front to back, so the exchanges of a file are to be asked for
 * in their order; memory is bounded by one exchange, or by a file that is read as a whole. What is
 * no plain file (standard input, a pipe) or has changed since has no places. Not thread safe.
 */
public final class Places implements Closeable {
  private final Optional<InputFormat> format;
  private @Nullable String open;
  private Optional<InputFormat> known = Optional.empty();
  private @Nullable InputStream in;
  private @Nullable JsonSpots list;
  private @Nullable List<Optional<ExchangeSpots>> texts;
  private int next;

  public Places(Optional<InputFormat> format) {
    this.format = format;
  }

  /** Returns the place of each finding of an exchange, as far as it can be told. */
  public Map<Finding, Place> of(String file, Exchange exchange, List<Finding> findings) {
    if (findings.isEmpty() || !Files.isRegularFile(FileNames.path(file))) {
      return Map.of();
    }
    try {
      return find(spots(file, exchange), findings);
    } catch (IOException | InputException | JacksonException | IndexOutOfBoundsException e) {
      return Map.of(); // The file has changed since it was read.
    }
  }

  /** Returns the place of a value in a file that is one JSON document. */
  public static Place ofPointer(String file, String json, String pointer) {
    Span span = PointerSpans.find(json, Set.of(pointer)).of(pointer);
    return new LineIndex(file, json, 1, 1).place(span.from(), span.to());
  }

  private static Map<Finding, Place> find(ExchangeSpots spots, List<Finding> findings) {
    Map<Finding, Place> places = new HashMap<>();
    for (Part part : Part.values()) {
      List<Finding> ofPart = findings.stream().filter(f -> f.part() == part).toList();
      Set<String> ats = ofPart.stream().map(Places::at).collect(Collectors.toSet());
      Map<String, Place> found = spots.of(part).find(ats);
      for (Finding finding : ofPart) {
        Place place = found.get(at(finding));
        if (place != null) {
          places.put(finding, place);
        }
      }
    }
    return places;
  }

  /** Returns what to look for: of a body that is no JSON, a pointer that leads to its beginning. */
  private static String at(Finding finding) {
    return finding.at().isEmpty() && finding.code().startsWith("json.") ? "/" : finding.at();
  }

  private ExchangeSpots spots(String file, Exchange exchange) throws IOException, InputException {
    int number = number(file, exchange.source());
    if (!file.equals(open)) {
      close();
      known = Inputs.formatWithPlaces(FileNames.path(file), format);
      open = file;
    }
    return switch (known.orElseThrow(() -> new IOException("these have no places"))) {
      case HTTP -> text(file, Math.max(number, 1));
      case CURL -> {
        if (number > 0) {
          throw new IOException("which of several commands it is, is not known");
        }
        yield TextSpots.curl(file, content(file), exchange);
      }
      case JSONL -> line(file, number);
      case JSON, HAR -> element(file, number);
      case BRU, LOG -> throw new IOException("these have no places");
    };
  }

  private ExchangeSpots text(String file, int number) throws IOException, InputException {
    List<Optional<ExchangeSpots>> all = texts;
    if (all == null) {
      all = TextSpots.http(file, content(file));
      texts = all;
    }
    return all.get(number - 1).orElseThrow(() -> new IOException("it has no place in the text"));
  }

  /** Returns the number in {@code orders.jsonl#17}, or 0 where the file is the exchange. */
  private static int number(String file, String source) throws IOException {
    try {
      return source.length() == file.length()
          ? 0
          : Integer.parseInt(source.substring(file.length() + 1));
    } catch (NumberFormatException e) {
      throw new IOException(e);
    }
  }

  private ExchangeSpots line(String file, int number) throws IOException {
    InputStream lines = open(file, number);
    while (next < number) {
      int b = lines.read();
      if (b < 0) {
        throw new EOFException(file);
      }
      if (b == '\n') {
        next++;
      }
    }
    // The reader must not take more than the line, for the next begins where it ends.
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = lines.read(); b >= 0 && b != '\n'; b = lines.read()) {
      line.write(b);
    }
    next++;
    try (JsonSpots json =
        new JsonSpots(file, new ByteArrayInputStream(line.toByteArray()), number)) {
      return json.exchange(0);
    }
  }

  private ExchangeSpots element(String file, int number) throws IOException {
    InputStream document = open(file, number);
    JsonSpots spots = list;
    if (spots == null) {
      spots = new JsonSpots(file, document, 1);
      list = spots;
      if (number > 0) {
        spots.enterList();
      }
    }
    int passedOver = number - next;
    next = number + 1;
    return spots.exchange(passedOver);
  }

  /** Returns the file's stream, at the exchange {@link #next} or the beginning. */
  private InputStream open(String file, int number) throws IOException {
    InputStream current = in;
    if (current != null && next <= number && number > 0) {
      return current;
    }
    close();
    current = new BufferedInputStream(Files.newInputStream(FileNames.path(file)));
    current.mark(3);
    if (!isMark(current.readNBytes(3))) {
      current.reset();
    }
    in = current;
    next = Math.min(number, 1);
    return current;
  }

  /** Returns all of the file, without a byte order mark. */
  private static byte[] content(String file) throws IOException {
    byte[] content = Files.readAllBytes(FileNames.path(file));
    return isMark(content) ? Arrays.copyOfRange(content, 3, content.length) : content;
  }

  /** Tells whether a UTF-8 byte order mark stands there. */
  private static boolean isMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
    in = null;
    list = null;
    texts = null;
  }
}
