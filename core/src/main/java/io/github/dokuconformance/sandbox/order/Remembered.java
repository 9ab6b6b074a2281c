package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.message.Body;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last requests that were carried out, with their answers, so that a repeated one is known.
 *
 * <p>Source: developers.doku.com, Idempotency request (documented: same Request-Id and body, same
 * response body and 409). For how long DOKU remembers is not documented: here, for as many as fit
 * in 16 MiB, some 10,000. Not thread safe; {@link Acquirer} guards it.
 */
final class Remembered {
  private static final long MOST_BYTES = 16 << 20;
  private static final int OVERHEAD = 300;

  private record Key(String clientId, String requestId) {}

  /** A request and the body that answered it. */
  record Entry(String operation, Body request, Body response, String invoiceNumber, int bytes) {
    static Entry of(Call call, Body response) {
      Body request = call.request().body();
      return new Entry(
          call.operation().id(),
          request,
          response,
          call.invoiceNumber(),
          OVERHEAD + request.length() + response.length());
    }

    boolean isSame(Call call) {
      return operation.equals(call.operation().id()) && request.equals(call.request().body());
    }
  }

  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private long bytes;

  Optional<Entry> find(Call call) {
    return find(call.clientId(), call.requestId());
  }

  Optional<Entry> find(String clientId, String requestId) {
    return Optional.ofNullable(entries.get(new Key(clientId, requestId)));
  }

  void add(Call call, Body response) {
    Entry entry = Entry.of(call, response);
    entries.put(new Key(call.clientId(), call.requestId()), entry);
    bytes += entry.bytes();
    Iterator<Entry> oldest = entries.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  void clear() {
    entries.clear();
    bytes = 0;
  }
}
