package io.github.dokuconformance.pact.junit;

import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.function.Executable;

/** A server that a test has started, and that JUnit closes with the test. */
@SuppressWarnings("deprecation") // AutoCloseable alone is closed from JUnit 5.13 on only.
abstract class RunningServer
    implements DokuServer, AutoCloseable, ExtensionContext.Store.CloseableResource {
  /** Made when it is first needed, for that takes a while; the same for all tests of a run. */
  private static final class Pair {
    private static final AsymmetricKey OF_MERCHANT = AsymmetricKey.make();
  }

  private final DokuTest settings;
  private volatile boolean refused;

  RunningServer(DokuTest settings) {
    this.settings = settings;
  }

  static MerchantKeys keys(DokuTest settings) {
    return MerchantKeys.of(MerchantSecret.of(settings.secretKey())).withOwn(Pair.OF_MERCHANT);
  }

  @Override
  public final String clientId() {
    return settings.clientId();
  }

  @Override
  public final String secretKey() {
    return settings.secretKey();
  }

  @Override
  public final String privateKey() {
    return Pair.OF_MERCHANT.exposePems().get(0);
  }

  abstract void arm(Fault fault);

  /** Returns the faults that nothing has had yet. */
  abstract List<Fault> armed();

  /** Returns what the client did wrong, a text each. */
  abstract List<String> problems();

  /** Leaves behind what a test without problems is worth. */
  abstract void passed();

  @Override
  public final Throwable refuses(Executable call) {
    try {
      call.execute();
    } catch (Throwable thrown) {
      refused = true;
      return thrown;
    }
    throw new AssertionError("expected the client to refuse the answer, but it returned normally");
  }

  /** Tells whether the test showed that its client refuses an answer. */
  boolean refused() {
    return refused;
  }

  @Override
  public abstract void close();
}
