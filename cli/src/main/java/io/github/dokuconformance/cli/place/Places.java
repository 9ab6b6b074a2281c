package io.github.dokuconformance.cli.place;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Exchange;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
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
  private @Nullable String name;
  private @Nullable FileSpots open;
  private int last;

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
    FileSpots spots = open;
    if (spots == null || !file.equals(name) || number <= last) {
      close();
      spots = FileSpots.open(file, format);
      open = spots;
      name = file;
    }
    last = number;
    return spots.of(number, exchange);
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

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
    open = null;
  }
}
