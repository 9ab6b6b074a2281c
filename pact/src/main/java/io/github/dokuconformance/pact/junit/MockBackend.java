package io.github.dokuconformance.pact.junit;

import au.com.dius.pact.consumer.PactTestExecutionContext;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.pact.contract.Contracts;
import io.github.dokuconformance.pact.mock.SigningMockServer;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mock server with the interactions of one test. */
final class MockBackend extends RunningServer {
  private final V4Pact pact;
  private final SigningMockServer server;
  private boolean lied;

  MockBackend(DokuTest settings, List<String> interactions) throws IOException {
    super(settings);
    this.pact = Contracts.merchant(settings.consumer(), interactions);
    requireDifferentRequests(pact);
    this.server =
        SigningMockServer.start(
            pact, settings.clientId(), keys(settings), Clock.systemUTC(), settings.allowHosts());
  }

  /** Of two interactions with the same request Pact answers with the first alone. */
  private static void requireDifferentRequests(V4Pact pact) {
    List<Object> seen = new ArrayList<>();
    for (var interaction : pact.getInteractions()) {
      var request = interaction.asSynchronousRequestResponse().getRequest();
      if (seen.contains(request)) {
        throw new IllegalArgumentException(
            "expected interactions with different requests, got "
                + interaction.asV4Interaction().getKey()
                + " beside another with the same: give each a test of its own");
      }
      seen.add(request);
    }
  }

  @Override
  public URI url() {
    return URI.create(server.getUrl());
  }

  @Override
  public String dokuPublicKey() {
    return SigningMockServer.dokuKey().publicPem();
  }

  @Override
  public List<Exchange> exchanges() {
    return server.exchanges();
  }

  @Override
  public Sandbox sandbox() {
    throw new IllegalStateException("expected @DokuTest(Backend.SANDBOX), got a mock server");
  }

  @Override
  void arm(Fault fault) {
    server.arm(new Armed(fault, Optional.empty(), 1));
    lied = true;
  }

  @Override
  List<Fault> armed() {
    return server.armed().stream().map(Armed::fault).toList();
  }

  @Override
  List<String> problems() {
    return server.problems();
  }

  /** Writes the interactions to the pact file, as Pact does: a lie is no part of a contract. */
  @Override
  void passed() {
    if (lied) {
      return;
    }
    File file = pact.fileForPact(new PactTestExecutionContext().getPactFolder());
    Throwable failure =
        DefaultPactWriter.INSTANCE.writePact(file, pact, PactSpecVersion.V4).errorValue();
    if (failure != null) {
      throw new IllegalStateException("the pact file can't be written: " + file, failure);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
