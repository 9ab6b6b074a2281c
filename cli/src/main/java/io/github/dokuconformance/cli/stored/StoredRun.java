package io.github.dokuconformance.cli.stored;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputFile;
import io.github.dokuconformance.cli.input.recognition.LineReader;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stored run in the order of its inputs, as a check on one machine would have gone through
 * them. Memory is bounded by one exchange.
 */
public final class StoredRun {
  /** The longest line: findings are few, and each is bounded. */
  private static final int LONGEST_LINE = 16 << 20;

  private final Path folder;
  private final StoredSummary summary;

  private StoredRun(Path folder, StoredSummary summary) {
    this.folder = folder;
    this.summary = summary;
  }

  /** Takes what a run came to, in the order of its inputs. */
  public interface Reader {
    /**
     * Takes an exchange.
     *
     * @param file the input that it comes from
     */
    void exchange(CheckResult result, String file);

    /** Takes the line that says what can't be read, and why. */
    void unreadable(String line);
  }

  /**
   * Opens the folder of a run.
   *
   * @throws InputException if there is none, or it is not whole; the message says where and why
   */
  public static StoredRun open(Path folder) throws InputException {
    Path file = folder.resolve(StoredSummary.FILE);
    String name = FileNames.of(file);
    if (!Files.isDirectory(folder) || Files.notExists(file)) {
      throw InputException.of(
          FileNames.of(folder),
          "expected the folder that a job on Spark has written, with "
              + StoredSummary.FILE
              + " in it, which it writes last; got "
              + (Files.isDirectory(folder) ? "one without" : "no folder"));
    }
    try (InputStream in = InputFile.open(file);
        JsonCursor json = JsonCursor.over(in)) {
      StoredSummary summary = StoredSummary.read(json);
      json.requireEnd();
      return new StoredRun(folder, summary);
    } catch (JsonInputException e) {
      throw InputException.ofJson(name, 1, e);
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    }
  }

  public StoredSummary summary() {
    return summary;
  }

  /**
   * Reads everything once.
   *
   * @throws InputException if a file is missing, or is not as the summary says
   */
  public void read(Reader reader) throws InputException {
    List<String> found =
        IntStream.range(0, summary.findingFiles()).mapToObj(StoredSummary::findings).toList();
    try (Lines<StoredResult.OfRun> findings =
            new Lines<>(found, StoredResult::ofRun, StoredResult.OfRun::exchange);
        Lines<StoredResult.Explained> explained =
            new Lines<>(
                List.of(StoredSummary.DIAGNOSES),
                StoredResult::ofSignature,
                StoredResult.Explained::exchange)) {
      long exchanges = 0;
      int split = 0;
      for (int input = 0; input < summary.inputs().size(); input++) {
        long lines = 0;
        while (split < summary.splits().size() && summary.splits().get(split).input() == input) {
          readSplit(split, input, lines, exchanges, findings, explained, reader);
          lines += summary.splits().get(split).lines();
          exchanges += summary.splits().get(split).exchanges();
          split++;
        }
        summary.inputs().get(input).unreadable().ifPresent(reader::unreadable);
      }
      findings.requireEnd();
      explained.requireEnd();
    } catch (IOException e) {
      throw InputException.ofIo(FileNames.of(folder), e);
    }
  }

  private void readSplit(
      int split,
      int input,
      long linesBefore,
      long exchangesBefore,
      Lines<StoredResult.OfRun> findings,
      Lines<StoredResult.Explained> explained,
      Reader reader)
      throws IOException, InputException {
    String file = summary.inputs().get(input).name();
    StoredSummary.Split counts = summary.splits().get(split);
    String results = StoredSummary.results(split);
    long exchange = exchangesBefore;
    long unreadable = 0;
    try (Lines<StoredResult.OfPart> lines =
        new Lines<>(List.of(results), StoredResult::ofPart, StoredResult.OfPart::line)) {
      for (var next = lines.next(); next != null; next = lines.next()) {
        long line = linesBefore + next.line();
        if (next.unreadable().isPresent()) {
          unreadable++;
          reader.unreadable(Visible.name(file) + ":" + line + ":" + next.unreadable().get());
          continue;
        }
        exchange++;
        CheckResult result = next.result(file + "#" + line, explained.at(exchange));
        List<Finding> ofRun = new ArrayList<>(0);
        for (var found = findings.at(exchange); found.isPresent(); found = findings.at(exchange)) {
          ofRun.add(found.get().finding());
        }
        reader.exchange(result.with(ofRun), file);
      }
    }
    if (exchange - exchangesBefore != counts.exchanges() || unreadable != counts.unreadable()) {
      throw InputException.of(
          FileNames.of(folder.resolve(results)),
          String.format(
              Locale.ROOT,
              "expected %d results and %d unreadable lines, as in %s, got %d and %d; the file is not whole",
              counts.exchanges(),
              counts.unreadable(),
              StoredSummary.FILE,
              exchange - exchangesBefore,
              unreadable));
    }
  }

  private interface Parser<T> {
    T read(JsonCursor json) throws JsonInputException;
  }

  /** The lines of several files, one after another, in the order of a number that each has. */
  private final class Lines<T> implements Closeable {
    private final List<String> files;
    private final Parser<T> parser;
    private final ToLongFunction<T> number;
    private int file;
    private @Nullable InputStream in;
    private @Nullable LineReader lines;
    private @Nullable T ahead;
    private long last;

    Lines(List<String> files, Parser<T> parser, ToLongFunction<T> number) {
      this.files = files;
      this.parser = parser;
      this.number = number;
    }

    /** Returns the next line that has that number, if it is the next of all. */
    Optional<T> at(long wanted) throws IOException, InputException {
      T next = ahead == null ? next() : ahead;
      if (next == null || number.applyAsLong(next) != wanted) {
        ahead = next;
        return Optional.empty();
      }
      ahead = null;
      return Optional.of(next);
    }

    void requireEnd() throws IOException, InputException {
      T next = ahead == null ? next() : ahead;
      if (next != null) {
        throw InputException.of(
            FileNames.of(folder),
            "expected findings of the run's exchanges, got one of exchange "
                + number.applyAsLong(next)
                + ", which the results do not have");
      }
    }

    @Nullable T next() throws IOException, InputException {
      while (true) {
        LineReader open = lines;
        byte[] line = open == null ? null : open.next();
        if (open != null && line != null) {
          return parse(line, open);
        }
        close();
        if (file == files.size()) {
          return null;
        }
        try {
          in = InputFile.open(folder.resolve(files.get(file)));
        } catch (IOException e) {
          throw InputException.ofIo(FileNames.of(folder.resolve(files.get(file))), e);
        }
        lines = new LineReader(in, LONGEST_LINE);
        file++;
      }
    }

    private T parse(byte[] line, LineReader reader) throws InputException {
      String name = FileNames.of(folder.resolve(files.get(file - 1)));
      try (JsonCursor json = JsonCursor.over(line)) {
        T value = parser.read(json);
        json.requireEnd();
        if (number.applyAsLong(value) < last) {
          throw json.error("expected the lines in their order, got an earlier one");
        }
        last = number.applyAsLong(value);
        return value;
      } catch (JsonInputException e) {
        throw InputException.ofJson(name, reader.number(), e);
      }
    }

    @Override
    public void close() throws IOException {
      lines = null;
      if (in != null) {
        in.close();
        in = null;
      }
    }
  }
}
