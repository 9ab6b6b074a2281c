/** A server that answers, notifies and errs as DOKU does, and probes of a merchant's endpoints. */
@SuppressWarnings("module") // Those that see more are built later.
module io.github.dokuconformance.sandbox {
  requires transitive io.github.dokuconformance.core;
  requires java.net.http;
  requires static transitive org.jspecify;

  exports io.github.dokuconformance.inquiry;
  exports io.github.dokuconformance.probe;
  exports io.github.dokuconformance.sandbox;
  exports io.github.dokuconformance.sandbox.fault;
  exports io.github.dokuconformance.sandbox.notification;
  exports io.github.dokuconformance.sandbox.order;
  exports io.github.dokuconformance.sandbox.http to
      io.github.dokuconformance.cli,
      io.github.dokuconformance.pact;
  exports io.github.dokuconformance.sandbox.token to
      io.github.dokuconformance.cli,
      io.github.dokuconformance.pact;
}
