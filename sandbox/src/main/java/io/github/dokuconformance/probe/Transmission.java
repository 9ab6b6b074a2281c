package io.github.dokuconformance.probe;

/** How a message's bytes go over the wire; all are plain HTTP/1.1. */
public enum Transmission {
  /** Head and body in one go, with Content-Length. */
  AT_ONCE,
  /** In a few segments with pauses between them, as slow networks deliver. */
  IN_PIECES,
  /** With Transfer-Encoding chunked in place of Content-Length. */
  CHUNKED,
  /** At once, while a second connection has sent half a message and keeps still. */
  BESIDE_STALLED
}
