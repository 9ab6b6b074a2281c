package io.github.dokuconformance.spark;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explainer;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.JsonLine;
import io.github.dokuconformance.cli.stored.StoredResult;
import io.github.dokuconformance.cli.stored.StoredSummary;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.rules.Subject;
import io.github.dokuconformance.run.RunKeys;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Judges the exchanges of a part one by one: writes the results, and hands on what the rules over
 * the run need. A worker that dies leaves nothing; the next one does all of the part again.
 */
final class SplitCheck implements Iterator<Tuple2<SortKey, byte[]>>, Closeable {
  private final Split split;
  private final Keys keys;
  private final SplitLines lines;
  private final Folder.Output results;
  private final Folder.Output work;
  private final Signatures.Writer signatures;
  private final SplitCounts counts = new SplitCounts();
  private @Nullable Tuple2<SortKey, byte[]> ready;
  private boolean ended;

  SplitCheck(Job job, Split split) throws IOException, InputException {
    this.split = split;
    this.keys = Keys.of(job.keyFile());
    this.lines = new SplitLines(job.out().open(split.path()), split.start(), split.end());
    this.results = job.out().write(StoredSummary.results(split.number()));
    this.work = job.out().write(Job.countsOf(split.number()));
    this.signatures = new Signatures.Writer(work.data());
  }

  @Override
  public boolean hasNext() {
    try {
      while (ready == null && !ended) {
        advance();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ready != null;
  }

  @Override
  public Tuple2<SortKey, byte[]> next() {
    Tuple2<SortKey, byte[]> next = hasNext() ? ready : null;
    if (next == null) {
      throw new NoSuchElementException();
    }
    ready = null;
    return next;
  }

  private void advance() throws IOException {
    byte[] line = lines.next();
    if (line == null) {
      end();
    } else if (lines.tooLong() || !JsonLine.isBlank(line)) {
      check(line);
    }
  }

  private void check(byte[] line) throws IOException {
    long number = lines.number();
    Exchange exchange;
    try {
      exchange =
          new JsonLine(split.name(), number, lines.tooLong(), line, Optional.empty()).parse();
    } catch (InputException e) {
      counts.addUnreadable();
      String place = Visible.name(split.name()) + ":" + number + ":";
      write(
          StoredResult.unreadable(
              number, String.valueOf(e.getMessage()).substring(place.length())));
      return;
    }
    Subject subject = Check.read(exchange, keys.context());
    CheckResult result = Check.check(subject);
    long index = counts.exchanges();
    boolean bad = counts.add(result);
    write(StoredResult.line(result, number));
    if (Explainer.isInvalid(result)) {
      signatures.wrong(index, number, lines.offset(), line.length);
    }
    Optional<String> signer = Explainer.signer(result, keys.context());
    if (signer.isPresent()) {
      signatures.right(signer.get());
    }
    RunKeys run = RunKeys.of(subject);
    long place = SortKey.place(split.number(), index);
    ready =
        new Tuple2<>(
            run.request().isNone() ? SortKey.alone(place) : SortKey.of(run.request(), place),
            Traced.of(result.trace(), bad, run).pack());
  }

  private void write(String line) throws IOException {
    results.line(keys.mask().text(line));
  }

  private void end() throws IOException {
    ended = true;
    counts.setLines(lines.number());
    signatures.end();
    counts.write(work.data());
    results.commit();
    work.commit();
    close();
  }

  /**
   * Closes its files, whatever became of the task; those that were not put into their places go.
   */
  @Override
  public void close() {
    ended = true;
    try (lines;
        results;
        work) {
      // Each is closed, whatever the others say.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
