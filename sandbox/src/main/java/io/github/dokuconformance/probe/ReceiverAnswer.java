package io.github.dokuconformance.probe;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came back for a message: a status, or why there is none. A redirect is an answer like any
 * other.
 *
 * @param detail for a silence, what the network said; otherwise empty
 */
public record ReceiverAnswer(OptionalInt status, Optional<Silence> silence, String detail) {
  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if there is both a status and a silence, or neither
   */
  public ReceiverAnswer {
    if (status.isPresent() == silence.isPresent()) {
      throw new IllegalArgumentException("expected either a status or a silence");
    }
  }

  /** Why there is no status. */
  public enum Silence {
    UNREACHABLE("unreachable"),
    TIMED_OUT("no answer in time"),
    CLOSED("connection closed without an answer"),
    NOT_HTTP("something that is not HTTP/1.1");

    private final String text;

    Silence(String text) {
      this.text = text;
    }
  }

  public static ReceiverAnswer of(int status) {
    return new ReceiverAnswer(OptionalInt.of(status), Optional.empty(), "");
  }

  public static ReceiverAnswer none(Silence silence, String detail) {
    return new ReceiverAnswer(OptionalInt.empty(), Optional.of(silence), detail);
  }

  public boolean is(Silence other) {
    return silence.isPresent() && silence.get() == other;
  }

  /** Says whether the status is 2xx, by which DOKU takes a notification as delivered. */
  public boolean isSuccess() {
    return status.isPresent() && status.getAsInt() / 100 == 2;
  }

  public boolean isServerError() {
    return status.isPresent() && status.getAsInt() >= 500;
  }

  /** Returns the status, or the reason for its absence, as reports show it. */
  public String text() {
    return silence
        .map(why -> detail.isEmpty() ? why.text : why.text + " (" + detail + ")")
        .orElseGet(() -> Integer.toString(status.orElse(0)));
  }
}
