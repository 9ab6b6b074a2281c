package io.github.dokuconformance.check;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.rules.Rule;
import io.github.dokuconformance.rules.Rules;
import io.github.dokuconformance.rules.Ruling;
import io.github.dokuconformance.rules.Subject;
import io.github.dokuconformance.run.RunTrace;
import io.github.dokuconformance.signature.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Judges exchanges: contract, rules and signatures.
 *
 * <p>A pure function of the exchange and the context; thread safe, and never throws on any
 * exchange.
 */
public final class Check {
  private Check() {}

  public static CheckResult check(Exchange exchange, CheckContext context) {
    return check(read(exchange, context));
  }

  /** Recognises the operation and reads the bodies, for who needs them beside the findings. */
  public static Subject read(Exchange exchange, CheckContext context) {
    JsonBody requestBody = JsonBody.read(exchange.request().body());
    Optional<Operation> operation =
        Recognition.operation(exchange, requestBody, context.contract());
    Scheme scheme =
        context.schemes().of(operation.map(Operation::scheme), exchange.request().headers());
    return Subject.of(
        exchange,
        Recognition.bySigner(exchange, operation, scheme, context),
        scheme,
        requestBody,
        context);
  }

  public static CheckResult check(Subject subject) {
    Capped findings = new Capped();
    Consumer<Finding> found = Ruling.of(subject.operation(), findings);
    SignatureResult request = SignatureCheck.request(subject, found);
    SignatureResult response = SignatureCheck.response(subject, found);
    for (Rule rule : Rules.all()) {
      rule.check(subject, found);
    }
    return new CheckResult(
        subject.exchange(),
        subject.operation(),
        request,
        response,
        findings.all(),
        RunTrace.of(subject));
  }

  /** Returns everything that a check of one exchange of the bundled contract can find. */
  public static List<FindingType> types() {
    return types(Contract.bundled());
  }

  /** Returns everything that a check of one exchange of a contract can find. */
  public static List<FindingType> types(Contract contract) {
    List<FindingType> types = new ArrayList<>(SignatureCheck.types());
    Rules.all().forEach(rule -> types.addAll(rule.types(contract)));
    return List.copyOf(types);
  }
}
