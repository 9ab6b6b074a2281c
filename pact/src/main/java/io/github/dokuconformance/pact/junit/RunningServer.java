package io.github.dokuconformance.pact.junit;

import io.github.dokuconformance.sandbox.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server that a test has started, and that JUnit closes with the test. */
@SuppressWarnings("deprecation") // AutoCloseable alone is closed from JUnit 5.13 on only.
interface RunningServer
    extends DokuServer, AutoCloseable, ExtensionContext.Store.CloseableResource {
  void arm(Fault fault);

  /** Returns the faults that nothing has had yet. */
  List<Fault> armed();

  /** Returns what the client did wrong, a text each. */
  List<String> problems();

  /** Leaves behind what a test without problems is worth. */
  void passed();

  @Override
  void close();
}
