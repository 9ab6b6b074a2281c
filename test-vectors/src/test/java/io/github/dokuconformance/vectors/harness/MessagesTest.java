package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.vectors.FormatSchema;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class MessagesTest {
  private static final VectorSuite SUITE = Suites.mini();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "debug",
        "[1]",
        "7",
        "{\"a\":1} {\"b\":2}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1",
        "{'a':1}",
        "\uFEFF{\"a\":1}"
      })
  void refusesALineThatIsNotOneJsonObject(String line) {
    assertThatThrownBy(() -> Messages.parse(line)).isInstanceOf(BadMessageException.class);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        argumentSet("digest", VectorOperation.DIGEST, AdapterAnswer.digest("d")),
        argumentSet("canonicalize", VectorOperation.CANONICALIZE, AdapterAnswer.canonicalized("s")),
        argumentSet("sign", VectorOperation.SIGN, AdapterAnswer.signed("s", Map.of())),
        argumentSet(
            "sign with stage",
            VectorOperation.SIGN,
            AdapterAnswer.signed("s", Map.of(Stage.DIGEST, "d"))),
        argumentSet("accepted", VectorOperation.VERIFY, AdapterAnswer.accepted(Map.of())),
        argumentSet(
            "refused",
            VectorOperation.VERIFY,
            AdapterAnswer.refused("signature-mismatch", Map.of())),
        argumentSet("valid", VectorOperation.VALIDATE, AdapterAnswer.validated(List.of())),
        argumentSet(
            "invalid",
            VectorOperation.VALIDATE,
            AdapterAnswer.validated(List.of(new SchemaError("/order/amount", "type")))),
        argumentSet("rejected", VectorOperation.SIGN, AdapterAnswer.rejected("missing-component")),
        argumentSet("skipped", VectorOperation.VERIFY, AdapterAnswer.skipped("no verifier yet")),
        argumentSet(
            "skipped with issue",
            VectorOperation.VERIFY,
            new AdapterAnswer.Skipped("no verifier yet", Optional.of("https://example.test/7"))),
        argumentSet("error", VectorOperation.VERIFY, AdapterAnswer.error("NullPointerException")));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void readsBackEveryAnswerItWrites(VectorOperation operation, AdapterAnswer answer)
      throws Exception {
    ObjectNode message = Messages.parse(Messages.write(Messages.result(3, answer)));

    assertThat(Messages.readResult(message, 3, operation)).isEqualTo(answer);
    assertThat(FormatSchema.ADAPTER_MESSAGE.violations(message)).isEmpty();
  }

  static Stream<Arguments> badResults() {
    return Stream.of(
        argumentSet(
            "other type", VectorOperation.DIGEST, "{'type':'reply','id':3,'ok':{'digest':'d'}}"),
        argumentSet("no id", VectorOperation.DIGEST, "{'type':'result','ok':{'digest':'d'}}"),
        argumentSet(
            "id as text", VectorOperation.DIGEST, "{'type':'result','id':'3','ok':{'digest':'d'}}"),
        argumentSet("no outcome", VectorOperation.DIGEST, "{'type':'result','id':3}"),
        argumentSet(
            "two outcomes",
            VectorOperation.DIGEST,
            "{'type':'result','id':3,'ok':{'digest':'d'},'error':{'message':'m'}}"),
        argumentSet("null outcome", VectorOperation.DIGEST, "{'type':'result','id':3,'ok':null}"),
        argumentSet("text outcome", VectorOperation.DIGEST, "{'type':'result','id':3,'ok':'d'}"),
        argumentSet("empty ok", VectorOperation.DIGEST, "{'type':'result','id':3,'ok':{}}"),
        argumentSet(
            "number as digest",
            VectorOperation.DIGEST,
            "{'type':'result','id':3,'ok':{'digest':7}}"),
        argumentSet(
            "text as verdict",
            VectorOperation.VERIFY,
            "{'type':'result','id':3,'ok':{'valid':'true'}}"),
        argumentSet(
            "null reason",
            VectorOperation.VERIFY,
            "{'type':'result','id':3,'ok':{'valid':false,'reason':null}}"),
        argumentSet(
            "null stage",
            VectorOperation.SIGN,
            "{'type':'result','id':3,'ok':{'signature':'s','stages':{'digest':null}}}"),
        argumentSet(
            "list of stages",
            VectorOperation.SIGN,
            "{'type':'result','id':3,'ok':{'signature':'s','stages':[]}}"),
        argumentSet(
            "errors as texts",
            VectorOperation.VALIDATE,
            "{'type':'result','id':3,'ok':{'valid':false,'errors':['/a']}}"),
        argumentSet(
            "error without keyword",
            VectorOperation.VALIDATE,
            "{'type':'result','id':3,'ok':{'valid':false,'errors':[{'pointer':'/a'}]}}"),
        argumentSet(
            "rejection without reason",
            VectorOperation.SIGN,
            "{'type':'result','id':3,'rejected':{}}"),
        argumentSet(
            "skip without reason", VectorOperation.SIGN, "{'type':'result','id':3,'skipped':{}}"),
        argumentSet(
            "error without message", VectorOperation.SIGN, "{'type':'result','id':3,'error':{}}"));
  }

  @ParameterizedTest
  @MethodSource("badResults")
  void refusesAResultThatTheSchemaRefuses(VectorOperation operation, String json) throws Exception {
    ObjectNode message = Messages.parse(json.replace('\'', '"'));

    assertThatThrownBy(() -> Messages.readResult(message, 3, operation))
        .isInstanceOf(BadMessageException.class);
    assertThat(FormatSchema.ADAPTER_MESSAGE.violations(message)).isNotEmpty();
  }

  @Test
  void showsWhatAnAdapterSaysAsText() throws Exception {
    String hostile = "\n ::error::x\u001b[2J\u009b\u202e\u2028##[error]";
    String shown = "␊ \\u{003a}:error::x\\u{001b}[2J\\u{009b}\\u{202e}\\u{2028}#\\u{0023}[error]";
    Implementation implementation =
        new Implementation(hostile, hostile, hostile, Optional.of(hostile), Optional.of(hostile));
    ObjectNode greeting =
        Messages.helloReply(new Greeting(implementation, Set.of(VectorOperation.SIGN)));

    assertThat(Messages.readGreeting(greeting).implementation())
        .isEqualTo(new Implementation(shown, shown, shown, Optional.of(shown), Optional.of(shown)));
    assertThat(read(new AdapterAnswer.Failed(hostile, Optional.of(hostile))))
        .isEqualTo(new AdapterAnswer.Failed(shown, Optional.of(shown.replace('␊', '\n'))));
    assertThat(read(new AdapterAnswer.Rejected(hostile, Optional.of(hostile))))
        .isEqualTo(new AdapterAnswer.Rejected(shown, Optional.of(shown)));
    assertThat(read(new AdapterAnswer.Skipped(hostile, Optional.of(hostile))))
        .isEqualTo(new AdapterAnswer.Skipped(shown, Optional.of(shown)));
    assertThatThrownBy(
            () ->
                Messages.readResult(
                    Messages.result(3, AdapterAnswer.digest("d")).put("type", hostile),
                    3,
                    VectorOperation.SIGN))
        .hasMessageContaining("\\u{202e}");
    // What is compared with what is right stays as it came.
    assertThat(read(AdapterAnswer.digest(hostile))).isEqualTo(AdapterAnswer.digest(hostile));
  }

  private static AdapterAnswer read(AdapterAnswer answer) throws BadMessageException {
    return Messages.readResult(Messages.result(3, answer), 3, VectorOperation.DIGEST);
  }

  @Test
  void showsAnAdaptersStandardErrorAsText() {
    Tail tail = new Tail();
    tail.drain(
        new ByteArrayInputStream("a\r\n\u001b[2J\n::error::x\n  ::error::y".getBytes(UTF_8)));

    assertThat(tail.text()).isEqualTo("a\n\\u{001b}[2J\n\\u{003a}:error::x\n  \\u{003a}:error::y");
  }

  @Test
  void refusesAResultOfAnotherRequest() throws Exception {
    ObjectNode message = Messages.result(4, AdapterAnswer.digest("d"));

    assertThatThrownBy(() -> Messages.readResult(message, 3, VectorOperation.DIGEST))
        .isInstanceOf(BadMessageException.class);
  }

  @Test
  void refusesAnAnswerToAnotherOperation() {
    ObjectNode message = Messages.result(3, AdapterAnswer.digest("d"));

    assertThatThrownBy(() -> Messages.readResult(message, 3, VectorOperation.SIGN))
        .isInstanceOf(BadMessageException.class)
        .hasMessageContaining("signature");
  }

  @ParameterizedTest
  @EnumSource(names = {"VERIFY", "VALIDATE"})
  void refusesARejectionWhereAVerdictIsWanted(VectorOperation operation) {
    ObjectNode message = Messages.result(3, AdapterAnswer.rejected("missing-component"));

    assertThatThrownBy(() -> Messages.readResult(message, 3, operation))
        .isInstanceOf(BadMessageException.class);
  }

  @Test
  void ignoresMembersItDoesNotKnow() throws Exception {
    ObjectNode message = Messages.result(3, AdapterAnswer.digest("d")).put("new", 1);
    ((ObjectNode) message.get("ok")).put("new", 1);

    assertThatCode(() -> Messages.readResult(message, 3, VectorOperation.DIGEST))
        .doesNotThrowAnyException();
  }

  static Stream<Arguments> badGreetings() {
    String implementation = "'implementation':{'name':'n','version':'1','language':'l'}";
    return Stream.of(
        argumentSet("other type", "{'type':'hi','protocol':1}"),
        argumentSet("no protocol", "{'type':'hello'," + implementation + ",'operations':['sign']}"),
        argumentSet("no implementation", "{'type':'hello','protocol':1,'operations':['sign']}"),
        argumentSet("no operations", "{'type':'hello','protocol':1," + implementation + "}"),
        argumentSet(
            "empty operations",
            "{'type':'hello','protocol':1," + implementation + ",'operations':[]}"),
        argumentSet(
            "misspelt operation",
            "{'type':'hello','protocol':1," + implementation + ",'operations':['verfy']}"),
        argumentSet(
            "nameless",
            "{'type':'hello','protocol':1,'implementation':{'version':'1','language':'l'},"
                + "'operations':['sign']}"));
  }

  @ParameterizedTest
  @MethodSource("badGreetings")
  void refusesAGreetingThatTheSchemaRefuses(String json) throws Exception {
    ObjectNode message = Messages.parse(json.replace('\'', '"'));

    assertThatThrownBy(() -> Messages.readGreeting(message))
        .isInstanceOf(BadMessageException.class);
    assertThat(FormatSchema.ADAPTER_MESSAGE.violations(message)).isNotEmpty();
  }

  @Test
  void readsBackTheGreetingItWrites() throws Exception {
    Implementation implementation =
        new Implementation("n", "1", "java", Optional.of("https://example.test"), Optional.empty());
    ObjectNode message =
        Messages.helloReply(
            new Greeting(implementation, EnumSet.of(VectorOperation.SIGN, VectorOperation.VERIFY)));

    assertThat(Messages.readGreeting(message))
        .isEqualTo(
            new Greeting(implementation, EnumSet.of(VectorOperation.SIGN, VectorOperation.VERIFY)));
    assertThat(FormatSchema.ADAPTER_MESSAGE.violations(message)).isEmpty();
  }

  @Test
  void sendsWhatTheSchemaAllowsAndNeverWhatIsExpected() {
    for (TestCase test : SUITE.cases()) {
      ObjectNode message = Messages.run(1, AdapterRequest.of(test, SUITE));

      assertThat(FormatSchema.ADAPTER_MESSAGE.violations(message)).as(test.id()).isEmpty();
      assertThat(message.propertyNames())
          .containsExactlyInAnyOrder("type", "id", "case", "op", "input");
    }
    assertThat(FormatSchema.ADAPTER_MESSAGE.violations(Messages.hello(SUITE))).isEmpty();
    assertThat(FormatSchema.ADAPTER_MESSAGE.violations(Messages.bye())).isEmpty();
  }

  @Test
  void staysWithinTheLimitOfALineForEveryCaseOfTheSuite() {
    VectorSuite suite = VectorSuite.bundled();

    assertThat(suite.cases())
        .allSatisfy(
            test ->
                assertThat(Messages.write(Messages.run(1, AdapterRequest.of(test, suite))).length())
                    .isLessThan(Messages.MAX_LINE_BYTES));
  }

  @Test
  void writesAsciiAloneSoThatNoLineReaderSplitsAMessage() {
    String line =
        Messages.write(Messages.result(1, AdapterAnswer.canonicalized("a\u2028b\nc\u00e9")));

    assertThat(line)
        .isEqualTo(
            "{\"type\":\"result\",\"id\":1,\"ok\":{\"stringToSign\":\"a\\u2028b\\nc\\u00E9\"}}");
  }
}
