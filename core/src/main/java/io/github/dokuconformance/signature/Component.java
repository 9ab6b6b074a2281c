package io.github.dokuconformance.signature;

/**
 * One line of the string to sign.
 *
 * <p>Source: developers.doku.com, "Signature Component from Request Header" and "… Response Header"
 * (documented): names, order and {@code Name:value} form.
 */
public record Component(String name, String value) {
  public static final String CLIENT_ID = "Client-Id";
  public static final String REQUEST_ID = "Request-Id";
  public static final String REQUEST_TIMESTAMP = "Request-Timestamp";
  public static final String RESPONSE_TIMESTAMP = "Response-Timestamp";
  public static final String REQUEST_TARGET = "Request-Target";
  public static final String DIGEST = "Digest";

  /** The header that carries the signature; not itself a component. */
  public static final String SIGNATURE = "Signature";
}
