package io.github.dokuconformance.pact.mock;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.assertion.ExchangeJudge;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.SignatureRefusal;
import io.github.dokuconformance.sandbox.fault.ArmedFaults;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.http.Authority;
import io.github.dokuconformance.sandbox.http.HttpFront;
import io.github.dokuconformance.sandbox.http.Outgoing;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pact's mock server for DOKU's API: it verifies each request's signature and contract, and signs
 * its responses over their final bytes.
 *
 * <p>A request that is wrong is recorded as a mismatch with the findings and, where a signature is
 * invalid, its diagnosis; one whose signature is wrong is answered as DOKU answers it. Which
 * interaction fits is Pact's decision. Requests are read and answered in parallel; Pact sees of
 * their headers only those that the contract names, so that its log and its errors hold no others.
 */
public final class SigningMockServer extends BaseMockServer implements AutoCloseable {
  private final V4Pact pact;
  private final PactRequests requests;
  private final String clientId;
  private final CheckContext context;
  private final Clock clock;
  private final MockTokens tokens;
  private final MockAnswers answers;
  private final ArmedFaults faults = new ArmedFaults();
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final List<String> defects = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private final Object matching = new Object();
  private final HttpFront front;

  /** The last request that was not let in, which may explain why something was not exercised. */
  private volatile Optional<String> turnedAway = Optional.empty();

  /** Made when something first needs it, for that takes a while; the same for all servers. */
  private static final class Doku {
    private static final AsymmetricKey KEY = AsymmetricKey.make();
  }

  private SigningMockServer(
      V4Pact pact, String clientId, MerchantKeys keys, Clock clock, Authority... allowed)
      throws IOException {
    super(pact, new MockProviderConfig(MockProviderConfig.LOCALHOST, 0, PactSpecVersion.V4));
    this.pact = pact;
    this.clientId = clientId;
    this.context = CheckContext.nothing().withKeys(KeyRing.of(Map.of(clientId, keys)));
    this.clock = clock;
    this.requests = new PactRequests(pact);
    this.tokens = new MockTokens(context.contract(), clientId, SigningMockServer::dokuKey);
    this.answers = new MockAnswers(keys.secrets().get(0), tokens);
    this.front =
        HttpFront.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), allowed);
  }

  /**
   * Starts a server on a free port of the loopback address.
   *
   * @param pact the interactions to serve; of two with the same request only the first would be
   * @param allowedHosts names under which clients may call beside localhost, such as {@code
   *     host.docker.internal}, each with a port where not any will do
   * @throws IllegalArgumentException where such a name is none
   * @throws IOException where no port can be had
   */
  public static SigningMockServer start(
      V4Pact pact, String clientId, MerchantSecret secret, Clock clock, String... allowedHosts)
      throws IOException {
    return start(pact, clientId, MerchantKeys.of(secret), clock, allowedHosts);
  }

  /**
   * As above, with all that the server knows of the merchant: a secret at least, and the key by
   * which requests for a token are signed.
   *
   * @throws IllegalArgumentException where there is no secret, or a host is none
   * @throws IOException where no port can be had
   */
  public static SigningMockServer start(
      V4Pact pact, String clientId, MerchantKeys keys, Clock clock, String... allowedHosts)
      throws IOException {
    if (keys.secrets().isEmpty()) {
      throw new IllegalArgumentException("expected a secret of " + clientId + ", got none");
    }
    Authority[] allowed =
        Arrays.stream(allowedHosts).map(Authority::named).toArray(Authority[]::new);
    SigningMockServer server = new SigningMockServer(pact, clientId, keys, clock, allowed);
    server.start();
    return server;
  }

  /** Returns DOKU's key: it signs the tokens, and its public half is what a merchant knows. */
  public static AsymmetricKey dokuKey() {
    return Doku.KEY;
  }

  /** Arms a fault for the next responses of its operation. */
  public void arm(Armed fault) {
    MockFaults.require(fault.fault());
    faults.arm(fault.require(context.contract()));
  }

  /** Returns the faults that no response has had yet. */
  public List<Armed> armed() {
    return faults.list();
  }

  /** Returns what came and what was answered, in the order of the answers. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** Returns what is wrong so far, a text each: wrong requests, and what was not exercised. */
  public List<String> problems() {
    List<String> problems =
        Problems.of(pact, validateMockServerState(null), getMismatchedRequests().values());
    problems.addAll(defects);
    if (!problems.isEmpty()) {
      turnedAway.ifPresent(problems::add);
    }
    return problems;
  }

  private Outgoing handle(Request request) {
    Instant now = clock.instant();
    CheckResult result = check(request, now);
    List<Mismatch> mismatches = Mismatches.of(result, clientId, context.keys().mask());
    Optional<MockTokens.Refused> token = tokens.refused(result, now);
    token.ifPresent(one -> mismatches.add(one.mismatch()));
    if (!mismatches.isEmpty()) {
      record(requests.of(request), mismatches);
    }
    Optional<Response> refusal =
        token
            .map(MockTokens.Refused::answer)
            .or(() -> SignatureRefusal.of(result, context.contract(), now));
    Outgoing outgoing =
        refusal.isPresent() ? Outgoing.whole(refusal.get()) : answer(request, result, now);
    exchanges.add(
        Exchange.of(
            result.exchange().source(),
            request,
            outgoing.delivery() == Outgoing.Delivery.DROPPED ? null : outgoing.response()));
    return outgoing;
  }

  private CheckResult check(Request request, Instant now) {
    String source =
        "#" + number.incrementAndGet() + " " + request.method() + " " + request.target().path();
    CheckContext atThatTime = context.withNow(now);
    return ExchangeJudge.judge(Exchange.of(source, request, null), atThatTime);
  }

  private Outgoing answer(Request request, CheckResult result, Instant now) {
    IResponse response;
    IRequest seen = requests.of(OptionalFields.fit(request, pact));
    // Pact's bookkeeping is not made for several threads.
    synchronized (matching) {
      response = generatePactResponse(seen);
    }
    return answers.of(
        response,
        request,
        result.operation(),
        now,
        () -> result.operation().flatMap(operation -> MockFaults.take(faults, operation)));
  }

  private void record(IRequest request, List<Mismatch> mismatches) {
    synchronized (matching) {
      getMismatchedRequests()
          .computeIfAbsent(request, key -> new CopyOnWriteArrayList<>())
          .add(new PactVerificationResult.PartialMismatch(mismatches));
    }
  }

  @Override
  public void start() {
    front.start(
        new HttpFront.Handler() {
          @Override
          public Outgoing handle(Request request, InetAddress peer) {
            return SigningMockServer.this.handle(request);
          }

          @Override
          public Outgoing refuse(int status, String reason) {
            if (status == HttpFront.MISDIRECTED || status == HttpFront.FORBIDDEN) {
              turnedAway = Optional.of("a request was refused: " + reason);
            }
            return Outgoing.whole(answers.error(status, reason));
          }

          @Override
          public Outgoing failed(RuntimeException defect) {
            String what = "defect of the mock server: " + defect.getClass().getName();
            defects.add(what);
            return Outgoing.whole(answers.error(500, what));
          }
        });
  }

  @Override
  public void stop() {
    front.close();
  }

  @Override
  public void close() {
    stop();
  }

  /** Does nothing: the server answers when it was started. */
  @Override
  public void waitForServer() {}

  @Override
  public String getUrl() {
    return "http://" + MockProviderConfig.LOCALHOST + ":" + getPort();
  }

  @Override
  public int getPort() {
    return front.address().getPort();
  }

  @Override
  public Pact updatePact(Pact written) {
    return written;
  }
}
