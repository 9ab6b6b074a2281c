package io.github.dokuconformance.sandbox.http;

/** A request that is answered without being handled, and after which the connection is closed. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  Refused(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  static Refused malformed(String reason) {
    return new Refused(400, reason);
  }

  int status() {
    return status;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
