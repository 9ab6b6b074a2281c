package io.github.dokuconformance.cli.input.recognition;

/** What an input turns out to be; several kinds may stand behind one {@link InputFormat}. */
enum InputKind {
  HTTP,
  /** Headers, and perhaps a body, without the request's first line. */
  HEADERS,
  /** A string to sign, which is no message. */
  STRING_TO_SIGN,
  LOG,
  CURL,
  HAR,
  JSON,
  /** A request as programs log it, or an answer alone. */
  LOOSE_JSON,
  NEWMAN,
  POSTMAN,
  INSOMNIA,
  BRUNO
}
