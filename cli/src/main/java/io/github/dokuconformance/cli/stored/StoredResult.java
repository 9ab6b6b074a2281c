package io.github.dokuconformance.cli.stored;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import io.github.dokuconformance.run.RunTrace;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The lines of a stored run. */
public final class StoredResult {
  private static final Response ANSWER = new Response(200, Headers.none(), Body.none());
  private static final Request ASKED =
      new Request("GET", Target.of("/"), Headers.none(), Body.none());

  private StoredResult() {}

  /**
   * Returns what an exchange came to.
   *
   * @param line of its part, counted from 1
   */
  public static String line(CheckResult result, long line) {
    return Members.line(
        json -> {
          json.writeNumberProperty("line", line);
          result.operation().ifPresent(it -> json.writeStringProperty("operation", it.id()));
          json.writeBooleanProperty("answered", result.exchange().response().isPresent());
          for (Part part : Part.values()) {
            json.writeStringProperty(part.id(), result.signature(part).status().id());
          }
          findings(result.findings(), json);
        });
  }

  /**
   * Returns that a line of a part can't be read.
   *
   * @param reason what stands in the message after the file and the line
   */
  public static String unreadable(long line, String reason) {
    return Members.line(
        json -> {
          json.writeNumberProperty("line", line);
          json.writeStringProperty("unreadable", reason);
        });
  }

  /**
   * Returns what only the whole run shows.
   *
   * @param exchange its number in the run, counted from 1
   */
  public static String finding(long exchange, Finding finding) {
    return Members.line(
        json -> {
          json.writeNumberProperty("exchange", exchange);
          json.writeName("finding");
          StoredFinding.write(finding, json);
        });
  }

  /** Returns what an exchange's signatures are explained by, with the findings that say it. */
  public static String explained(long exchange, CheckResult result) {
    return Members.line(
        json -> {
          json.writeNumberProperty("exchange", exchange);
          for (Part part : Part.values()) {
            result
                .signature(part)
                .diagnosis()
                .ifPresent(
                    diagnosis -> {
                      json.writeName(part.id());
                      StoredDiagnosis.write(diagnosis, json);
                    });
          }
          findings(result.findings(), json);
        });
  }

  private static void findings(List<Finding> findings, JsonGenerator json) {
    json.writeArrayPropertyStart("findings");
    findings.forEach(finding -> StoredFinding.write(finding, json));
    json.writeEndArray();
  }

  /** What {@link #line} or {@link #unreadable} wrote. */
  record OfPart(
      long line,
      Optional<String> unreadable,
      Optional<Operation> operation,
      boolean answered,
      Map<Part, SignatureStatus> signatures,
      List<Finding> findings) {
    /** Returns the result of the exchange that is called so; its messages are not kept. */
    CheckResult result(String source, Optional<Explained> explained) {
      return new CheckResult(
          Exchange.of(source, ASKED, answered ? ANSWER : null),
          operation,
          signature(Part.REQUEST, explained),
          signature(Part.RESPONSE, explained),
          explained.map(Explained::findings).orElse(findings),
          RunTrace.none());
    }

    private SignatureResult signature(Part part, Optional<Explained> explained) {
      return new SignatureResult(
          signatures.getOrDefault(part, SignatureStatus.UNCHECKED),
          Optional.empty(),
          explained.map(it -> it.diagnoses().get(part)));
    }
  }

  /** What {@link #finding} wrote. */
  record OfRun(long exchange, Finding finding) {}

  /** What {@link #explained} wrote. */
  record Explained(long exchange, Map<Part, Diagnosis> diagnoses, List<Finding> findings) {}

  static OfPart ofPart(JsonCursor json) throws JsonInputException {
    Map<String, String> texts = new HashMap<>();
    List<Finding> findings = List.of();
    long line = 0;
    boolean answered = false;
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "line" -> line = json.wholeNumber(1, Long.MAX_VALUE);
        case "answered" -> answered = json.truth();
        case "findings" -> findings = StoredFinding.readAll(json);
        default -> texts.put(name, json.string());
      }
    }
    Map<Part, SignatureStatus> signatures = new EnumMap<>(Part.class);
    try {
      for (Part part : Part.values()) {
        if (texts.containsKey(part.id())) {
          signatures.put(
              part, Members.constant(SignatureStatus.class, Members.required(texts, part.id())));
        }
      }
    } catch (IllegalArgumentException e) {
      throw json.error("expected what became of a signature, got another text");
    }
    Optional<String> id = Optional.ofNullable(texts.get("operation"));
    Optional<Operation> operation = id.flatMap(Contract.bundled()::operation);
    if (line == 0 || (id.isPresent() && operation.isEmpty())) {
      throw json.error("expected a result of this version's job, got another object");
    }
    return new OfPart(
        line,
        Optional.ofNullable(texts.get("unreadable")),
        operation,
        answered,
        signatures,
        findings);
  }

  static OfRun ofRun(JsonCursor json) throws JsonInputException {
    json.enterObject();
    long exchange = exchange(json);
    if (!"finding".equals(json.nextMember())) {
      throw json.error("expected a member \"finding\", got another");
    }
    OfRun finding = new OfRun(exchange, StoredFinding.read(json));
    if (json.nextMember() != null) {
      throw json.error("expected nothing after the finding, got another member");
    }
    return finding;
  }

  static Explained ofSignature(JsonCursor json) throws JsonInputException {
    Map<Part, Diagnosis> diagnoses = new EnumMap<>(Part.class);
    List<Finding> findings = List.of();
    json.enterObject();
    long exchange = exchange(json);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "request" -> diagnoses.put(Part.REQUEST, StoredDiagnosis.read(json));
        case "response" -> diagnoses.put(Part.RESPONSE, StoredDiagnosis.read(json));
        case "findings" -> findings = StoredFinding.readAll(json);
        default -> throw json.error("expected a diagnosis, got the member " + name);
      }
    }
    return new Explained(exchange, diagnoses, findings);
  }

  private static long exchange(JsonCursor json) throws JsonInputException {
    if (!"exchange".equals(json.nextMember())) {
      throw json.error("expected a member \"exchange\" first, got another");
    }
    return json.wholeNumber(1, Long.MAX_VALUE);
  }
}
