package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A request goes to an endpoint of the contract. */
final class OperationKnown implements Rule {
  private static final FindingType WRONG =
      new FindingType(
          "operation.wrong-endpoint",
          Severity.ERROR,
          "a request goes to an endpoint of the contract, by its method",
          "Send it to the documented path, and sign that path.",
          Source.documented(Pages.AKULAKU + "endpoints"));
  private static final FindingType UNKNOWN =
      new FindingType(
          "operation.unknown",
          Severity.NOTE,
          "the request is not an operation of the contract, so only headers and signature are"
              + " judged",
          "Name the operation if it is one: a notification, say, goes to the merchant's own path.",
          Source.documented(Pages.AKULAKU + "endpoints"));

  private static final FindingType MISNAMED =
      new FindingType(
          "operation.misnamed",
          Severity.ERROR,
          "the operation that a recording names is one of the contract",
          "Correct the name, or leave it out: it was looked up by the path instead.",
          Source.documented("the contract of this program, its operations"));

  private static final FindingType QUERY =
      new FindingType(
          "operation.query",
          Severity.WARNING,
          "a POST to DOKU has no query",
          "Leave it out: whether a query belongs to Request-Target is not documented.",
          Source.derived(Pages.AKULAKU + "endpoints: none has a query"));

  private static final Pattern SLASHES = Pattern.compile("/+");
  private static final Pattern VERSION = Pattern.compile("/v[0-9]+(?:[.][0-9]+)?/");

  /** What paths of contracts come to: there are few, and each message is held against all. */
  private static final Map<String, String> NORMAL = new ConcurrentHashMap<>();

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(WRONG, UNKNOWN, MISNAMED, QUERY);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    if (type.equals(QUERY)) {
      return Scope.sentByMerchant("the merchant sends no request");
    }
    return type.equals(UNKNOWN)
        ? Scope.nowhere("it is about messages that are no operation")
        : Scope.everywhere();
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    Optional<String> named = subject.exchange().operation();
    if (named.isPresent() && subject.context().contract().operation(named.get()).isEmpty()) {
      findings.accept(MISNAMED.at(Part.REQUEST, "").got(Visible.quoted(named.get())).build());
    }
    if (subject.operation().isPresent()) {
      checkEndpoint(subject, subject.operation().get(), findings);
      return;
    }
    Request request = subject.request();
    Optional<Operation> meant = meant(request, subject.context().contract());
    if (meant.isPresent() && !mayBeOfDoku(meant.get(), subject)) {
      report(meant.get(), request, findings);
    } else {
      findings.accept(UNKNOWN.at(Part.REQUEST, "").got(shown(request)).build());
    }
  }

  private static void checkEndpoint(
      Subject subject, Operation operation, Consumer<Finding> findings) {
    Request request = subject.request();
    boolean path = operation.isCalledByDoku() || operation.matchesPath(request.target().path());
    if (!path || !request.method().equals(operation.method())) {
      report(operation, request, findings);
    }
    Optional<String> query = request.target().query();
    if (query.isPresent() && !operation.isCalledByDoku() && operation.method().equals("POST")) {
      findings.accept(QUERY.at(Part.REQUEST, "").got(Visible.quoted("?" + query.get())).build());
    }
  }

  private static void report(Operation meant, Request request, Consumer<Finding> findings) {
    Ruling.of(Optional.of(meant), findings)
        .accept(
            WRONG
                .at(Part.REQUEST, "")
                .wanted(
                    meant.method()
                        + " "
                        + (meant.isCalledByDoku() ? "your own path" : meant.path()))
                .got(shown(request))
                .build());
  }

  /** Returns the operation whose path differs only in case, slashes, version or front segments. */
  private static Optional<Operation> meant(Request request, Contract contract) {
    String path = normal(request.target().path());
    for (Operation operation : contract.operations()) {
      if (!operation.isCalledByDoku() && !operation.hasPathParameters()) {
        // Looked up first: computeIfAbsent locks.
        String right = NORMAL.get(operation.path());
        if (right == null) {
          right = NORMAL.computeIfAbsent(operation.path(), OperationKnown::normal);
        }
        if (path.endsWith(right) || (path.length() > 8 && right.endsWith(path))) {
          return Optional.of(operation);
        }
      }
    }
    return Optional.empty();
  }

  /** DOKU asks a merchant for a token behind whatever address, by the path that it is asked at. */
  private static boolean mayBeOfDoku(Operation meant, Subject subject) {
    return meant.role() == Role.TOKEN
        && subject.request().target().path().endsWith(meant.path())
        && subject.context().contract().operations().stream()
            .anyMatch(
                other ->
                    other.isCalledByDoku()
                        && other.role() == Role.TOKEN
                        && other.scheme().equals(meant.scheme())
                        && other.requestSchema().equals(meant.requestSchema()));
  }

  private static String normal(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String single = lower.contains("//") ? SLASHES.matcher(lower).replaceAll("/") : lower;
    String text = VERSION.matcher(single).replaceAll("/");
    return text.endsWith("/") && text.length() > 1 ? text.substring(0, text.length() - 1) : text;
  }

  private static String shown(Request request) {
    return Visible.line(request.method() + " " + request.target().path());
  }
}
