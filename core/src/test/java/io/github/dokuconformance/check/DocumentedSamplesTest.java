package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.rules.CheckContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What DOKU's own pages print is free of errors, and shows its contradictions once each. */
class DocumentedSamplesTest {
  private static final String ORDER = "akulaku.generate-order";
  private static final String CANCEL = "akulaku.cancel";
  private static final String REFUND = "akulaku.refund";
  private static final String NOTIFICATION = "akulaku.notification";
  private static final String STATUS = "orders.check-status";

  private static final String FAILED = "docs.failed-finality";
  private static final String NUMBER = "docs.amount-as-string";

  private static final Map<String, Set<String>> SHOWN =
      Map.ofEntries(
          sample(ORDER + "/request-documented.json"),
          sample(ORDER + "/request-postman.json", NUMBER),
          sample(ORDER + "/response-documented.json", "docs.payment-url-reference"),
          sample(CANCEL + "/request-documented.json"),
          sample(CANCEL + "/request-postman.json"),
          sample(
              CANCEL + "/response-documented.json",
              "docs.cancel-payment-status",
              "docs.canceled-spelling",
              "docs.cancel-payment-date",
              "docs.cancel-success-with-error",
              "docs.cancel-reference-type",
              "docs.cancel-same-as-request"),
          sample(REFUND + "/request-documented.json", "docs.refund-payment-reference"),
          sample(REFUND + "/request-postman.json", "docs.refund-payment-reference"),
          sample(REFUND + "/response-documented.json"),
          sample(NOTIFICATION + "/request-documented.json", "docs.peer-to-peer-info"),
          sample(STATUS + "/response-alfa-cut.json", "docs.amount-as-string"),
          sample(STATUS + "/response-card-failed-documented.json", FAILED, NUMBER),
          sample(STATUS + "/response-card-pending-documented.json", NUMBER),
          sample(STATUS + "/response-card-refund-documented.json", NUMBER),
          sample(STATUS + "/response-card-success-documented.json", NUMBER),
          sample(STATUS + "/response-card-void-documented.json", NUMBER),
          sample("cards.capture/request-documented.json"),
          sample("cards.check-3ds/request-authorize-documented.json"),
          sample("cards.check-3ds/request-installment-documented.json"),
          sample("cards.check-3ds/request-sale-documented.json"),
          sample("cards.check-3ds/response-documented.json"),
          sample("cards.refund/request-documented.json"),
          sample("cards.refund/response-documented.json"),
          sample("checkout.payment/request-basic-documented.json", "docs.checkout-auto-redirect"),
          sample("jenius.payment/response-documented.json"),
          sample("o2o.notification/request-alfa-documented.json"),
          sample("sac.transfers/request-postman.json"),
          sample("va.create/request-bsi-variable-postman.json"),
          sample("va.mandiri.update/request-mandiri-postman.json"),
          sample("va.update/request-bca-postman.json"),
          sample("va.update/request-bsi-postman.json"),
          sample("va.update/request-cimb-postman.json"),
          sample("va.update/request-doku-postman.json"),
          sample("va.update/request-permata-postman.json"),
          sample("va.notification/request-bca-documented.json"),
          sample("va.notification/request-bca-identifer-documented.json", "docs.va-identifer"));

