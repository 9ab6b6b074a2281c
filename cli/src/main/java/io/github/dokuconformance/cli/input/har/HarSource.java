package io.github.dokuconformance.cli.input.har;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.ReadExchange;
import io.github.dokuconformance.cli.input.UnreadableExchange;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the exchanges with DOKU out of an HTTP Archive 1.2, as browsers and proxies export it.
 *
 * <p>An entry is taken if its request goes to a target of the contract or carries a {@code
 * Signature} header, and is not a browser's preflight ({@code OPTIONS}); the others are counted and
 * passed over, unread. Entries are called by their place among all: {@code shop.har#3}.
 *
 * <p>Read from front to back, an entry at a time: an archive can be far bigger than what it says
 * about DOKU, so it is never held as a whole. (The HAR libraries for Java do that, say no line for
 * what is wrong, and take a document without {@code log} for an archive without entries.)
 */
public final class HarSource implements InputSource {
  private final String file;
  private final InputStream in;
  private final Predicate<Target> contractTarget;
  private @Nullable JsonCursor json;
  private int entries;
  private int count;
  private int skipped;
  private int lostResponses;
  private HarRecorder recorder = HarRecorder.OTHER;
  private boolean ended;

  public HarSource(String file, InputStream in, Predicate<Target> contractTarget) {
    this.file = file;
    this.in = in;
    this.contractTarget = contractTarget;
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

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (skipped > 0) {
      remarks.add(remark(skipped + " entries passed over: not for DOKU, unsigned"));
    }
    if (lostResponses > 0) {
      remarks.add(
          remark(lostResponses + " responses left out: the HAR does not hold their bodies"));
    }
    return remarks;
  }

  private String remark(String text) {
    return String.valueOf(InputException.of(file, text).getMessage());
  }

  private Optional<PendingExchange> read() throws JsonInputException {
    JsonCursor cursor = json;
    if (cursor == null) {
      cursor = JsonCursor.over(in);
      json = cursor;
      enter(cursor, "log");
      enterEntries(cursor);
      cursor.enterArray();
      entries = cursor.depth();
    }
    while (cursor.nextElement()) {
      count++;
      String source = file + "#" + count;
      Optional<Exchange> exchange;
      try {
        HarEntry entry = new HarEntry(recorder, contractTarget);
        exchange = entry.read(cursor, source);
        lostResponses += entry.hasLostResponse() ? 1 : 0;
      } catch (JsonInputException e) {
        cursor.leaveTo(entries);
        return Optional.of(new UnreadableExchange(source, InputException.ofJson(file, 1, e)));
      }
      if (exchange.isPresent()) {
        return exchange.map(ReadExchange::of);
      }
      skipped++;
    }
    ended = true;
    leave(cursor);
    leave(cursor);
    cursor.requireEnd();
    return Optional.empty();
  }

  private void enterEntries(JsonCursor cursor) throws JsonInputException {
    cursor.enterObject();
    for (String name = cursor.nextMember(); name != null; name = cursor.nextMember()) {
      if (name.equals("entries")) {
        return;
      }
      if (name.equals("creator") && cursor.isObject()) {
        recorder = recorder(cursor);
      } else {
        cursor.skip();
      }
    }
    throw missing(cursor, "entries");
  }

  private static HarRecorder recorder(JsonCursor cursor) throws JsonInputException {
    HarRecorder recorder = HarRecorder.OTHER;
    cursor.enterObject();
    for (String name = cursor.nextMember(); name != null; name = cursor.nextMember()) {
      if (name.equals("name") && cursor.isString()) {
        recorder = HarRecorder.of(cursor.string());
      } else {
        cursor.skip();
      }
    }
    return recorder;
  }

  private static void enter(JsonCursor cursor, String member) throws JsonInputException {
    cursor.enterObject();
    for (String name = cursor.nextMember(); name != null; name = cursor.nextMember()) {
      if (name.equals(member)) {
        return;
      }
      cursor.skip();
    }
    throw missing(cursor, member);
  }

  private static JsonInputException missing(JsonCursor cursor, String member) {
    return cursor.error("not a HAR: expected a member \"" + member + "\", got none");
  }

  private static void leave(JsonCursor cursor) throws JsonInputException {
    while (cursor.nextMember() != null) {
      cursor.skip();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
