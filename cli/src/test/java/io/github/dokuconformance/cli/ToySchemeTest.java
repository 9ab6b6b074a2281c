package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.toy.ToyDiagnosis;
import io.github.dokuconformance.cli.toy.ToyMistake;
import io.github.dokuconformance.cli.toy.ToyScheme;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnoser;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Reading;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Verification;
import io.github.dokuconformance.signature.Verification.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A scheme is one set of classes, registered in one place: no other code knows of the one that is
 * signed, verified, checked and explained here.
 */
class ToySchemeTest {
  private static final Schemes SCHEMES =
      Schemes.bundled()
          .with(new ToyDiagnosis(ToyScheme.HMAC))
          .with(new ToyDiagnosis(ToyScheme.RSA));

  private static final String MERCHANT = "TOY-FAKE-1";
  private static final String TOKEN = "T-FAKE-fresh";
  private static final String STALE = "T-FAKE-stale";
  private static final String SECRET = "SK-TOY-NOT-A-SECRET";
  private static final String OTHER_SECRET = "SK-TOY-OTHER-NOT-A-SECRET";
  private static final Body BODY = Body.ofUtf8("{\n  \"deal\": {\"total\": 70}\n}\n");
  private static final KeyPair PAIR = newPair();
  private static final KeyPair OTHER_PAIR = newPair();
  private static final MerchantKeys KEYS =
      MerchantKeys.of(MerchantSecret.of("SK-TOY-NEW-NOT-A-SECRET"))
          .with(SigningKey.of(MerchantSecret.of(SECRET)))
          .withOwn(AsymmetricKey.ofPem(pem("PRIVATE KEY", PAIR.getPrivate().getEncoded())))
          .withOfDoku(AsymmetricKey.ofPem(pem("PRIVATE KEY", OTHER_PAIR.getPrivate().getEncoded())))
          .withToken("fresh", AccessToken.of(TOKEN))
          .withToken("stale", AccessToken.of(STALE));
  private static final MerchantKeys OTHERS =
      MerchantKeys.of(MerchantSecret.of(OTHER_SECRET))
          .withOwn(AsymmetricKey.ofPem(pem("PRIVATE KEY", OTHER_PAIR.getPrivate().getEncoded())));
  private static final KeyRing RING = KeyRing.of(Map.of(MERCHANT, KEYS, "TOY-FAKE-2", OTHERS));

  @TempDir Path folder;

