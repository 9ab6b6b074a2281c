package io.github.dokuconformance.vectors.harness;

import static io.github.dokuconformance.vectors.harness.Strictness.LENIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.vectors.RequirementLevel;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CaseJudgeTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Strictness STRICT = new Strictness(true, true);

  private static final TestCase DIGEST =
      test(VectorOperation.DIGEST, "{'stages':{'digest':'abc'}}");
  private static final TestCase CANONICALIZE =
      test(VectorOperation.CANONICALIZE, "{'stages':{'digest':'abc','stringToSign':'A:1'}}");
  private static final TestCase SIGN =
      test(
          VectorOperation.SIGN,
          "{'stages':{'digest':'abc','stringToSign':'A:1','signature':'sig'}}");
  private static final TestCase SIGN_REJECTED =
      test(VectorOperation.SIGN, "{'rejected':'missing-component'}");
  private static final TestCase VALID =
      test(
          VectorOperation.VERIFY,
          "{'valid':true,'stages':{'digest':'abc','stringToSign':'A:1','signature':'sig'}}");
  private static final TestCase INVALID =
      test(
          VectorOperation.VERIFY,
          "{'valid':false,'reasons':['malformed-signature','signature-mismatch']}");
  private static final TestCase FITS = test(VectorOperation.VALIDATE, "{'valid':true}");
  private static final TestCase MISFITS =
      test(
          VectorOperation.VALIDATE,
          "{'valid':false,'errors':[{'pointer':'/a','keyword':'type'},"
              + "{'pointer':'/b','keyword':'maxLength'}]}");
  private static final List<SchemaError> ERRORS =
      List.of(new SchemaError("/b", "maxLength"), new SchemaError("/a", "type"));
  private static final List<SchemaError> MORE_ERRORS =
      List.of(
          new SchemaError("/b", "maxLength"),
          new SchemaError("/a", "type"),
          new SchemaError("", "required"));

  static Stream<Arguments> verdicts() {
    return Stream.of(
        row("right digest", DIGEST, AdapterAnswer.digest("abc"), LENIENT, Status.PASS),
        row("wrong digest", DIGEST, AdapterAnswer.digest("abd"), LENIENT, Status.FAIL),
        row("right text", CANONICALIZE, AdapterAnswer.canonicalized("A:1"), LENIENT, Status.PASS),
        row("wrong text", CANONICALIZE, AdapterAnswer.canonicalized("A:1\n"), LENIENT, Status.FAIL),
        row("right signature", SIGN, AdapterAnswer.signed("sig", Map.of()), LENIENT, Status.PASS),
        row("wrong signature", SIGN, AdapterAnswer.signed("gis", Map.of()), LENIENT, Status.FAIL),
        row(
            "right signature, wrong stage",
            SIGN,
            AdapterAnswer.signed("sig", Map.of(Stage.DIGEST, "x")),
            LENIENT,
            Status.FAIL),
        row(
            "rejected for no reason",
            SIGN,
            AdapterAnswer.rejected("missing-component"),
            LENIENT,
            Status.FAIL),
        row(
            "rightly rejected",
            SIGN_REJECTED,
            AdapterAnswer.rejected("missing-component"),
            STRICT,
            Status.PASS),
        row(
            "rejected, other reason",
            SIGN_REJECTED,
            AdapterAnswer.rejected("malformed-component"),
            LENIENT,
            Status.PASS),
        row(
            "rejected, other reason, strictly",
            SIGN_REJECTED,
            AdapterAnswer.rejected("malformed-component"),
            STRICT,
            Status.FAIL),
        row(
            "signed what is to be rejected",
            SIGN_REJECTED,
            AdapterAnswer.signed("sig", Map.of()),
            LENIENT,
            Status.FAIL),
        row("rightly accepted", VALID, AdapterAnswer.accepted(Map.of()), STRICT, Status.PASS),
        row(
            "wrongly refused",
            VALID,
            AdapterAnswer.refused("signature-mismatch", Map.of()),
            LENIENT,
            Status.FAIL),
        row(
            "rightly refused",
            INVALID,
            AdapterAnswer.refused("malformed-signature", Map.of()),
            STRICT,
            Status.PASS),
        row(
            "second reason",
            INVALID,
            AdapterAnswer.refused("signature-mismatch", Map.of()),
            STRICT,
            Status.PASS),
        row(
            "other reason",
            INVALID,
            AdapterAnswer.refused("stale-timestamp", Map.of()),
            LENIENT,
            Status.PASS),
        row(
            "other reason, strictly",
            INVALID,
            AdapterAnswer.refused("stale-timestamp", Map.of()),
            STRICT,
            Status.FAIL),
        row(
            "unknown reason",
            INVALID,
            AdapterAnswer.refused("because", Map.of()),
            LENIENT,
            Status.PASS),
        row("no reason, strictly", INVALID, ok("{'valid':false}"), STRICT, Status.FAIL),
        row("no reason", INVALID, ok("{'valid':false}"), LENIENT, Status.PASS),
        row("wrongly accepted", INVALID, AdapterAnswer.accepted(Map.of()), LENIENT, Status.FAIL),
        row("rightly valid", FITS, AdapterAnswer.validated(List.of()), STRICT, Status.PASS),
        row("wrongly invalid", FITS, AdapterAnswer.validated(ERRORS), LENIENT, Status.FAIL),
        row("rightly invalid", MISFITS, AdapterAnswer.validated(ERRORS), STRICT, Status.PASS),
        row("more errors", MISFITS, AdapterAnswer.validated(MORE_ERRORS), LENIENT, Status.PASS),
        row(
            "more errors, strictly",
            MISFITS,
            AdapterAnswer.validated(MORE_ERRORS),
            STRICT,
            Status.FAIL),
        row(
            "an error short",
            MISFITS,
            AdapterAnswer.validated(ERRORS.subList(0, 1)),
            LENIENT,
            Status.FAIL),
        row("no errors told", MISFITS, ok("{'valid':false}"), LENIENT, Status.PASS),
        row("no errors told, strictly", MISFITS, ok("{'valid':false}"), STRICT, Status.FAIL),
        row("wrongly valid", MISFITS, AdapterAnswer.validated(List.of()), LENIENT, Status.FAIL),
        row("skipped", SIGN, AdapterAnswer.skipped("later"), LENIENT, Status.SKIP),
        row("error is no refusal", INVALID, AdapterAnswer.error("boom"), LENIENT, Status.ERROR));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void judges(TestCase test, AdapterAnswer answer, Strictness strictness, Status status) {
    assertThat(CaseJudge.judge(test, answer, strictness).status()).isEqualTo(status);
  }

  static Stream<Arguments> firstDifferences() {
    return Stream.of(
        argumentSet(
            "all stages differ: the first counts",
            SIGN,
            AdapterAnswer.signed("gis", Map.of(Stage.DIGEST, "aXc", Stage.STRING_TO_SIGN, "B")),
            new Difference("digest", 1, "abc", "aXc")),
        argumentSet(
            "digest right",
            SIGN,
            AdapterAnswer.signed("gis", Map.of(Stage.DIGEST, "abc", Stage.STRING_TO_SIGN, "A:2")),
            new Difference("stringToSign", 2, "A:1", "A:2")),
        argumentSet(
            "no stages shown",
            SIGN,
            AdapterAnswer.signed("six", Map.of()),
            new Difference("signature", 2, "sig", "six")),
        argumentSet(
            "something follows",
            CANONICALIZE,
            AdapterAnswer.canonicalized("A:1\n"),
            new Difference("stringToSign", 3, "A:1", "A:1\n")),
        argumentSet(
            "a stage explains a refusal",
            VALID,
            AdapterAnswer.refused("signature-mismatch", Map.of(Stage.DIGEST, "ab")),
            new Difference("digest", 2, "abc", "ab")),
        argumentSet(
            "right stages, wrong verdict",
            VALID,
            AdapterAnswer.refused("signature-mismatch", Map.of(Stage.DIGEST, "abc")),
            new Difference("valid", 0, "true", "false")),
        argumentSet(
            "no stages, wrong verdict",
            INVALID,
            AdapterAnswer.accepted(Map.of()),
            new Difference("valid", 0, "false", "true")),
        argumentSet(
            "missing error",
            MISFITS,
            AdapterAnswer.validated(ERRORS.subList(0, 1)),
            new Difference("errors", 1, "/a type; /b maxLength", "/b maxLength")),
        argumentSet(
            "answer in place of a rejection",
            SIGN_REJECTED,
            AdapterAnswer.signed("sig", Map.of()),
            new Difference("rejected", 0, "rejected: missing-component", "ok: sig")));
  }

  @ParameterizedTest
  @MethodSource("firstDifferences")
  void namesTheFirstDifference(TestCase test, AdapterAnswer answer, Difference difference) {
    assertThat(CaseJudge.judge(test, answer, LENIENT).firstDifference()).hasValue(difference);
  }

  @Test
  void countsOffsetsInCodePoints() {
    assertThat(Difference.of("digest", "\uD83D\uDE00a", "\uD83D\uDE00b").offset()).isEqualTo(1);
    assertThat(Difference.of("digest", "\uD83D\uDE00", "\uD83D\uDE01").offset()).isZero();
  }

  @Test
  void notesAWrongReasonOfARightRefusal() {
    Verdict verdict =
        CaseJudge.judge(INVALID, AdapterAnswer.refused("stale-timestamp", Map.of()), LENIENT);

    assertThat(verdict.note())
        .hasValueSatisfying(note -> assertThat(note).contains("stale-timestamp"));
  }

  @Test
  void notesAWrongStageOfARightAcceptance() {
    Verdict verdict =
        CaseJudge.judge(VALID, AdapterAnswer.accepted(Map.of(Stage.DIGEST, "x")), LENIENT);

    assertThat(verdict.status()).isEqualTo(Status.PASS);
    assertThat(verdict.note()).isPresent();
  }

  private static Arguments row(
      String name, TestCase test, AdapterAnswer answer, Strictness strictness, Status status) {
    return argumentSet(name, test, answer, strictness, status);
  }

  private static AdapterAnswer ok(String payload) {
    return new AdapterAnswer.Ok(json(payload));
  }

  private static TestCase test(VectorOperation operation, String expected) {
    return new TestCase(
        operation.id() + "/a/b",
        operation,
        "A case",
        RequirementLevel.MUST,
        List.of("basic.valid"),
        Optional.empty(),
        json("{}"),
        json("{}"),
        json(expected));
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
  }
}
