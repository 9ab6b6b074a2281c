package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Valid;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapDiagnosis;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnoserTest {
  private static final Sample ORDER = Sample.requests().get(0);

  @ParameterizedTest
  @MethodSource("sets")
  void findsSetsOfMistakes(Set<MistakeCode> codes, Consumer<Forgery> change) {
    Explained explained = (Explained) Diagnoser.diagnose(signed(ORDER, change));

    assertThat(explained.codes()).containsExactlyInAnyOrderElementsOf(codes);
  }

  static Stream<Arguments> sets() {
    return Stream.of(
        argumentSet(
            "minified body and trailing newline",
            Set.of(NonSnapMistake.BODY_MINIFIED, NonSnapMistake.TRAILING_NEWLINE),
            (Consumer<Forgery>)
                f -> {
                  f.body(Forgery.minified(f.body));
                  f.lastLineEnd = "\n";
                }),
        argumentSet(
            "hex MAC without prefix of the query string",
            Set.of(
                NonSnapMistake.SIGNATURE_ENCODING_HEX,
                NonSnapMistake.SIGNATURE_PREFIX_MISSING,
                NonSnapMistake.TARGET_QUERY_INCLUDED),
            (Consumer<Forgery>)
                f -> {
                  f.encoding = java.util.HexFormat.of()::formatHex;
                  f.prefix = "";
                  f.target(f.target() + "?channel=web&x=%20y");
                }),
        argumentSet(
            "hex digest, literal \\n and local time",
            Set.of(
                NonSnapMistake.DIGEST_ENCODING_HEX,
                NonSnapMistake.LINE_SEPARATOR,
                NonSnapMistake.TIMESTAMP_LOCAL_TIME),
            (Consumer<Forgery>)
                f -> {
                  f.digestEncoding = java.util.HexFormat.of()::formatHex;
                  f.lineSeparator = "\\n";
                  f.timestamp(f.timestamp().replace("T03", "T10"));
                }));
  }

  @Test
  void givesTheSameAnswerOnOneThreadAndOnSeveral() {
    DiagnosisInput input =
        signed(
            ORDER,
            f -> {
              f.lastLineEnd = "\r\n";
              f.digestPrefix = "SHA256=";
            });

    assertThat(explanation(Diagnoser.diagnose(input, Budget.standard().withThreads(1))))
        .isEqualTo(explanation(Diagnoser.diagnose(input, Budget.standard().withThreads(4))));
  }

  private static List<Object> explanation(Diagnosis diagnosis) {
    Explained explained = (Explained) diagnosis;
    return List.of(explained.mistakes(), explained.equivalents(), explained.signer());
  }

  @Test
  void showsTheRightSignatureOnlyToAPersonWhoAsked() {
    Budget singles = Budget.standard().withHypotheses(20_000);
    DiagnosisInput input = signed(ORDER, f -> f.key = new byte[] {1});

    assertThat(rightSignature(Diagnoser.diagnose(input, singles))).isEmpty();
    assertThat(rightSignature(Diagnoser.diagnoseShowingExpectedSignature(input, singles)))
        .contains(Forging.sign(ORDER));
  }

  private static Optional<String> rightSignature(Diagnosis diagnosis) {
    return diagnosis.fold(
        valid -> Optional.of("valid"),
        explained -> Optional.of("explained"),
        unexplained -> unexplained.right().signature());
  }

  @Test
  void countsTheSingleChangesThatWereRuledOut() {
    DiagnosisInput input = signed(ORDER, f -> f.key = new byte[] {1});
    Map<Dimension<?>, Integer> singles =
        Diagnoser.diagnose(input, Budget.standard().withHypotheses(20_000))
            .fold(
                valid -> Map.of(),
                explained -> Map.of(),
                unexplained -> unexplained.statistics().singles());

    assertThat(singles)
        .hasSizeGreaterThan(10)
        .allSatisfy((dimension, count) -> assertThat(count).isPositive())
        .anySatisfy((dimension, count) -> assertThat(count).isGreaterThan(1_000));
  }

  @Test
  void namesEquivalents() {
    Explained explained =
        (Explained) Diagnoser.diagnose(signed(ORDER, f -> f.body(Forgery.minified(f.body))));

    assertThat(explained.codes()).containsExactly(NonSnapMistake.BODY_MINIFIED);
    assertThat(explained.equivalents())
        .as("Go's RawMessage aside, no serialiser keeps every spelling of this body")
        .allSatisfy(set -> assertThat(set).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void blamesTheRecordingWhereItMayHavePrintedTheBodyAnew(
      String recorded, UnaryOperator<Headers> more, String signed, boolean blamed) {
    Sample sample = withBody(recorded, more);

    Explained explained = (Explained) Diagnoser.diagnose(signed(sample, f -> f.body(signed)));

    assertThat(explained.reformatted().isPresent()).as(explained.toString()).isEqualTo(blamed);
  }

  static Stream<Arguments> recordings() {
    String pretty = "{\n  \"order\": {\n    \"amount\": 90000\n  }\n}";
    String minified = "{\"order\":{\"amount\":90000}}";
    String spaced = "{\"order\": {\"amount\": 90000}}";
    UnaryOperator<Headers> none = headers -> headers;
    UnaryOperator<Headers> length =
        headers -> headers.with("Content-Length", Integer.toString(pretty.length()));
    return Stream.of(
        argumentSet("printed over lines", pretty, none, minified, true),
        argumentSet("as Python writes it", pretty, none, spaced, true),
        argumentSet("of the length that was sent", pretty, length, minified, false),
        argumentSet("on one line", spaced, none, minified, false),
        argumentSet("with another mistake", pretty, none, "", false));
  }

  @Test
  void namesEveryMistakeThatGivesTheSameBytes() {
    String body = "{\"order\":{\"amount\":90000,\"note\":\"plain\"}} ";
    Sample sample = withBody(body);

    Explained explained =
        (Explained) Diagnoser.diagnose(signed(sample, f -> f.body(Forgery.minified(f.body))));

    assertThat(Explanations.of(explained))
        .contains(
            List.of(NonSnapMistake.BODY_MINIFIED),
            List.of(NonSnapMistake.BODY_TRIMMED),
            List.of(NonSnapMistake.BODY_RESERIALIZED));
  }

  @Test
  void takesEachOwnUrlForARightTarget() {
    Sample received = Sample.notifications().get(0);
    List<String> urls = List.of("https://a.example/other", "https://b.example/pay/notify?x=1");
    DiagnosisInput input = signed(received, f -> f.target("/pay/notify"));

    assertThat(Diagnoser.diagnose(input.withOwnUrls(urls))).isInstanceOf(Valid.class);
    assertThat(
            Explanations.of(
                Diagnoser.diagnose(input.withOwnUrls(List.of("https://a.example/other")))))
        .isEmpty();
  }

  @Test
  void tellsThatAnotherThanTheOwnPathWasSigned() {
    Sample received = Sample.notifications().get(0);
    DiagnosisInput input =
        signed(received, f -> {}).withOwnUrls(List.of("https://shop.example/notify"));

    assertThat(Explanations.of(Diagnoser.diagnose(input)))
        .contains(List.of(NonSnapMistake.TARGET_NOT_OWN_PATH));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void takesAnyBody(String body) {
    Sample sample = withBody(body);

    assertThat(
            Explanations.of(
                Diagnoser.diagnose(
                    signed(sample, f -> f.lastLineEnd = "\n"),
                    Budget.standard().withHypotheses(10_000))))
        .containsExactly(List.of(NonSnapMistake.TRAILING_NEWLINE));
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        argumentSet("not JSON", "hello, world & more"),
        argumentSet("cut off", "{\"a\":\"\\u00"),
        argumentSet("huge exponent", "{\"amount\":1e999999999,\"price\":-1E-999999999}"),
        argumentSet("many digits", "{\"amount\":" + "9".repeat(200_000) + "}"),
        argumentSet("nested", "[".repeat(5_000) + "]".repeat(5_000)),
        argumentSet("long string", "{\"a\":\"" + "\\\\\\u0041é".repeat(20_000) + "\"}"),
        argumentSet("lone surrogate", "{\"a\":\"\\ud800\"}"),
        argumentSet("entities", "&#99999999;&#x110000;&#0;&;&#;"),
        argumentSet("percent signs", "%%%zz%4"),
        argumentSet("binary", "\u0000\u0001\u007f\u0080"));
  }

  private static Sample withBody(String body) {
    return withBody(body, headers -> headers);
  }

  private static Sample withBody(String body, UnaryOperator<Headers> more) {
    Request request =
        new Request(
            "POST",
            Target.of("/akulaku-peer-to-peer/v2/refund"),
            more.apply(
                Headers.of(
                    "Client-Id", "MCH-0001",
                    "Request-Id", "42",
                    "Request-Timestamp", "2026-11-22T03:10:42Z")),
            Body.ofUtf8(body));
    return new Sample(
        "refund",
        "own",
        DiagnosisInput.of(
            NonSnapDiagnosis.INSTANCE,
            SignedMessage.request(request),
            MerchantKeys.of(MerchantSecret.of(Sample.SECRET))));
  }

  private static DiagnosisInput signed(Sample sample, Consumer<Forgery> change) {
    return sample.signed(
        Forging.sign(sample, new Forging(NonSnapMistake.TRAILING_NEWLINE, "test", change)));
  }
}