  static Stream<ToyScheme> schemes() {
    return Stream.of(ToyScheme.HMAC, ToyScheme.RSA);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void signsAndVerifies(ToyScheme scheme) {
    SignedMessage request = SignedMessage.request(signed(scheme));
    Response response = answer(scheme, it -> it);

    assertThat(reading(scheme.verify(request, KEYS))).contains(Reading.DOCUMENTED);
    assertThat(reading(scheme.verify(SignedMessage.response(request.request(), response), KEYS)))
        .contains(Reading.DOCUMENTED);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void refusesWhatWasChanged(ToyScheme scheme) {
    Request right = signed(scheme);
    String name = scheme.header(HeaderRole.SIGNATURE, Part.REQUEST).orElseThrow();
    String signature = right.headers().first(name).orElseThrow();
    String cut = signature.substring(2);

    assertThat(reason(scheme, right.withBody(Body.ofUtf8("{}")))).contains(Reason.MISMATCH);
    assertThat(reason(scheme, with(right, "Authorization", "Toy " + STALE)))
        .contains(Reason.MISMATCH);
    assertThat(reason(scheme, with(right, name, cut))).contains(Reason.MISMATCH);
    assertThat(reason(scheme, with(right, name, "?"))).contains(Reason.MALFORMED_SIGNATURE);
    assertThat(reason(scheme, right.withHeaders(right.headers().without(name))))
        .contains(Reason.MISSING_SIGNATURE);
    assertThat(scheme.verify(SignedMessage.request(right), OTHERS).isValid()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void tellsTheReadingOfWhatDokuSigned(ToyScheme scheme) {
    Request request = signed(scheme);
    Response without = answer(scheme, it -> it.withToken(AccessToken.of("")));
    SignedMessage message = SignedMessage.response(request, without);

    assertThat(reading(scheme.verify(message, KEYS))).contains(ToyScheme.WITHOUT_TOKEN);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void explains(Request request, List<ToyMistake> codes) {
    ToyScheme scheme =
        request.headers().first("Toy-Rsa").isPresent() ? ToyScheme.RSA : ToyScheme.HMAC;
    DiagnosisInput input =
        DiagnosisInput.of(new ToyDiagnosis(scheme), SignedMessage.request(request), KEYS)
            .withOthers(Map.of("TOY-FAKE-2", OTHERS));

    Diagnosis diagnosis = Diagnoser.diagnose(input, Budget.standard().withHypotheses(50_000));

    assertThat(diagnosis).isInstanceOf(Explained.class);
    assertThat(((Explained) diagnosis).codes()).isEqualTo(codes);
    assertThat(diagnosis.toString()).doesNotContain(SECRET, TOKEN, STALE);
  }

  static Stream<Arguments> mistakes() {
    UnaryOperator<Components> minified =
        it -> it.withBody(Body.ofUtf8("{\"deal\":{\"total\":70}}"));
    UnaryOperator<Components> stale = it -> it.withToken(AccessToken.of(STALE));
    UnaryOperator<Components> both = it -> stale.apply(minified.apply(it));
    SigningKey secret = SigningKey.of(MerchantSecret.of(SECRET));
    SigningKey otherSecret = OTHERS.secrets().get(0);
    SigningKey pair = KEYS.own().get(0);
    SigningKey otherPair = OTHERS.own().get(0);
    Request upper =
        with(
            signed(ToyScheme.HMAC),
            "Toy-Hmac",
            signed(ToyScheme.HMAC)
                .headers()
                .first("Toy-Hmac")
                .orElseThrow()
                .toUpperCase(Locale.ROOT));
    return Stream.of(
        argumentSet(
            "no signature",
            signed(ToyScheme.HMAC)
                .withHeaders(signed(ToyScheme.HMAC).headers().without("Toy-Hmac")),
            List.of(ToyMistake.SIGNATURE_MISSING)),
        argumentSet("capitals", upper, List.of(ToyMistake.SIGNATURE_UPPER_CASE)),
        argumentSet(
            "minified", signed(ToyScheme.HMAC, minified, secret), List.of(ToyMistake.BODY_OTHER)),
        argumentSet(
            "stale", signed(ToyScheme.HMAC, stale, secret), List.of(ToyMistake.TOKEN_OTHER)),
        argumentSet(
            "other secret",
            signed(ToyScheme.HMAC, it -> it, otherSecret),
            List.of(ToyMistake.KEY_OTHER)),
        argumentSet(
            "three",
            signed(ToyScheme.HMAC, both, otherSecret),
            List.of(ToyMistake.KEY_OTHER, ToyMistake.TOKEN_OTHER, ToyMistake.BODY_OTHER)),
        argumentSet(
            "minified, by RSA",
            signed(ToyScheme.RSA, minified, pair),
            List.of(ToyMistake.BODY_OTHER)),
        argumentSet(
            "other pair",
            signed(ToyScheme.RSA, it -> it, otherPair),
            List.of(ToyMistake.SIGNATURE_OTHER_PAIR)),
        argumentSet(
            "three, by RSA",
            signed(ToyScheme.RSA, both, otherPair),
            List.of(
                ToyMistake.TOKEN_OTHER, ToyMistake.BODY_OTHER, ToyMistake.SIGNATURE_OTHER_PAIR)));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void isCheckedByTheHeadersOfARequestAlone(ToyScheme scheme) {
    CheckContext context = CheckContext.nothing().withSchemes(SCHEMES).withKeys(RING);

    CheckResult right = Check.check(Exchange.of("right", signed(scheme), null), context);
    CheckResult wrong =
        Check.check(Exchange.of("wrong", signed(scheme).withBody(Body.none()), null), context);
    CheckResult explained = Explanation.explain(wrong, context, Budget.standard());

    assertThat(right.requestSignature().status()).isEqualTo(SignatureStatus.VALID);
    assertThat(codes(right)).containsExactly("operation.unknown");
    assertThat(codes(wrong)).contains("signature.mismatch").noneMatch(c -> c.startsWith("header."));
    assertThat(explained.findings())
        .anySatisfy(it -> assertThat(it.facts()).containsKey(Explanation.DIAGNOSIS));
  }

  @Test
  void isCheckedByTheSchemeOfTheOperation() throws IOException {
    CheckContext context =
        CheckContext.nothing()
            .withContract(contract("toy.hmac"))
            .withSchemes(SCHEMES)
            .withKeys(RING);
    Request request = signed(ToyScheme.HMAC);

    CheckResult right = Check.check(Exchange.of("right", request, null), context);
    CheckResult bare =
        Check.check(Exchange.of("bare", request.withHeaders(Headers.none()), null), context);

    assertThat(right.findings()).isEmpty();
    assertThat(bare.findings())
        .filteredOn(
            it -> it.code().equals("signature.missing") || it.code().equals("header.missing"))
        .extracting(Finding::at)
        .containsExactlyInAnyOrder("Toy-Hmac", "Toy-Merchant");
  }

  @Test
  void judgesNothingOfASchemeThatIsNotKnown() throws IOException {
    CheckContext context =
        CheckContext.nothing().withContract(contract("toy.unknown")).withKeys(RING);

    CheckResult result = Check.check(Exchange.of("toy", signed(ToyScheme.HMAC), null), context);

    assertThat(result.requestSignature().status()).isEqualTo(SignatureStatus.UNCHECKED);
    assertThat(codes(result)).noneMatch(it -> it.startsWith("header."));
  }

  @Test
  void isTakenByTheCommands() throws IOException {
    Path credentials = credentials();
    Path right = write("right.http", signed(ToyScheme.HMAC));
    SigningKey secret = SigningKey.of(MerchantSecret.of(SECRET));
    Path wrong =
        write(
            "wrong.http",
            signed(ToyScheme.HMAC, it -> it.withToken(AccessToken.of(STALE)), secret));

    Cli.Result checked =
        Cli.run(SCHEMES, Map.of(), "check", "--credentials", credentials, right, wrong);
    Cli.Result explained =
        Cli.run(SCHEMES, Map.of(), "explain", "--credentials", credentials, wrong);

    assertThat(checked.out()).contains("signature.mismatch", "toy.token.other");
    assertThat(checked.out().lines().filter(line -> line.contains("right.http")))
        .noneMatch(line -> line.contains("unchecked") || line.contains("invalid"));
    assertThat(explained.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(explained.out())
        .contains(
            "toy.token.other", "The token that was signed is stale", "sign as the toy scheme does")
        .doesNotContain(SECRET, STALE);
  }

  private static Request signed(ToyScheme scheme) {
    return signed(scheme, it -> it, scheme.signer(KEYS, SignedPart.REQUEST).orElseThrow());
  }

  private static Request signed(
      ToyScheme scheme, UnaryOperator<Components> change, SigningKey key) {
    Headers token = Headers.of("Authorization", "Toy " + TOKEN, "Content-Type", "application/json");
    Request request = new Request("PUT", Target.of("/toys"), token, BODY);
    Components right = ToyScheme.components(SignedMessage.request(request)).withClientId(MERCHANT);
    Headers headers = token;
    for (var header : scheme.sign(change.apply(right), key).list()) {
      headers = headers.with(header.name(), header.value());
    }
    return request.withHeaders(headers);
  }

  private static Response answer(ToyScheme scheme, UnaryOperator<Components> change) {
    Response bare = new Response(200, Headers.none(), Body.ofUtf8("{}"));
    SignedMessage message = SignedMessage.response(signed(scheme), bare);
    Components right = ToyScheme.components(message).withClientId(MERCHANT);
    SigningKey key = scheme.signer(KEYS, SignedPart.RESPONSE).orElseThrow();
    return bare.withHeaders(scheme.sign(change.apply(right), key));
  }

  private static Request with(Request request, String name, String value) {
    return request.withHeaders(request.headers().with(name, value));
  }

  private static Optional<Reading> reading(Verification verification) {
    return verification.fold(valid -> Optional.of(valid.reading()), invalid -> Optional.empty());
  }

  private static Optional<Reason> reason(ToyScheme scheme, Request request) {
    return scheme
        .verify(SignedMessage.request(request), KEYS)
        .fold(valid -> Optional.empty(), invalid -> Optional.of(invalid.reason()));
  }

  private static List<String> codes(CheckResult result) {
    return result.findings().stream().map(Finding::code).toList();
  }

  private Contract contract(String scheme) throws IOException {
    Files.writeString(
        folder.resolve("toy.json"),
        """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Toy",
         "$comment": "assumed: a toy", "type": "object",
         "properties": {"deal": {"type": "object", "$comment": "assumed: a toy",
           "properties": {"total": {"type": "integer", "$comment": "assumed: a toy"}}}}}
        """);
    Files.writeString(
        folder.resolve("openapi.json"),
        """
        {"openapi": "3.1.1", "paths": {"/toys": {"put": {
          "operationId": "toys.put", "summary": "Put a toy", "x-source": "assumed: a toy",
          "x-doku": {"channel": "toys", "role": "order", "scheme": "%s", "signed": ["request"]},
          "requestBody": {"content": {"application/json": {"schema": {"$ref": "toy.json"}}}},
          "responses": {"200": {"description": "Done"}}}}}}
        """
            .formatted(scheme));
    return Contract.bundledWith(folder);
  }

  private Path credentials() throws IOException {
    return Files.writeString(
        folder.resolve("credentials.json"),
        """
        {"version": 2, "merchants": {"%s":
          {"secrets": ["SK-TOY-NEW-NOT-A-SECRET", "%s"], "tokens": {"fresh": "%s", "stale": "%s"}}}}
        """
            .formatted(MERCHANT, SECRET, TOKEN, STALE));
  }

  private Path write(String name, Request request) throws IOException {
    StringBuilder http =
        new StringBuilder(request.method() + " " + request.target().path() + " HTTP/1.1\r\n");
    request
        .headers()
        .list()
        .forEach(it -> http.append(it.name()).append(": ").append(it.value()).append("\r\n"));
    http.append("Content-Length: ").append(request.body().length()).append("\r\n\r\n");
    http.append(request.body().toDisplayText());
    return Files.writeString(folder.resolve(name), http, StandardCharsets.UTF_8);
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] encoded) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(encoded), label);
  }
}
