package io.github.dokuconformance.probe;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.IntNode;

/** The probes are checked by endpoints that are right, and by ones with a mistake each. */
class ProbeRunTest {
  private static final Merchant MERCHANT =
      new Merchant(
          Receiver.CLIENT_ID,
          SigningKey.of(MerchantSecret.of(Receiver.SECRET)),
          Target.of(Receiver.PATH));

  @Test
  void findsNothingAtRightEndpoint() throws Exception {
    List<ProbeResult> results = probe(new Receiver(), Set.of());

    assertThat(results)
        .filteredOn(result -> !result.passed())
        .extracting(result -> result.requirement().id())
        .isEmpty();
    assertThat(results)
        .extracting(ProbeResult::requirement)
        .containsExactlyElementsOf(ProbeCatalogue.requirements());
  }

  @ParameterizedTest
  @MethodSource("io.github.dokuconformance.probe.FlawedReceivers#all")
  void findsFlaw(FlawedReceivers.Flawed flawed) throws Exception {
    Set<String> failed = failed(probe(flawed.receiver().get(), flawed.wire()));

    if (flawed.wire().isEmpty()) {
      assertThat(failed).isEqualTo(expanded(flawed.failed()));
    } else {
      // What else fails depends on how the network cuts the bytes.
      assertThat(failed).containsAll(expanded(flawed.failed()));
    }
  }

  private static List<ProbeResult> probe(Receiver receiver, Set<TestServer.Wire> wire)
      throws Exception {
    try (TestServer server = TestServer.start(receiver, wire)) {
      receiver.end = server::close;
      return run(server, receiver);
    }
  }

  private static List<ProbeResult> run(TestServer server, Receiver receiver) throws Exception {
    NotificationUrl url = NotificationUrl.parse(server.url(Receiver.PATH));
    return new ProbeRun(
            HttpEndpoint.of(url, Duration.ofSeconds(4)),
            MERCHANT,
            ProbedOrders.invented("test"),
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString())
        .watching(() -> IntNode.valueOf(receiver.bookings.get()), Duration.ZERO)
        .run(ProbeCatalogue.probes(), result -> {});
  }

  private static Set<String> failed(List<ProbeResult> results) {
    return results.stream()
        .filter(result -> result.fails(Level.SHOULD))
        .map(result -> result.requirement().id())
        .collect(toCollection(TreeSet::new));
  }

  static Set<String> expanded(Set<String> patterns) {
    return patterns.stream()
        .flatMap(
            pattern ->
                pattern.endsWith("*")
                    ? ProbeCatalogue.requirements().stream()
                        .filter(requirement -> requirement.level().reaches(Level.SHOULD))
                        .map(Requirement::id)
                        .filter(id -> id.startsWith(pattern.substring(0, pattern.length() - 1)))
                    : Stream.of(pattern))
        .collect(toCollection(TreeSet::new));
  }
}
