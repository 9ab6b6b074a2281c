package io.github.dokuconformance.pact.junit;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.pact.assertion.ExchangeJudge;
import io.github.dokuconformance.pact.assertion.FindingText;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.JudgedExchange;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.SandboxListener;
import io.github.dokuconformance.sandbox.SandboxOptions;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sandbox of one test. */
final class SandboxBackend extends RunningServer implements SandboxListener {
  private final CheckContext context;
  private final List<JudgedExchange> judged = new CopyOnWriteArrayList<>();
  private final List<String> defects = new CopyOnWriteArrayList<>();
  private final Sandbox sandbox;

  /** The last request that was not let in, which may explain why nothing came. */
  private volatile Optional<String> turnedAway = Optional.empty();

  SandboxBackend(DokuTest settings) throws IOException {
    super(settings);
    MerchantKeys keys = keys(settings);
    this.context = CheckContext.nothing().withKeys(KeyRing.of(Map.of(settings.clientId(), keys)));
    SandboxOptions.Builder options =
        SandboxOptions.builder().merchant(settings.clientId(), keys).listener(this);
    Arrays.stream(settings.allowHosts()).forEach(options::allowHost);
    this.sandbox = Sandbox.start(options.build());
  }

  @Override
  public void judged(JudgedExchange exchange) {
    judged.add(exchange);
  }

  @Override
  public void failed(RuntimeException defect) {
    defects.add("defect of the sandbox: " + defect.getClass().getName());
  }

  @Override
  public void turnedAway(String reason) {
    turnedAway = Optional.of("a request was refused: " + reason);
  }

  @Override
  public URI url() {
    return sandbox.url();
  }

  @Override
  public String dokuPublicKey() {
    return sandbox.dokuKey().publicPem();
  }

  @Override
  public List<Exchange> exchanges() {
    return judged.stream().map(JudgedExchange::exchange).toList();
  }

  @Override
  public Sandbox sandbox() {
    return sandbox;
  }

  @Override
  void arm(Fault fault) {
    sandbox.arm(new Armed(fault, Optional.empty(), 1));
  }

  @Override
  List<Fault> armed() {
    return sandbox.armed().stream().map(Armed::fault).toList();
  }

  @Override
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (JudgedExchange one : judged) {
      CheckResult result = ExchangeJudge.explain(one.result(), context);
      result.findings().stream()
          .filter(finding -> finding.severity() == Severity.ERROR)
          .forEach(
              finding ->
                  problems.add(
                      result.exchange().source()
                          + ": "
                          + FindingText.of(finding, result, context.keys().mask())));
    }
    sandbox
        .summary()
        .unnoticed()
        .forEach(
            one ->
                problems.add(
                    "the client acted on an answer with "
                        + one.fault().id()
                        + " to "
                        + one.operation()
                        + ": "
                        + one.evidence()));
    problems.addAll(defects);
    if (judged.isEmpty() && defects.isEmpty()) {
      problems.add("nothing was exercised: no request came");
    } else if (problems.isEmpty()
        && judged.stream().allMatch(one -> one.result().operation().isEmpty())) {
      problems.add("nothing was exercised: no request was an operation of the contract");
    }
    if (!problems.isEmpty()) {
      turnedAway.ifPresent(problems::add);
    }
    return problems;
  }

  @Override
  void passed() {}

  @Override
  public void close() {
    sandbox.close();
  }
}
