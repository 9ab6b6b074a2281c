package io.github.dokuconformance.contract;

import java.net.URI;

/** The target of a {@code $ref}: a file of the contract and a JSON pointer into it. */
record SchemaReference(String file, String pointer) {
  static SchemaReference resolve(String from, String reference) {
    // Only an absolute base resolves "..", hence the slash that is taken off again.
    URI target = URI.create("/" + from).resolve(reference);
    String fragment = target.getFragment();
    return new SchemaReference(target.getPath().substring(1), fragment == null ? "" : fragment);
  }
}
