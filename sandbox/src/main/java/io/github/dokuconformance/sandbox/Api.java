package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureResult;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.rules.Subject;
import io.github.dokuconformance.sandbox.Refusals.Refused;
import io.github.dokuconformance.sandbox.fault.ArmedFaults;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Fault.Stage;
import io.github.dokuconformance.sandbox.fault.FaultDraft;
import io.github.dokuconformance.sandbox.fault.Marks;
import io.github.dokuconformance.sandbox.http.Outgoing;
import io.github.dokuconformance.sandbox.http.Outgoing.Delivery;
import io.github.dokuconformance.sandbox.order.Acquirer;
import io.github.dokuconformance.sandbox.order.Answer;
import io.github.dokuconformance.sandbox.order.Call;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.sandbox.token.IssuedTokens;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** DOKU's API: judges a request, carries it out, and answers. Thread safe. */
final class Api {
  private final Contract contract;
  private final Refusals refusals;
  private final Merchants merchants;
  private final SandboxClock clock;
  private final Acquirer acquirer;
  private final ArmedFaults faults;
  private final Marks marks;
  private final SandboxEvidence evidence;
  private final FaultyAnswers faulty;
  private final Consumer<Order> told;
  private final IssuedTokens tokens;
  private final SandboxListener listener;
  private final Schemes schemes = Schemes.bundled();
  private final AtomicLong number = new AtomicLong();

  Api(
      Contract contract,
      Merchants merchants,
      SandboxClock clock,
      Acquirer acquirer,
      ArmedFaults faults,
      Marks marks,
      SandboxEvidence evidence,
      FaultyAnswers faulty,
      Consumer<Order> told,
      IssuedTokens tokens,
      SandboxListener listener) {
    this.told = told;
    this.tokens = tokens;
    this.listener = listener;
    this.contract = contract;
    this.refusals = Refusals.of(contract);
    this.merchants = merchants;
    this.clock = clock;
    this.acquirer = acquirer;
    this.faults = faults;
    this.marks = marks;
    this.evidence = evidence;
    this.faulty = faulty;
  }

  Outgoing handle(Request request, Optional<String> notificationPath) {
    Instant now = clock.now();
    Subject subject =
        Check.read(
            exchange(request, now),
            new CheckContext(
                contract, schemes, merchants.keys(), Optional.of(now), notificationPath, false));
    CheckResult result = Check.check(subject);
    Optional<Refused> refused =
        route(result)
            .or(() -> token(result, subject, now))
            .or(() -> refusals.first(result.findings(), result.operation()));
    if (refused.isPresent()) {
      return refuse(result, refused.get(), now);
    }
    Call call = call(result, subject, now);
    marks.look(call);
    Optional<Fault> instead = faults.take(Stage.BEFORE, call.operation());
    if (instead.isPresent()) {
      return insteadOfProcessing(instead.get(), result, call);
    }
    boolean fail =
        call.operation().failed().isPresent()
            && call.operation().is(Role.ORDER)
            && faults.take(Stage.ORDER, call.operation()).isPresent();
    Answer answer = acquirer.answer(call, fail);
    if (answer.refusal().isPresent()) {
      return refuse(result, by(answer.refusal().get(), result), now);
    }
    return answer(result, call, answer, fail);
  }

  private Refused by(String id, CheckResult result) {
    return new Refused(refusals.find(id, result.operation()), List.of());
  }

  private String source(Request request) {
    return "#" + number.incrementAndGet() + " " + request.method() + " " + request.target().path();
  }

  private Exchange exchange(Request request, Instant now) {
    return new Exchange(
        source(request), Optional.empty(), request, Optional.empty(), Optional.of(now));
  }

  /** A path or method that is none of the API's is refused before anything else. */
  private Optional<Refused> route(CheckResult result) {
    if (result.operation().isEmpty() || result.operation().get().isCalledByDoku()) {
      return Optional.of(by("unknown-path", result));
    }
    String method = result.exchange().request().method();
    return result.operation().get().method().equals(method)
        ? Optional.empty()
        : Optional.of(by("wrong-method", result));
  }

  /** A token that is not taken is refused before anything else is looked at (assumed). */
  private Optional<Refused> token(CheckResult result, Subject subject, Instant now) {
    Optional<IssuedTokens.Fault> fault =
        tokens.fault(subject.scheme(), subject.request().headers(), now);
    fault.ifPresent(
        one ->
            listener.turnedAway(
                one.text(value(subject.scheme(), HeaderRole.CLIENT_ID, subject.request()))));
    return fault.map(one -> by(one.refusal(), result));
  }

  private static Call call(CheckResult result, Subject subject, Instant now) {
    return new Call(
        result.operation().get(),
        subject,
        clientId(result.operation().get(), subject),
        value(subject.scheme(), HeaderRole.REQUEST_ID, subject.request()),
        digest(result.requestSignature()),
        now);
  }

  private static String clientId(Operation operation, Subject subject) {
    return operation
        .checksum()
        .map(checksum -> subject.value(Part.REQUEST, checksum.client()).asString(""))
        .orElseGet(() -> value(subject.scheme(), HeaderRole.CLIENT_ID, subject.request()));
  }

