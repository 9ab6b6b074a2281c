package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of one text: its exchanges in their order, each read or not, and remarks.
 *
 * <p>An exchange that stands alone is called as its file is, several are {@code file#1}, {@code
 * file#2} and so on. Not thread safe.
 */
public final class Readings {
  /** Far more than a person or a tool writes into one text; a log of more belongs into .jsonl. */
  private static final int MOST = 50_000;

  /** Each may cost a look at the rest of the text. */
  private static final int MOST_UNREADABLE = 1_000;

  private static final int MOST_REMARKS = 20;

  private final String file;
  private int unreadable;
  private @Nullable InputException full;
  private final List<Reading> readings = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  public Readings(String file) {
    this.file = file;
  }

  public String file() {
    return file;
  }

  public int count() {
    return readings.size();
  }

  /**
   * Adds an exchange.
   *
   * @throws InputException if that is one too many; the rest of the text is not to be read then
   */
  public void add(Request request, @Nullable Response response) throws InputException {
    requireRoom(readings.size(), MOST, "exchanges");
    readings.add(new Reading(request, response, null));
  }

  /**
   * Adds an exchange that can't be read; those after it may be good.
   *
   * @throws InputException as above
   */
  public void add(InputException failure) throws InputException {
    requireRoom(++unreadable, MOST_UNREADABLE, "unreadable exchanges");
    readings.add(new Reading(null, null, failure));
  }

  /** Adds why the rest of the text was not read, which is the last of it. */
  public void end(InputException failure) {
    readings.add(new Reading(null, null, failure));
  }

  private void requireRoom(int count, int most, String what) throws InputException {
    if (full == null && count >= most) {
      full =
          InputException.of(
              file,
              "expected at most "
                  + most
                  + " "
                  + what
                  + " in one text, got more; the rest is not read");
    }
    if (full != null) {
      throw full;
    }
  }

  /** Adds a line for the user about something that was passed over on purpose. */
  public void remark(long line, String text) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(InputException.atLine(file, line, text).getMessage());
    }
  }

  public List<String> remarks() {
    return remarks;
  }

  public List<PendingExchange> pending() {
    List<PendingExchange> pending = new ArrayList<>();
    for (Reading reading : readings) {
      String source = readings.size() == 1 ? file : file + "#" + (pending.size() + 1);
      pending.add(reading.pending(source));
    }
    return pending;
  }

  private record Reading(
      @Nullable Request request, @Nullable Response response, @Nullable InputException failure) {
    PendingExchange pending(String source) {
      if (failure != null || request == null) {
        return new UnreadableExchange(
            source, failure != null ? failure : InputException.of(source, "no request"));
      }
      return ReadExchange.of(
          new Exchange(
              source, Optional.empty(), request, Optional.ofNullable(response), Optional.empty()));
    }
  }
}
