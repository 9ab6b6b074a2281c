package io.github.dokuconformance.cli.proxy;

import java.util.Locale;

/** Which messages a proxy signs afresh; it verifies the others. */
public enum SignWhat {
  /** For a mock or stub behind the proxy, whose answers carry no real signature. */
  RESPONSES,
  /** For a verifier in front of the proxy, whose requests carry none. */
  REQUESTS,
  BOTH,
  /** For DOKU itself behind the proxy. */
  NONE;

  boolean requests() {
    return this == REQUESTS || this == BOTH;
  }

  boolean responses() {
    return this == RESPONSES || this == BOTH;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
