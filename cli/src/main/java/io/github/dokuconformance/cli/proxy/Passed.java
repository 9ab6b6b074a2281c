package io.github.dokuconformance.cli.proxy;

import io.github.dokuconformance.check.CheckResult;

/**
 * One exchange that came through a proxy, or should have.
 *
 * @param result of the check of what was sent on and what was answered
 * @param outcome what the proxy did about it
 */
public record Passed(CheckResult result, Outcome outcome) {

  /** What a proxy does about a request. */
  public enum Outcome {
    /** Sent on, and answered. */
    ANSWERED("answered"),
    /** Not sent on, for its signature is not right. */
    REFUSED("refused, not sent on"),
    /** Sent on, but nothing that is an answer came. */
    UNANSWERED("not answered");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Is told of each exchange, by several threads at once. */
  @FunctionalInterface
  public interface Listener {
    void passed(Passed passed);

    /** Is told why the upstream server can't be used. */
    default void unusable(String reason) {}

    /** Is told of a request that was not let in, with what to do about it. */
    default void turnedAway(String reason) {}

    /** Is told of a defect of the proxy itself. */
    default void failed(RuntimeException defect) {}
  }
}
