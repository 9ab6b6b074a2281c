package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.contract.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last requests that were carried out, with their answers, so that a repeated one is known.
 *
 * <p>Source: developers.doku.com, Idempotency request (documented: same Request-Id and body, same
 * response body and 409). For how long DOKU remembers is not documented: here, for the next 10,000
 * requests, or fewer where orders are long. Not thread safe; {@link Acquirer} guards it.
 */
final class Remembered {
  private static final int MOST = 10_000;
  private static final ZoneOffset JAKARTA = ZoneOffset.ofHours(7);

  private record Key(String clientId, String requestId) {}

  /**
   * A request and its answer.
   *
   * @param digest of the request's body: two bodies with one digest are the same
   * @param characters the most that the texts which the answer holds can have: those of its order,
   *     where it has one, and one of the request, which may be of any length too
   * @param carriedOut when that was
   */
  record Entry(
      Operation operation, String digest, int characters, Answer answer, Instant carriedOut) {
    static Entry of(Call call, Answer answer) {
      int ofOrder = answer.order().map(Order::characters).orElse(0);
      int characters = ofOrder + call.request().body().length();
      return new Entry(call.operation(), call.digest(), characters, answer, call.now());
    }

    boolean isSame(Call call) {
      return operation.id().equals(call.operation().id()) && digest.equals(call.digest());
    }

    /** Tells whether it was carried out on the day of that time, in Jakarta (assumed). */
    boolean isOfDay(Instant now) {
      return day(carriedOut).equals(day(now));
    }

    private static LocalDate day(Instant instant) {
      return instant.atOffset(JAKARTA).toLocalDate();
    }

    Order order() {
      return answer.order().get();
    }
  }

  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private long characters;

  Optional<Entry> find(Call call) {
    return find(call.clientId(), call.requestId());
  }

  Optional<Entry> find(String clientId, String requestId) {
    return Optional.ofNullable(entries.get(new Key(clientId, requestId)));
  }

  /** Remembers a request that was carried out. */
  void add(Call call, Answer answer) {
    Entry entry = Entry.of(call, answer);
    characters += entry.characters();
    entries.put(new Key(call.clientId(), call.requestId()), entry);
    Iterator<Entry> oldest = entries.values().iterator();
    while (entries.size() > MOST || characters > Orders.MOST_CHARACTERS) {
      characters -= oldest.next().characters();
      oldest.remove();
    }
  }

  void clear() {
    entries.clear();
    characters = 0;
  }
}
