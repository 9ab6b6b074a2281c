package io.github.dokuconformance.probe;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.SnapKeys;
import io.github.dokuconformance.sandbox.token.RequestIds;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.IntNode;

/** Merchants who are called with their own token: the right one passes, each flaw is found. */
@Timeout(60)
class SnapProbesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final SigningKey SECRET = SigningKey.of(MerchantSecret.of(SnapKeys.SECRET));
  private static final NotificationForm FORM =
      NotificationForm.of(Contract.bundled(), "snap.va.notification");

  /** What makes a receiver. */
  interface Maker {
    SnapReceiver make() throws IOException;
  }

  /** A receiver and exactly the requirements, of the levels must and should, that it breaks. */
  record Flawed(String name, Maker maker, Set<String> failed) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Flawed> flawed() {
    return Stream.of(
        new Flawed(
            "DOKU's Node, Java, PHP and Python libraries: the token alone is looked at",
            () ->
                new SnapReceiver() {
                  @Override
                  boolean isSigned(HttpExchange exchange, byte[] body, String token) {
                    return true;
                  }

                  @Override
                  boolean isOwn(String partnerId) {
                    return true;
                  }

                  @Override
                  boolean isFresh(String timestamp) {
                    return true;
                  }
                },
            Set.of("snap-forged.*", "snap-tampered.*")),
        new Flawed(
            "DOKU's Go library: the token is parsed and not verified",
            () ->
                new SnapReceiver() {
                  @Override
                  boolean isOwnToken(String token) {
                    return token.indexOf('.') > 0;
                  }

                  @Override
                  boolean isSigned(HttpExchange exchange, byte[] body, String token) {
                    return true;
                  }

                  @Override
                  boolean isOwn(String partnerId) {
                    return true;
                  }

                  @Override
                  boolean isFresh(String timestamp) {
                    return true;
                  }
                },
            Set.of(
                "snap-forged.*", "snap-tampered.*", "snap-token.changed", "snap-token.unsigned")),
        new Flawed(
            "DOKU's PHP library: one signature fits every message",
            () ->
                new SnapReceiver() {
                  @Override
                  boolean isSigned(HttpExchange exchange, byte[] body, String token) {
                    String constant =
                        "POST:/v1.0/debit/notify::"
                            + java.util.HexFormat.of()
                                .formatHex(Receiver.sha256("null".getBytes(StandardCharsets.UTF_8)))
                            + ":";
                    return isSame(mac(constant), header(exchange, "X-SIGNATURE"));
                  }
                },
            Set.of("snap-genuine.*", "snap-forged.null-signature", "effect.of-genuine")),
        new Flawed(
            "DOKU's Java library: the signature is compared without regard to case",
            () ->
                new SnapReceiver() {
                  @Override
                  boolean isSame(String expected, String got) {
                    return expected.equalsIgnoreCase(got);
                  }
                },
            Set.of("snap-forged.letter-case")),
        new Flawed(
            "DOKU's Node library: the body is parsed and written anew",
            () ->
                new SnapReceiver() {
                  @Override
                  byte[] hashed(byte[] body) {
                    return parse(body).toString().getBytes(StandardCharsets.UTF_8);
                  }
                },
            Set.of("snap-tampered.member-twice")),
        new Flawed(
            "the token is verified but may be left out",
            () ->
                new SnapReceiver() {
                  @Override
                  String bearer(HttpExchange exchange) {
                    String value = header(exchange, "Authorization");
                    return value.isEmpty() ? "" : super.bearer(exchange);
                  }

                  @Override
                  boolean isOwnToken(String token) {
                    return token.isEmpty() || super.isOwnToken(token);
                  }
                },
            Set.of("snap-token.missing")),
        new Flawed(
            "two paths are taken, to be safe",
            () ->
                new SnapReceiver() {
                  @Override
                  boolean isSigned(HttpExchange exchange, byte[] body, String token) {
                    return Stream.of("/v1.0/debit/notify", FORM.pathOfDoku())
                            .map(path -> mac(text(exchange, path, hashed(body), token)))
                            .anyMatch(mac -> isSame(mac, header(exchange, "X-SIGNATURE")))
                        || super.isSigned(exchange, body, token);
                  }
                },
            Set.of("snap-forged.fixed-path", "snap-forged.doku-path")),
        new Flawed(
            "the beginning of the signature is compared",
            () ->
                new SnapReceiver() {
                  @Override
                  boolean isSame(String expected, String got) {
                    return !got.isEmpty() && (expected.startsWith(got) || got.startsWith(expected));
                  }
                },
            Set.of("snap-forged.truncated", "snap-forged.trailing-text")),
        new Flawed(
            "a signature is compared as far as it goes",
            () ->
                new SnapReceiver() {
                  @Override
                  boolean isSame(String expected, String got) {
                    return expected.startsWith(got);
                  }
                },
            Set.of(
                "snap-forged.truncated",
                "snap-forged.empty-signature",
                "snap-forged.no-signature")),
        new Flawed(
            "the raw body is hashed, white space and all",
            () ->
                new SnapReceiver() {
                  @Override
                  byte[] hashed(byte[] body) {
                    return body;
                  }
                },
            Set.of("snap-genuine.spaced")),
        new Flawed(
            "whoever asks is given a token",
            () ->
                new SnapReceiver() {
                  @Override
                  boolean isDoku(HttpExchange exchange) {
                    return true;
                  }
                },
            Set.of("snap-request.*")),
        new Flawed(
            "a timestamp has to end in Z",
            () ->
                new SnapReceiver() {
                  @Override
                  boolean isFresh(String timestamp) {
                    return timestamp.endsWith("Z") && super.isFresh(timestamp);
                  }
                },
            Set.of("snap-genuine.local-time")),
        new Flawed(
            "an X-EXTERNAL-ID has to be a number",
            () ->
                new SnapReceiver() {
                  @Override
                  String bearer(HttpExchange exchange) {
                    Receiver.require(header(exchange, "X-EXTERNAL-ID").matches("[0-9]+"), 400);
                    return super.bearer(exchange);
                  }
                },
            Set.of("snap-genuine.external-id-letters")),
        new Flawed(
            "a media type is compared as a whole",
            () ->
                new SnapReceiver() {
                  @Override
                  String bearer(HttpExchange exchange) {
                    Receiver.require(
                        header(exchange, "Content-Type").equals("application/json"), 415);
                    return super.bearer(exchange);
                  }
                },
            Set.of("snap-genuine.content-type-charset")),
        new Flawed(
            "what comes twice breaks it",
            () ->
                new SnapReceiver() {
                  @Override
                  void again() {
                    throw new Receiver.Refusal(500);
                  }
                },
            Set.of("snap-repeated.same-request-id")),
        new Flawed(
            "what comes twice is booked twice",
            () ->
                new SnapReceiver() {
                  @Override
                  void again() {
                    bookings.incrementAndGet();
                  }
                },
            Set.of("effect.none-of-repeated")),
        new Flawed(
            "refusals shut the sender out",
            () ->
                new SnapReceiver() {
                  private int refusals;

                  @Override
                  void refused() {
                    refusals++;
                  }

                  @Override
                  String bearer(HttpExchange exchange) {
                    Receiver.require(refusals < 3, 429);
                    return super.bearer(exchange);
                  }
                },
            Set.of("snap-genuine.after-attack")),
        new Flawed(
            "forgeries break it",
            () ->
                new SnapReceiver() {
                  @Override
                  boolean isSame(String expected, String got) {
                    if (!super.isSame(expected, got)) {
                      throw new Receiver.Refusal(500);
                    }
                    return true;
                  }
                },
            Set.of("run.no-server-error")));
  }

  @Test
  void findsNothingAtARightMerchant() throws Exception {
    try (SnapReceiver right = new SnapReceiver()) {
      List<ProbeResult> results = probe(right, FORM);

      assertThat(failed(results)).isEmpty();
      assertThat(results)
          .extracting(ProbeResult::requirement)
          .containsExactlyElementsOf(ProbeCatalogue.requirements(FORM));
    }
  }

  @ParameterizedTest
  @MethodSource("flawed")
  void findsFlaw(Flawed flawed) throws Exception {
    try (SnapReceiver receiver = flawed.maker().make()) {
      Set<String> failed = failed(probe(receiver, FORM));

      assertThat(failed).isEqualTo(expanded(flawed.failed()));
    }
  }

  @Test
  void findsWhoTakesATokenThatHasEnded() throws Exception {
    try (SnapReceiver right = shortLived(false);
        SnapReceiver careless = shortLived(true)) {
      List<ProbeResult> results = afterExpiry(right);

      assertThat(failed(results)).isEmpty();
      assertThat(results).extracting(one -> one.requirement().id()).contains("snap-token.expired");
      assertThat(failed(afterExpiry(careless))).containsExactly("snap-token.expired");
    }
  }

  private static SnapReceiver shortLived(boolean forEver) throws IOException {
    return new SnapReceiver() {
      @Override
      int life() {
        return 2;
      }

      @Override
      boolean lives(String token) {
        return forEver || super.lives(token);
      }
    };
  }

  private static List<ProbeResult> afterExpiry(SnapReceiver receiver) throws Exception {
    return run(receiver, FORM)
        .awaitingExpiry()
        .run(List.of(ProbeCatalogue.baseline(FORM)), result -> {});
  }

  @Test
  void holdsNoProbeThatNoFlawFails() {
    Set<String> found = new HashSet<>();
    flawed().forEach(one -> found.addAll(expanded(one.failed())));

    assertThat(SnapProbes.all(FORM))
        .filteredOn(probe -> probe.requirement().level().reaches(Level.SHOULD))
        .extracting(Probe::id)
        .filteredOn(id -> !id.equals("snap-genuine.lower-case-names"))
        .isSubsetOf(found);
  }

  /** Node's frameworks give names in lower case alone; what looks for others hears nothing. */
  @Test
  void findsWhoLooksForOneSpellingOfNames() {
    Setting setting = setting(FORM);
    Probe probe =
        SnapProbes.all(FORM).stream()
            .filter(one -> one.id().endsWith(".lower-case-names"))
            .findFirst()
            .orElseThrow();

    assertThat(probe.recipe().make(setting).headers().stream())
        .allMatch(header -> header.name().equals(header.name().toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"snap.va.notification", "snap.debit.notification"})
  void genuineMessagesAreAsTheContractHasThem(String id) {
    NotificationForm form = NotificationForm.of(Contract.bundled(), id);
    for (Probe probe : ProbeCatalogue.probes(form)) {
      if (probe.expectation() != Expectation.ACCEPTED) {
        continue;
      }
      CheckResult result =
          Check.check(
              Exchange.of(probe.id(), probe.recipe().make(setting(form)), null),
              CheckContext.nothing()
                  .withKeys(KeyRing.of(SnapReceiver.CLIENT_ID, SECRET))
                  .withNotificationPath(SnapReceiver.PATH));
      assertThat(result.operation().map(operation -> operation.id())).as(probe.id()).contains(id);
      assertThat(result.requestSignature().status())
          .as(probe.id())
          .isEqualTo(SignatureStatus.VALID);
      assertThat(result.findings())
          .as(probe.id())
          .filteredOn(finding -> finding.severity() == Severity.ERROR)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"snap.va.notification", "snap.debit.notification"})
  void makesTheSameBytesOfTheSameSetting(String id) {
    NotificationForm form = NotificationForm.of(Contract.bundled(), id);

    assertThat(ProbeCatalogue.probes(form))
        .allSatisfy(
            probe ->
                assertThat(probe.recipe().make(setting(form)))
                    .isEqualTo(probe.recipe().make(setting(form))));
    assertThat(ProbeCatalogue.requirements(form).stream().map(Requirement::id))
        .doesNotHaveDuplicates()
        .allMatch(one -> one.matches("[a-z-]+\\.[a-z0-9-]+"));
  }

  @Test
  void merchantThatGivesNoTokenCannotBeProbed() throws IOException {
    try (SnapReceiver right = new SnapReceiver()) {
      assertThatExceptionOfType(UnusableEndpointException.class)
          .isThrownBy(() -> desk(right.url("/nowhere")))
          .withMessageContaining("expected a token from")
          .withMessageContaining("got 404");
    }
    assertThatExceptionOfType(UnusableEndpointException.class)
        .isThrownBy(() -> desk(URI.create("http://127.0.0.1:1/token")))
        .withMessageContaining("got no answer");
  }

  private static Desk desk(URI url) throws UnusableEndpointException {
    return Desk.open(
        TokenForm.of(Contract.bundled()).orElseThrow(),
        SnapReceiver.CLIENT_ID,
        SnapKeys.DOKU,
        url,
        PATIENCE,
        Instant.now());
  }

  private static Setting setting(NotificationForm form) {
    Desk desk =
        new Desk(
            TokenForm.of(Contract.bundled()).orElseThrow(),
            SnapKeys.DOKU,
            URI.create("http://127.0.0.1:1/token"),
            (request, delivery) -> ReceiverAnswer.of(200),
            AccessToken.of("eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2lnbmF0dXJl"),
            Instant.EPOCH);
    return new Setting(
        form,
        new Merchant(SnapReceiver.CLIENT_ID, SECRET, Target.of(SnapReceiver.PATH)),
        ProbedOrders.invented("run").at(1),
        ProbedOrders.invented("run").at(2),
        "20260131000000000001",
        Instant.parse("2026-01-02T03:04:05Z"),
        Optional.of(desk));
  }

  private static List<ProbeResult> probe(SnapReceiver receiver, NotificationForm form)
      throws Exception {
    return run(receiver, form).run(ProbeCatalogue.probes(form), result -> {});
  }

  private static ProbeRun run(SnapReceiver receiver, NotificationForm form) throws Exception {
    NotificationUrl url = NotificationUrl.parse(receiver.url(SnapReceiver.PATH).toString());
    return new ProbeRun(
            HttpEndpoint.of(url, PATIENCE),
            new Merchant(SnapReceiver.CLIENT_ID, SECRET, url.target()),
            ProbedOrders.invented("test"),
            Clock.systemUTC(),
            () -> RequestIds.next(form.scheme()))
        .sending(form)
        .with(desk(receiver.url(SnapReceiver.TOKENS)))
        .watching(() -> IntNode.valueOf(receiver.bookings.get()), Duration.ZERO);
  }

  private static Set<String> failed(List<ProbeResult> results) {
    return results.stream()
        .filter(result -> result.fails(Level.SHOULD))
        .map(result -> result.requirement().id())
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> expanded(Set<String> patterns) {
    return ProbeCatalogue.requirements(FORM).stream()
        .filter(requirement -> requirement.level().reaches(Level.SHOULD))
        .map(Requirement::id)
        .filter(
            id ->
                patterns.contains(id) || patterns.contains(id.substring(0, id.indexOf('.')) + ".*"))
        .collect(toSet());
  }
}
