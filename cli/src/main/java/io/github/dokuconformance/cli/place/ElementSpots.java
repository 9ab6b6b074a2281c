package io.github.dokuconformance.cli.place;

import io.github.dokuconformance.message.Exchange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds exchanges that are the elements of a list in one JSON document, or the document. */
final class ElementSpots implements FileSpots {
  private final String file;
  private @Nullable JsonSpots json;
  private int next = 1;

  ElementSpots(String file) {
    this.file = file;
  }

  @Override
  public ExchangeSpots of(int number, Exchange exchange) throws IOException {
    JsonSpots spots = json;
    if (spots == null) {
      spots = new JsonSpots(file, FileSpots.stream(file), 1);
      json = spots;
      if (number > 0) {
        spots.enterList();
      } else {
        next = 0;
      }
    }
    int passedOver = number - next;
    next = number + 1;
    return spots.exchange(passedOver);
  }

  @Override
  public void close() throws IOException {
    if (json != null) {
      json.close();
    }
  }
}