  static Stream<Arguments> samples() {
    return SHOWN.entrySet().stream()
        .map(entry -> argumentSet(entry.getKey(), entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sampleShowsItsContradictionsAndNothingElse(String file, Set<String> codes) {
    List<Finding> findings = exchange(file).check().findings();

    assertThat(findings)
        .filteredOn(finding -> finding.part() == part(file))
        .filteredOn(
            finding -> finding.code().startsWith("docs.") || finding.severity() != Severity.NOTE)
        .extracting(Finding::code)
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sampleIsGreenToWhomWarningsMatterUnlessItUsesTheOtherForm(String file, Set<String> codes) {
    boolean green =
        exchange(file).check().findings().stream()
            .filter(finding -> finding.part() == part(file))
            .allMatch(finding -> finding.severity() == Severity.NOTE);

    assertThat(green).isEqualTo(!file.equals(ORDER + "/request-postman.json"));
  }

  @Test
  void everyDocumentedBodyIsInTheTable() {
    assertThat(SHOWN.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Samples.index().stream()
                .filter(entry -> entry.path("verbatim").asBoolean())
                .map(entry -> entry.path("file").asString().substring("examples/".length()))
                .filter(file -> !file.contains("headers") && !file.startsWith("errors/"))
                .toList());
  }

  @Test
  void responseOfTheCancelSampleHasAnotherRequestId() {
    assertThat(codes(CANCEL))
        .contains("docs.response-request-id")
        .doesNotContain("echo.request-id");
  }

  @Test
  void responseOfTheRefundSampleIsOlderThanItsRequest() {
    assertThat(codes(REFUND))
        .contains("docs.refund-response-timestamp")
        .doesNotContain("echo.response-timestamp");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void headerSamplesAreFreeOfErrorsWhereNoSecretIsGiven(String operation) {
    assertThat(withHeaderSamples(operation).findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
  }

  static Stream<String> operations() {
    return Stream.of(ORDER, CANCEL, REFUND);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anyKnownErrorIsOnlyANote(String file) {
    List<Finding> findings = Draft.order().response(400, Samples.text(file)).check().findings();

    assertThat(findings)
        .filteredOn(finding -> !finding.code().startsWith("docs."))
        .extracting(Finding::code)
        .containsExactly("response.refused");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anyKnownErrorIsOnlyANoteWhateverWasAsked(String file) {
    assertThat(answered())
        .hasSizeGreaterThan(8)
        .allSatisfy(
            request ->
                assertThat(exchange(request).response(400, Samples.text(file)).check().findings())
                    .filteredOn(finding -> finding.part() == Part.RESPONSE)
                    .filteredOn(finding -> finding.severity() != Severity.NOTE)
                    .filteredOn(finding -> !finding.code().startsWith("docs."))
                    .isEmpty());
  }

  static Stream<Arguments> refusalsOfSnap() {
    return Stream.of(
        argumentSet("token", "snap.tokens.inbound", 401, "invalid-signature"),
        argumentSet("virtual account", "snap.va.notification", 401, "invalid-token-va"),
        argumentSet("direct debit", "snap.debit.notification", 500, "invalid-token-debit"));
  }

  @ParameterizedTest
  @MethodSource("refusalsOfSnap")
  void refusalThatTheLibrariesAnswerIsSilent(String operation, int status, String refusal) {
    String answer = Samples.text("snap.errors/response-" + refusal + ".json");

    List<Finding> findings =
        exchange(operation + "/request-full.json").response(status, answer).check().findings();

    assertThat(findings).filteredOn(finding -> finding.part() == Part.RESPONSE).isEmpty();
  }

  /** Returns a request of each operation that DOKU answers with a body. */
  private static List<String> answered() {
    return Contract.bundled().operations().stream()
        .filter(operation -> !operation.isCalledByDoku())
        .map(
            operation ->
                operation.requestSchema().isEmpty()
                    ? bodyOf(operation.id(), "/response-")
                    : bodyOf(operation.id(), "/request-"))
        .toList();
  }

  private static String bodyOf(String operation, String kind) {
    return bodies()
        .filter(file -> file.startsWith(operation + kind))
        .filter(file -> slips(file).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  static Stream<String> errors() {
    return Samples.index().stream()
        .map(entry -> entry.path("file").asString().substring("examples/".length()))
        .filter(file -> file.startsWith("errors/"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void everyBodyIsFreeOfErrorsButForTheSlipsThatAreListed(String file) {
    List<Finding> findings = exchange(file).check().findings();

    assertThat(findings)
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .extracting(finding -> finding.code() + " at " + finding.at())
        .containsExactlyInAnyOrderElementsOf(slips(file));
  }

  /** Each row names a file that is judged above, so a row that no longer fires fails there. */
  @Test
  void everySlipIsOfABodyThatIsJudged() {
    assertThat(Samples.slips())
        .isNotEmpty()
        .allSatisfy(
            slip ->
                assertThat(bodies())
                    .contains(slip.path("file").asString().substring("examples/".length())));
  }

  private static List<String> slips(String file) {
    return Samples.slips().stream()
        .filter(slip -> slip.path("file").asString().equals("examples/" + file))
        .map(slip -> slip.path("code").asString() + " at " + slip.path("at").asString())
        .toList();
  }

  static Stream<String> bodies() {
    return Samples.index().stream()
        .map(entry -> entry.path("file").asString().substring("examples/".length()))
        .filter(file -> !file.contains("errors/") && !file.contains("headers"));
  }

  private static Set<String> codes(String operation) {
    Set<String> codes = new TreeSet<>();
    withHeaderSamples(operation).findings().forEach(finding -> codes.add(finding.code()));
    return codes;
  }

  /** Puts the printed headers on; their signatures are placeholders, so no secret is given. */
  private static CheckResult withHeaderSamples(String operation) {
    Draft draft = exchange(operation + "/response-documented.json");
    headers(operation + "/request-headers-documented.json").forEach(draft::header);
    headers(operation + "/response-headers-documented.json").forEach(draft::responseHeader);
    Exchange exchange = draft.exchange();
    return Check.check(exchange, CheckContext.nothing());
  }

  private static Map<String, String> headers(String file) {
    JsonNode node = Samples.json(file);
    Map<String, String> headers = new TreeMap<>();
    node.properties().forEach(header -> headers.put(header.getKey(), header.getValue().asString()));
    return headers;
  }

  /** Wraps a body: a request without an answer, or a response to the request that it is for. */
  private static Draft exchange(String file) {
    String operation = operation(file);
    if (part(file) == Part.REQUEST) {
      return Draft.of(operation, Samples.text(file), "").noResponse();
    }
    return Draft.of(
        operation,
        Contract.bundled().operation(operation).orElseThrow().requestSchema().isEmpty()
            ? ""
            : Samples.text(request(file)),
        Samples.text(file));
  }

  private static String request(String response) {
    String operation = operation(response);
    if (!operation.startsWith("akulaku.")) {
      return requestBeside(response, operation);
    }
    if (response.endsWith("-documented.json")) {
      return operation + "/request-documented.json";
    }
    String name =
        switch (operation) {
          case ORDER -> "minimal";
          case CANCEL -> "object-identifier";
          default -> "full";
        };
    return operation + "/request-" + name + ".json";
  }

  /** Returns a request of the same origin: the values of DOKU's samples are not those of ours. */
  private static String requestBeside(String response, String operation) {
    boolean own = own(response);
    return Samples.index().stream()
        .map(entry -> entry.path("file").asString().substring("examples/".length()))
        .filter(file -> file.startsWith(operation + "/request-") && !file.contains("headers"))
        .filter(file -> own(file) == own && slips(file).isEmpty())
        .findFirst()
        .orElse(operation + "/request-full.json");
  }

  private static boolean own(String file) {
    return Samples.index().stream()
        .anyMatch(
            entry ->
                entry.path("file").asString().equals("examples/" + file) && !entry.has("basis"));
  }

  private static String operation(String file) {
    return file.substring(0, file.indexOf('/'));
  }

  private static Part part(String file) {
    return file.contains("/request-") ? Part.REQUEST : Part.RESPONSE;
  }

  private static Map.Entry<String, Set<String>> sample(String file, String... warnings) {
    return Map.entry(file, new TreeSet<>(Arrays.asList(warnings)));
  }
}
