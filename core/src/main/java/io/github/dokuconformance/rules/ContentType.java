package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A body is announced as JSON. */
final class ContentType implements Rule {
  private static final String NAME = "Content-Type";
  private static final Pattern JSON =
      Pattern.compile("application/(?:[\\w.-]+\\+)?json\\s*(?:;.*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);
  private static final Source SOURCE =
      Source.derived("all of DOKU's own code sends application/json; no header table lists it");
  private static final FindingType MISSING =
      new FindingType(
          "header.content-type-missing",
          Severity.WARNING,
          "a body comes with Content-Type: application/json",
          "Add the header.",
          SOURCE);
  private static final FindingType NOT_JSON =
      new FindingType(
          "header.content-type",
          Severity.WARNING,
          "a body comes with Content-Type: application/json",
          "Set the header; HTTP libraries fill in another type when none is given.",
          SOURCE);
  private static final FindingType NOT_UTF8 =
      new FindingType(
          "header.content-type-charset",
          Severity.WARNING,
          "a charset on Content-Type is utf-8",
          "Leave the charset out or say utf-8: JSON is UTF-8 (RFC 8259, section 8.1).",
          SOURCE);

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(MISSING, NOT_JSON, NOT_UTF8);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.everywhere();
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty() || subject.request().body().isEmpty()) {
      return;
    }
    Optional<String> type = subject.requestHeaders().first(NAME);
    if (type.isEmpty()) {
      findings.accept(MISSING.at(Part.REQUEST, NAME).build());
      return;
    }
    if (type.get().equals("application/json")) {
      return;
    }
    if (!JSON.matcher(type.get().strip()).matches()) {
      findings.accept(NOT_JSON.at(Part.REQUEST, NAME).got(Visible.quoted(type.get())).build());
      return;
    }
    var charset = CHARSET.matcher(type.get());
    if (charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")) {
      findings.accept(NOT_UTF8.at(Part.REQUEST, NAME).got(charset.group(1)).build());
    }
  }
}
