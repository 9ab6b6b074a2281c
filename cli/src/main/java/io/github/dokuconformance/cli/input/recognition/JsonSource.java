package io.github.dokuconformance.cli.input.recognition;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.ReadExchange;
import io.github.dokuconformance.cli.input.UnreadableExchange;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON document that is one exchange or an array of them.
 *
 * <p>Elements of an array are called {@code orders.json#1}, {@code orders.json#2} and so on.
 */
final class JsonSource implements InputSource {
  private final String file;
  private final InputStream in;
  private @Nullable JsonCursor json;
  private int elements;
  private int count;
  private boolean ended;

  JsonSource(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  @Override
  public Optional<PendingExchange> next() throws InputException {
    try {
      return ended ? Optional.empty() : read();
    } catch (JsonInputException e) {
      ended = true;
      throw InputException.ofJson(file, 1, e);
    }
  }

  private Optional<PendingExchange> read() throws JsonInputException {
    JsonCursor cursor = json;
    if (cursor == null) {
      cursor = JsonCursor.over(in);
      json = cursor;
      if (!cursor.isArray()) {
        ReadExchange only = ReadExchange.of(ExchangeJson.read(cursor, file));
        end(cursor);
        return Optional.of(only);
      }
      cursor.enterArray();
      elements = cursor.depth();
    }
    if (!cursor.nextElement()) {
      end(cursor);
      return Optional.empty();
    }
    count++;
    String source = file + "#" + count;
    try {
      return Optional.of(ReadExchange.of(ExchangeJson.read(cursor, source)));
    } catch (JsonInputException e) {
      cursor.leaveTo(elements);
      return Optional.of(new UnreadableExchange(source, InputException.ofJson(file, 1, e)));
    }
  }

  private void end(JsonCursor cursor) throws JsonInputException {
    ended = true;
    cursor.requireEnd();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
