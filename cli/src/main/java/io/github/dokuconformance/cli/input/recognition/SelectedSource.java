package io.github.dokuconformance.cli.input.recognition;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import java.io.IOException;
import java.util.Optional;

/** One exchange of an input that holds several, by what it is called in reports. */
final class SelectedSource implements InputSource {
  private final String name;
  private final InputSource all;
  private boolean ended;

  SelectedSource(String name, InputSource all) {
    this.name = name;
    this.all = all;
  }

  @Override
  public Optional<PendingExchange> next() throws InputException {
    if (ended) {
      return Optional.empty();
    }
    ended = true;
    for (var next = all.next(); next.isPresent(); next = all.next()) {
      if (next.get().source().equals(name)) {
        return next;
      }
    }
    throw InputException.of(name, "the file holds no exchange of that number");
  }

  @Override
  public void close() throws IOException {
    all.close();
  }
}
