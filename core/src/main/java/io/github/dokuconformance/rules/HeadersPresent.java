package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.HeaderRole;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The four headers that carry a signature are there, once each and not empty. */
final class HeadersPresent implements Rule {
  private static final Source SOURCE = Source.documented(Pages.REQUEST_HEADERS);
  private static final Source RESPONSE_SOURCE = Source.documented(Pages.RESPONSE_HEADERS);
  private static final FindingType MISSING =
      new FindingType(
          "header.missing",
          Severity.ERROR,
          "a signed message carries this header",
          "Add the header; its value is one of the lines that are signed.",
          SOURCE);
  private static final FindingType REPEATED =
      new FindingType(
          "header.repeated",
          Severity.ERROR,
          "this header is sent once",
          "Send it once: which of the values is signed is anybody's guess. Look for a proxy or an"
              + " interceptor that adds it again.",
          Source.documented(Pages.REQUEST_HEADERS + "; RFC 9110, section 5.3"));
  private static final FindingType EMPTY =
      new FindingType(
          "header.empty",
          Severity.ERROR,
          "this header has a value",
          "Fill the header; is the setting that it is taken from there?",
          SOURCE);

  private static final FindingType CONTROL =
      new FindingType(
          "header.control-character",
          Severity.ERROR,
          "this header holds no control character",
          "Take it out before signing: no HTTP library sends it, and some cut the value there.",
          Source.documented(Pages.REQUEST_HEADERS + "; RFC 9110, section 5.5"));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(MISSING, REPEATED, EMPTY, CONTROL);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.only(
        operation -> operation.isSigned(Part.REQUEST) || operation.isSigned(Part.RESPONSE),
        "its messages are not signed");
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.isSigned(Part.REQUEST)
        || (subject.operation().isEmpty() && subject.concernsDoku())) {
      check(subject, Part.REQUEST, findings);
    }
    // Whether DOKU signs an error response is not documented.
    if (subject.succeeded() && subject.isSigned(Part.RESPONSE)) {
      check(subject, Part.RESPONSE, findings);
    }
  }

  private static void check(Subject subject, Part part, Consumer<Finding> findings) {
    Headers headers = part == Part.REQUEST ? subject.requestHeaders() : subject.responseHeaders();
    for (HeaderRole role : subject.scheme().headers(part)) {
      String name = subject.scheme().header(role, part).orElseThrow();
      int count = headers.count(name);
      if (count > 1) {
        findings.accept(REPEATED.at(part, name).got(count + " times").build());
      } else if (count == 1) {
        checkValue(part, name, headers.first(name).orElse(""), findings);
      } else if (role != HeaderRole.SIGNATURE) {
        // A missing signature is reported where signatures are verified.
        findings.accept(missing(subject, part, role, name));
      }
    }
  }

  private static Finding missing(Subject subject, Part part, HeaderRole role, String name) {
    Finding.Builder missing = MISSING.at(part, name).got("nothing");
    subject
        .scheme()
        .source()
        .ifPresent(source -> missing.source(source).hint("Add the header: the standard wants it."));
    if (part == Part.REQUEST) {
      nameOfAnotherScheme(subject, role)
          .ifPresent(
              other -> missing.got(other).hint(other + " is the name in another kind of request."));
    }
    if (part == Part.RESPONSE) {
      missing.source(RESPONSE_SOURCE);
      if (subject.isAnsweredByDoku()) {
        missing.hint("Record the response's headers too; a mock signs as DOKU does.");
      }
    }
    return missing.build();
  }

  /**
   * Returns the header that came in the place of the missing one, as requests for tokens have it.
   */
  private static Optional<String> nameOfAnotherScheme(Subject subject, HeaderRole role) {
    return subject.context().schemes().all().stream()
        .flatMap(other -> other.scheme().header(role, Part.REQUEST).stream())
        .filter(name -> subject.requestHeaders().first(name).isPresent())
        .findFirst();
  }

  private static boolean holdsControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static void checkValue(Part part, String name, String value, Consumer<Finding> findings) {
    if (value.isBlank()) {
      findings.accept(EMPTY.at(part, name).build());
    } else if (holdsControl(value)) {
      findings.accept(CONTROL.at(part, name).got(Visible.quoted(value)).build());
    }
  }
}
