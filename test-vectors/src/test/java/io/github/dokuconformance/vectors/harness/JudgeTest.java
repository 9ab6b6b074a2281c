package io.github.dokuconformance.vectors.harness;

import static io.github.dokuconformance.vectors.harness.Strictness.LENIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.vectors.Operation;
import io.github.dokuconformance.vectors.Requirement;
import io.github.dokuconformance.vectors.TestCase;
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

class JudgeTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Strictness STRICT = new Strictness(true, true);

  private static final TestCase DIGEST = test(Operation.DIGEST, "{'stages':{'digest':'abc'}}");
  private static final TestCase CANONICALIZE =
      test(Operation.CANONICALIZE, "{'stages':{'digest':'abc','stringToSign':'A:1'}}");
  private static final TestCase SIGN =
      test(Operation.SIGN, "{'stages':{'digest':'abc','stringToSign':'A:1','signature':'sig'}}");
  private static final TestCase SIGN_REJECTED =
      test(Operation.SIGN, "{'rejected':'missing-component'}");
  private static final TestCase VALID =
      test(
          Operation.VERIFY,
          "{'valid':true,'stages':{'digest':'abc','stringToSign':'A:1','signature':'sig'}}");
  private static final TestCase INVALID =
      test(
          Operation.VERIFY,
          "{'valid':false,'reasons':['malformed-signature','signature-mismatch']}");
  private static final TestCase FITS = test(Operation.VALIDATE, "{'valid':true}");
  private static final TestCase MISFITS =
      test(
          Operation.VALIDATE,
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
        row("right digest", DIGEST, Answer.digest("abc"), LENIENT, Status.PASS),
        row("wrong digest", DIGEST, Answer.digest("abd"), LENIENT, Status.FAIL),
        row("right text", CANONICALIZE, Answer.canonicalized("A:1"), LENIENT, Status.PASS),
        row("wrong text", CANONICALIZE, Answer.canonicalized("A:1\n"), LENIENT, Status.FAIL),
        row("right signature", SIGN, Answer.signed("sig", Map.of()), LENIENT, Status.PASS),
        row("wrong signature", SIGN, Answer.signed("gis", Map.of()), LENIENT, Status.FAIL),
        row(
            "right signature, wrong stage",
            SIGN,
            Answer.signed("sig", Map.of(Stage.DIGEST, "x")),
            LENIENT,
            Status.FAIL),
        row(
            "rejected for no reason",
            SIGN,
            Answer.rejected("missing-component"),
            LENIENT,
            Status.FAIL),
        row(
            "rightly rejected",
            SIGN_REJECTED,
            Answer.rejected("missing-component"),
            STRICT,
            Status.PASS),
        row(
            "rejected, other reason",
            SIGN_REJECTED,
            Answer.rejected("malformed-component"),
            LENIENT,
            Status.PASS),
        row(
            "rejected, other reason, strictly",
            SIGN_REJECTED,
            Answer.rejected("malformed-component"),
            STRICT,
            Status.FAIL),
        row(
            "signed what is to be rejected",
            SIGN_REJECTED,
            Answer.signed("sig", Map.of()),
            LENIENT,
            Status.FAIL),
        row("rightly accepted", VALID, Answer.accepted(Map.of()), STRICT, Status.PASS),
        row(
            "wrongly refused",
            VALID,
            Answer.refused("signature-mismatch", Map.of()),
            LENIENT,
            Status.FAIL),
        row(
            "rightly refused",
            INVALID,
            Answer.refused("malformed-signature", Map.of()),
            STRICT,
            Status.PASS),
        row(
            "second reason",
            INVALID,
            Answer.refused("signature-mismatch", Map.of()),
            STRICT,
            Status.PASS),
        row(
            "other reason",
            INVALID,
            Answer.refused("stale-timestamp", Map.of()),
            LENIENT,
            Status.PASS),
        row(
            "other reason, strictly",
            INVALID,
            Answer.refused("stale-timestamp", Map.of()),
            STRICT,
            Status.FAIL),
        row("unknown reason", INVALID, Answer.refused("because", Map.of()), LENIENT, Status.PASS),
        row("no reason, strictly", INVALID, ok("{'valid':false}"), STRICT, Status.FAIL),
        row("no reason", INVALID, ok("{'valid':false}"), LENIENT, Status.PASS),
        row("wrongly accepted", INVALID, Answer.accepted(Map.of()), LENIENT, Status.FAIL),
        row("rightly valid", FITS, Answer.validated(List.of()), STRICT, Status.PASS),
        row("wrongly invalid", FITS, Answer.validated(ERRORS), LENIENT, Status.FAIL),
        row("rightly invalid", MISFITS, Answer.validated(ERRORS), STRICT, Status.PASS),
        row("more errors", MISFITS, Answer.validated(MORE_ERRORS), LENIENT, Status.PASS),
        row("more errors, strictly", MISFITS, Answer.validated(MORE_ERRORS), STRICT, Status.FAIL),
        row(
            "an error short",
            MISFITS,
            Answer.validated(ERRORS.subList(0, 1)),
            LENIENT,
            Status.FAIL),
        row("no errors told", MISFITS, ok("{'valid':false}"), LENIENT, Status.PASS),
        row("no errors told, strictly", MISFITS, ok("{'valid':false}"), STRICT, Status.FAIL),
        row("wrongly valid", MISFITS, Answer.validated(List.of()), LENIENT, Status.FAIL),
        row("skipped", SIGN, Answer.skipped("later"), LENIENT, Status.SKIP),
        row("error is no refusal", INVALID, Answer.error("boom"), LENIENT, Status.ERROR));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void judges(TestCase test, Answer answer, Strictness strictness, Status status) {
    assertThat(Judge.judge(test, answer, strictness).status()).isEqualTo(status);
  }

  static Stream<Arguments> firstDifferences() {
    return Stream.of(
        argumentSet(
            "all stages differ: the first counts",
            SIGN,
            Answer.signed("gis", Map.of(Stage.DIGEST, "aXc", Stage.STRING_TO_SIGN, "B")),
            new Difference("digest", 1, "abc", "aXc")),
        argumentSet(
            "digest right",
            SIGN,
            Answer.signed("gis", Map.of(Stage.DIGEST, "abc", Stage.STRING_TO_SIGN, "A:2")),
            new Difference("stringToSign", 2, "A:1", "A:2")),
        argumentSet(
            "no stages shown",
            SIGN,
            Answer.signed("six", Map.of()),
            new Difference("signature", 2, "sig", "six")),
        argumentSet(
            "something follows",
            CANONICALIZE,
            Answer.canonicalized("A:1\n"),
            new Difference("stringToSign", 3, "A:1", "A:1\n")),
        argumentSet(
            "a stage explains a refusal",
            VALID,
            Answer.refused("signature-mismatch", Map.of(Stage.DIGEST, "ab")),
            new Difference("digest", 2, "abc", "ab")),
        argumentSet(
            "right stages, wrong verdict",
            VALID,
            Answer.refused("signature-mismatch", Map.of(Stage.DIGEST, "abc")),
            new Difference("valid", 0, "true", "false")),
        argumentSet(
            "no stages, wrong verdict",
            INVALID,
            Answer.accepted(Map.of()),
            new Difference("valid", 0, "false", "true")),
        argumentSet(
            "missing error",
            MISFITS,
            Answer.validated(ERRORS.subList(0, 1)),
            new Difference("errors", 1, "/a type; /b maxLength", "/b maxLength")),
        argumentSet(
            "answer in place of a rejection",
            SIGN_REJECTED,
            Answer.signed("sig", Map.of()),
            new Difference("rejected", 0, "rejected: missing-component", "ok: sig")));
  }

  @ParameterizedTest
  @MethodSource("firstDifferences")
  void namesTheFirstDifference(TestCase test, Answer answer, Difference difference) {
    assertThat(Judge.judge(test, answer, LENIENT).firstDifference()).hasValue(difference);
  }

  @Test
  void countsOffsetsInCodePoints() {
    assertThat(Difference.of("digest", "\uD83D\uDE00a", "\uD83D\uDE00b").offset()).isEqualTo(1);
    assertThat(Difference.of("digest", "\uD83D\uDE00", "\uD83D\uDE01").offset()).isZero();
  }

  @Test
  void notesAWrongReasonOfARightRefusal() {
    Verdict verdict = Judge.judge(INVALID, Answer.refused("stale-timestamp", Map.of()), LENIENT);

    assertThat(verdict.note())
        .hasValueSatisfying(note -> assertThat(note).contains("stale-timestamp"));
  }

  @Test
  void notesAWrongStageOfARightAcceptance() {
    Verdict verdict = Judge.judge(VALID, Answer.accepted(Map.of(Stage.DIGEST, "x")), LENIENT);

    assertThat(verdict.status()).isEqualTo(Status.PASS);
    assertThat(verdict.note()).isPresent();
  }

  private static Arguments row(
      String name, TestCase test, Answer answer, Strictness strictness, Status status) {
    return argumentSet(name, test, answer, strictness, status);
  }

  private static Answer ok(String payload) {
    return new Answer.Ok(json(payload));
  }

  private static TestCase test(Operation operation, String expected) {
    return new TestCase(
        operation.id() + "/a/b",
        operation,
        "A case",
        Requirement.MUST,
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
