package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnoser;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Lessons;
import io.github.dokuconformance.diagnosis.SchemeDiagnosis;
import io.github.dokuconformance.diagnosis.text.MistakeCatalogue;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.harness.CaseResult;
import io.github.dokuconformance.vectors.harness.NamedMistake;
import io.github.dokuconformance.vectors.harness.RunReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names the mistakes behind the signatures that an adapter gave wrongly. */
final class AdapterMistakes {
  private static final int FULL_SEARCHES = 3;
  private static final int SHORT_SEARCHES = 20;
  private static final Budget SINGLES = Budget.standard().withHypotheses(12_000);

  private final Lessons lessons = Lessons.none();
  private int inVain;

  private AdapterMistakes() {}

  /** Returns the report with what explains its wrong signatures, the most cases first. */
  static RunReport named(RunReport report) {
    return report.withMistakes(new AdapterMistakes().of(report));
  }

  private List<NamedMistake> of(RunReport report) {
    Map<String, List<String>> cases = new LinkedHashMap<>();
    Map<String, String> sentences = new HashMap<>();
    for (CaseResult result : report.wrongSignatures()) {
      var asked =
          io.github.dokuconformance.vectors.harness.AdapterRequest.of(
              result.testCase(), report.suite());
      explained(input(asked, result.signature().orElseThrow()), !cases.isEmpty())
          .ifPresent(
              it -> {
                cases
                    .computeIfAbsent(it.names(), names -> new ArrayList<>())
                    .add(result.testCase().id());
                sentences.putIfAbsent(
                    it.names(),
                    it.mistakes().stream()
                        .map(MistakeCatalogue::sentence)
                        .collect(Collectors.joining("\n")));
              });
    }
    return cases.entrySet().stream()
        .map(
            entry ->
                new NamedMistake(
                    entry.getKey(), sentences.getOrDefault(entry.getKey(), ""), entry.getValue()))
        .sorted(Comparator.comparing((NamedMistake it) -> it.cases().size()).reversed())
        .toList();
  }

  /** Searches less after some searches in vain, and where all were in vain not at all. */
  private Optional<Diagnosis.Explained> explained(DiagnosisInput input, boolean anyExplained) {
    Optional<Diagnosis> recalled = Diagnoser.recall(input, lessons);
    if (recalled.isEmpty() && inVain >= (anyExplained ? SHORT_SEARCHES : FULL_SEARCHES)) {
      return Optional.empty();
    }
    Diagnosis diagnosis =
        recalled.orElseGet(
            () ->
                Diagnoser.diagnose(
                    input, inVain < FULL_SEARCHES ? Budget.standard() : SINGLES, lessons));
    if (diagnosis instanceof Diagnosis.Explained explained) {
      return Optional.of(explained);
    }
    inVain++;
    return Optional.empty();
  }

  /** Makes the message that the signature of a case would have been sent with. */
  private static DiagnosisInput input(
      io.github.dokuconformance.vectors.harness.AdapterRequest asked, String signature) {
    SchemeDiagnosis scheme =
        Schemes.bundled()
            .find(asked.text("/scheme").orElse(TestCase.NON_SNAP))
            .orElseThrow(() -> new IllegalStateException("a case of an unknown scheme"));
    boolean ofResponse = text(asked, "/kind").equals("response");
    Headers headers =
        headers(scheme.scheme(), ofResponse ? Part.RESPONSE : Part.REQUEST, asked, signature);
    Target target = Target.of(asked.text("/target").orElse("/"));
    Body body = Body.of(asked.bytes("/body"));
    Request request = new Request(asked.text("/method").orElse("POST"), target, headers, body);
    SignedMessage message =
        switch (text(asked, "/kind")) {
          case "response" -> SignedMessage.response(request, new Response(200, headers, body));
          case "notification" -> SignedMessage.notification(request);
          default -> SignedMessage.request(request);
        };
    MerchantKeys keys = MerchantKeys.of(MerchantSecret.of(asked.secret()));
    Optional<String> privateKey = asked.text("/key/privateKey");
    return DiagnosisInput.of(
        scheme,
        message,
        privateKey.isPresent() ? keys.withOwn(AsymmetricKey.ofPem(privateKey.get())) : keys);
  }

  private static Headers headers(
      Scheme scheme,
      Part part,
      io.github.dokuconformance.vectors.harness.AdapterRequest asked,
      String signature) {
    List<Header> headers = new ArrayList<>();
    for (HeaderRole role : HeaderRole.values()) {
      String value =
          switch (role) {
            case CLIENT_ID -> asked.text("/clientId").orElseGet(() -> text(asked, "/key/clientId"));
            case REQUEST_ID -> text(asked, "/requestId");
            case TIMESTAMP -> text(asked, "/timestamp");
            case AUTHORIZATION -> "Bearer " + text(asked, "/token");
            case SIGNATURE -> signature;
          };
      scheme.header(role, part).ifPresent(name -> headers.add(new Header(name, value)));
    }
    return new Headers(headers);
  }

  private static String text(
      io.github.dokuconformance.vectors.harness.AdapterRequest asked, String pointer) {
    return asked.text(pointer).orElse("");
  }
}
