package io.github.dokuconformance.message;

/** How big a message may be; what is bigger is refused with a clear error, wherever it is read. */
public final class MessageLimits {
  /** The most bytes that a body has: 10 MiB. */
  public static final int BODY_BYTES = 10 << 20;

  /** The most bytes that the header fields have together, in their HTTP/1.1 form: 64 KiB. */
  public static final int HEADER_BYTES = 64 << 10;

  private MessageLimits() {}
}
