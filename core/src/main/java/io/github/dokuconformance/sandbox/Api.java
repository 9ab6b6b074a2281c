package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureResult;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.rules.Subject;
import io.github.dokuconformance.sandbox.Refusals.Refused;
import io.github.dokuconformance.sandbox.fault.ArmedFaults;
import io.github.dokuconformance.sandbox.fault.Draft;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Fault.Stage;
import io.github.dokuconformance.sandbox.fault.Marks;
import io.github.dokuconformance.sandbox.http.Outgoing;
import io.github.dokuconformance.sandbox.http.Outgoing.Delivery;
import io.github.dokuconformance.sandbox.order.Acquirer;
import io.github.dokuconformance.sandbox.order.Answer;
import io.github.dokuconformance.sandbox.order.Call;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.Verification;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** DOKU's API: judges a request, carries it out, and answers. Thread safe. */
final class Api {
  private final Merchants merchants;
  private final SandboxClock clock;
  private final Acquirer acquirer;
  private final ArmedFaults faults;
  private final Marks marks;
  private final Evidence evidence;
  private final FaultyAnswers faulty;
  private final AtomicLong number = new AtomicLong();

  Api(
      Merchants merchants,
      SandboxClock clock,
      Acquirer acquirer,
      ArmedFaults faults,
      Marks marks,
      Evidence evidence,
      FaultyAnswers faulty) {
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
                Contract.bundled(), merchants.keys(), Optional.of(now), notificationPath, false));
    CheckResult result = Check.check(subject);
    Optional<Refused> refused = route(result).or(() -> Refusals.first(result.findings()));
    if (refused.isPresent()) {
      return refuse(result, refused.get(), now);
    }
    Call call = call(result, subject.requestJson(), now);
    marks.look(call);
    Optional<Fault> instead = faults.take(Stage.BEFORE, call.operation().id());
    if (instead.isPresent()) {
      return insteadOfProcessing(instead.get(), result, call);
    }
    boolean fail =
        call.operation().id().equals(Operation.GENERATE_ORDER)
            && faults.take(Stage.ORDER, Operation.GENERATE_ORDER).isPresent();
    Answer answer = acquirer.answer(call, fail);
    if (answer.refusal().isPresent()) {
      return refuse(result, Refused.by(answer.refusal().get()), now);
    }
    return answer(result, call, answer, fail);
  }

  private String source(Request request) {
    return "#" + number.incrementAndGet() + " " + request.method() + " " + request.target().path();
  }

  private Exchange exchange(Request request, Instant now) {
    return new Exchange(
        source(request), Optional.empty(), request, Optional.empty(), Optional.of(now));
  }

  /** A path or method that is none of the sandbox's is refused before anything else. */
  private static Optional<Refused> route(CheckResult result) {
    if (result.operation().isEmpty()
        || result.operation().get().isCalledByDoku()
        || !Sandbox.operations().contains(result.operation().get().id())) {
      return Optional.of(Refused.by("unknown-path"));
    }
    String method = result.exchange().request().method();
    return result.operation().get().method().equals(method)
        ? Optional.empty()
        : Optional.of(Refused.by("wrong-method"));
  }

  private static Call call(CheckResult result, JsonNode json, Instant now) {
    Request request = result.exchange().request();
    return new Call(
        result.operation().get(),
        request,
        json,
        value(HeaderRole.CLIENT_ID, request),
        value(HeaderRole.REQUEST_ID, request),
        digest(result.requestSignature()),
        now);
  }

  private static String value(HeaderRole role, Request request) {
    return NonSnap.SCHEME.value(role, Part.REQUEST, request.headers()).orElse("");
  }

  private static String digest(SignatureResult signature) {
    return signature
        .verification()
        .flatMap(Verification::rightStages)
        .flatMap(Stages::digest)
        .orElse("");
  }

  private Outgoing answer(CheckResult result, Call call, Answer answer, boolean failed) {
    Draft draft = draft(call, answer.status(), answer.body());
    Optional<Fault> fault =
        faults.take(
            Stage.AFTER, call.operation().id(), kind -> faulty.canSpoil(kind, call, answer));
    Outgoing outgoing =
        fault.isPresent()
            ? faulty.spoil(fault.get(), draft, call, answer)
            : Outgoing.whole(draft.sign());
    if (fault.isEmpty() && answer.isSuccess()) {
      faulty.remember(call, answer, outgoing.response());
    }
    Optional<Fault> told = fault.isEmpty() && failed ? Optional.of(Fault.ORDER_FAILED) : fault;
    return record(result, outgoing, answer.outcome(), told);
  }

  private Outgoing insteadOfProcessing(Fault fault, CheckResult result, Call call) {
    if (fault == Fault.DROPPED_BEFORE) {
      Draft nothing = draft(call, 503, Body.none());
      return record(
          result,
          new Outgoing(nothing.sign(), Delivery.DROPPED),
          Answer.NOT_DONE,
          Optional.of(fault));
    }
    Refused refused = Refused.by(fault == Fault.ERROR_4XX ? "fault-4xx" : "fault-5xx");
    return record(
        result,
        Outgoing.whole(response(result, refused, call.now())),
        Answer.NOT_DONE,
        Optional.of(fault));
  }

  private Draft draft(Call call, int status, Body body) {
    return Draft.answering(
        call.request(), status, body, merchants.key(call.clientId()), call.now());
  }

  private Outgoing refuse(CheckResult result, Refused refused, Instant now) {
    return record(
        result, Outgoing.whole(response(result, refused, now)), Answer.REFUSED, Optional.empty());
  }

  private Response response(CheckResult result, Refused refused, Instant now) {
    Refusal refusal = refused.refusal();
    String path = result.exchange().request().target().path();
    Body body = refusal.render(path, refused.findings(), now);
    return refusal.signed()
        ? draft(call(result, MissingNode.getInstance(), now), refusal.status(), body).sign()
        : Response.json(refusal.status(), body);
  }

  /** Answers what never became a request. */
  Outgoing refuse(int status) {
    Refusal refusal = Refusals.of(status == 413 ? "body-too-large" : "bad-http");
    Body body = refusal.render("", List.of(), clock.now());
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
    evidence.recordDefect(Evidence.UNKNOWN, defect);
    return Outgoing.whole(defectAnswer());
  }

  private Response defectAnswer() {
    Refusal refusal = Refusals.of("defect");
    return Response.json(refusal.status(), refusal.render("", List.of(), clock.now()));
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
