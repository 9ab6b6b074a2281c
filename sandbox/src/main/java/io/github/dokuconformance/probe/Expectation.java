package io.github.dokuconformance.probe;

/** What the answer to one message has to be. */
public enum Expectation {
  ACCEPTED("2xx"),
  REFUSED("not 2xx"),
  ANSWERED("an answer below 500");

  private final String text;

  Expectation(String text) {
    this.text = text;
  }

  /** Returns the phrase that reports show. */
  public String text() {
    return text;
  }

  /** An endpoint that is gone meets nothing: its silence would pass for refusal. */
  boolean isMetBy(ReceiverAnswer answer) {
    if (answer.is(ReceiverAnswer.Silence.UNREACHABLE)) {
      return false;
    }
    return switch (this) {
      case ACCEPTED -> answer.isSuccess();
      case REFUSED -> !answer.isSuccess();
      case ANSWERED -> answer.status().isPresent() && !answer.isServerError();
    };
  }
}
