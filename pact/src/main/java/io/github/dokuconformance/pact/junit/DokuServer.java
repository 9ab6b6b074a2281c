package io.github.dokuconformance.pact.junit;

import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.sandbox.Sandbox;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** What stands in for DOKU during a test. Thread safe. */
public interface DokuServer {
  /** Returns the base URL, without slash at the end: what the client is to take for DOKU. */
  URI url();

  /** Returns the Client-Id that the server knows the merchant by. */
  String clientId();

  /** Returns the merchant's Secret Key, with which the client signs and verifies. */
  String secretKey();

  /**
   * Returns the merchant's private RSA key, PKCS#8 in PEM, with which a client that speaks SNAP
   * signs its request for a token. It is made for the tests alone.
   */
  String privateKey();

  /** Returns DOKU's public RSA key in PEM, by which a merchant knows that DOKU asks for a token. */
  String dokuPublicKey();

  /** Returns what the client sent and was answered so far. */
  List<Exchange> exchanges();

  /**
   * Makes a call to which DOKU's answer is a lie of {@link Faults}, and shows that the client
   * refuses it: by any exception.
   *
   * @return what the client threw
   * @throws AssertionError where the client returned normally
   */
  Throwable refuses(Executable call);

  /**
   * Returns the sandbox, to let orders be paid or the clock run.
   *
   * @throws IllegalStateException where a mock server answers
   */
  Sandbox sandbox();
}
