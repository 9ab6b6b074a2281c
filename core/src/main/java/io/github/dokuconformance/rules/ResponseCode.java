package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.message.HttpSyntax;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A response code is the HTTP status, the service of the operation, and a case of that status. */
final class ResponseCode implements Rule {
  private static final Map<Contract, Map<String, Set<String>>> CASES = new ConcurrentHashMap<>();

  private static final String FILE = "cases.json";
  private static final int LENGTH = 7;
  private static final int STATUS = 3;
  private static final int SERVICE = 5;
  private static final Source SOURCE =
      Source.documented(Pages.SNAP_STANDARD + "; " + Pages.SNAP_RESPONSE_CODE);
  private static final FindingType OTHER_STATUS =
      new FindingType(
          "response-code.status",
          Severity.ERROR,
          "responseCode begins with the response's HTTP status",
          "Answer with that status, or begin the code with the status of the answer.",
          SOURCE);
  private static final FindingType OTHER_SERVICE =
      new FindingType(
          "response-code.service",
          Severity.ERROR,
          "the two digits after the status are the operation's service",
          "Put the operation's own service there: the code is that of another operation.",
          SOURCE);
  private static final FindingType UNKNOWN_CASE =
      new FindingType(
          "response-code.case",
          Severity.WARNING,
          "the last two digits are a case of that status",
          "Take a case of the standard's list for that status.",
          SOURCE);

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(OTHER_STATUS, OTHER_SERVICE, UNKNOWN_CASE);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.snap()
        .and(Scope.place(Part.RESPONSE, Meaning.RESPONSE_CODE, Role.values()))
        .and(
            Scope.data(
                operation -> operation.service().isPresent(),
                "x-doku names no service",
                Role.values()));
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    Optional<Pointer> place = subject.pointer(Part.RESPONSE, Meaning.RESPONSE_CODE);
    if (place.isEmpty() || subject.response().isEmpty()) {
      return;
    }
    JsonNode value = place.get().in(subject.responseJson());
    String code = value.isString() ? value.asString() : "";
    // Another form is the schema's to report.
    if (code.length() != LENGTH || !HttpSyntax.isDigits(code)) {
      return;
    }
    Operation operation = subject.operation().orElseThrow();
    String at = place.get().toString();
    String status = Integer.toString(subject.response().get().status());
    if (!code.startsWith(status)) {
      findings.accept(OTHER_STATUS.at(Part.RESPONSE, at).wanted(status + "…").got(code).build());
    }
    Optional<String> service = operation.service();
    if (service.isPresent() && !service.get().equals(code.substring(STATUS, SERVICE))) {
      // DOKU's own libraries refuse some operations with the code of another.
      findings.accept(
          OTHER_SERVICE
              .weighing(code.startsWith("2") ? Severity.ERROR : Severity.WARNING)
              .at(Part.RESPONSE, at)
              .wanted(code.substring(0, STATUS) + service.get() + code.substring(SERVICE))
              .got(code)
              .build());
    }
    Set<String> cases =
        CASES
            .computeIfAbsent(subject.context().contract(), ResponseCode::read)
            .getOrDefault(code.substring(0, STATUS), Set.of());
    if (!cases.contains(code.substring(SERVICE))) {
      findings.accept(
          UNKNOWN_CASE
              .at(Part.RESPONSE, at)
              .wanted(
                  cases.isEmpty()
                      ? "a status that the standard has"
                      : "a case of " + code.substring(0, STATUS) + " that the standard has")
              .got(code)
              .build());
    }
  }

  /** Reads the cases of each status that a contract knows. */
  private static Map<String, Set<String>> read(Contract contract) {
    Map<String, Set<String>> cases = new HashMap<>();
    for (JsonNode document : contract.lists(FILE)) {
      document
          .path("cases")
          .properties()
          .forEach(
              status ->
                  cases
                      .computeIfAbsent(status.getKey(), key -> new HashSet<>())
                      .addAll(status.getValue().propertyNames()));
    }
    return cases;
  }
}