  private static String value(Scheme scheme, HeaderRole role, Request request) {
    return scheme.value(role, Part.REQUEST, request.headers()).orElse("");
  }

  private static String digest(SignatureResult signature) {
    return signature
        .verification()
        .flatMap(Verification::rightStages)
        .flatMap(Stages::digest)
        .orElse("");
  }

  private Outgoing answer(CheckResult result, Call call, Answer answer, boolean failed) {
    FaultDraft draft = draft(result, call.now(), answer.status(), answer.body());
    Optional<Fault> fault =
        faults.take(Stage.AFTER, call.operation(), kind -> faulty.canSpoil(kind, call, answer));
    Outgoing outgoing =
        fault.isPresent()
            ? faulty.spoil(fault.get(), draft, call, answer)
            : Outgoing.whole(draft.sign());
    if (fault.isEmpty() && answer.isSuccess()) {
      faulty.remember(call, answer, outgoing.response());
    }
    Optional<Fault> shown = fault.isEmpty() && failed ? Optional.of(Fault.ORDER_FAILED) : fault;
    record(result, outgoing, answer.outcome(), shown);
    if (answer.isTold()) {
      answer.order().ifPresent(told);
    }
    return outgoing;
  }

  private Outgoing insteadOfProcessing(Fault fault, CheckResult result, Call call) {
    if (fault == Fault.TOKEN_EXPIRED) {
      Refused refused = by(IssuedTokens.Fault.EXPIRED.refusal(), result);
      return record(
          result,
          Outgoing.whole(response(result, refused, call.now())),
          Answer.NOT_DONE,
          Optional.of(fault));
    }
    if (fault == Fault.DROPPED_BEFORE) {
      FaultDraft nothing = draft(result, call.now(), 503, Body.none());
      return record(
          result,
          new Outgoing(nothing.sign(), Delivery.DROPPED),
          Answer.NOT_DONE,
          Optional.of(fault));
    }
    Refused refused = by(fault == Fault.ERROR_4XX ? "fault-4xx" : "fault-5xx", result);
    return record(
        result,
        Outgoing.whole(response(result, refused, call.now())),
        Answer.NOT_DONE,
        Optional.of(fault));
  }

  private FaultDraft draft(CheckResult result, Instant now, int status, Body body) {
    Request request = result.exchange().request();
    Scheme scheme = schemes.of(result.operation().map(Operation::scheme), request.headers());
    if (!isSigned(result)) {
      return FaultDraft.unsigned(scheme, request, status, body, now);
    }
    String clientId = value(scheme, HeaderRole.CLIENT_ID, request);
    SigningKey key = merchants.key(clientId, scheme, SignedPart.RESPONSE);
    return FaultDraft.answering(scheme, request, status, body, key, now);
  }

  private static boolean isSigned(CheckResult result) {
    return result.operation().map(operation -> operation.isSigned(Part.RESPONSE)).orElse(true);
  }

  private Outgoing refuse(CheckResult result, Refused refused, Instant now) {
    return record(
        result, Outgoing.whole(response(result, refused, now)), Answer.REFUSED, Optional.empty());
  }

  private Response response(CheckResult result, Refused refused, Instant now) {
    Refusal refusal = refused.refusal();
    Request request = result.exchange().request();
    Body body =
        refusal.render(request.target().path(), result.operation(), refused.findings(), now);
    return refusal.signed()
        ? draft(result, now, refusal.status(), body).sign()
        : Response.json(refusal.status(), body);
  }

  /** Answers what never became a request. */
  Outgoing refuse(int status) {
    Refusal refusal =
        refusals.find(status == 413 ? "body-too-large" : "bad-http", Optional.empty());
    Body body = refusal.render("", Optional.empty(), List.of(), clock.now());
    return Outgoing.whole(Response.json(status, body));
  }

  /** Answers a request that met a defect. */
  Outgoing defect(Request request, RuntimeException defect) {
    Response response = defectAnswer();
    String source = source(request);
    evidence.recordDefect(Exchange.of(source, request, response), defect);
    return Outgoing.whole(response);
  }

  /** Answers where a defect was met beside the requests. */
  Outgoing defect(RuntimeException defect) {
    evidence.recordDefect(SandboxEvidence.UNKNOWN, defect);
    return Outgoing.whole(defectAnswer());
  }

  private Response defectAnswer() {
    Refusal refusal = refusals.find("defect", Optional.empty());
    return Response.json(
        refusal.status(), refusal.render("", Optional.empty(), List.of(), clock.now()));
  }

  private Outgoing record(
      CheckResult result, Outgoing outgoing, String outcome, Optional<Fault> fault) {
    Exchange judged = result.exchange();
    Exchange served =
        new Exchange(
            judged.source(),
            judged.operation(),
            judged.request(),
            outgoing.delivery() == Delivery.DROPPED
                ? Optional.empty()
                : Optional.of(outgoing.response()),
            judged.recordedAt());
    evidence.record(new JudgedExchange(result, served, outcome, fault));
    return outgoing;
  }
}
