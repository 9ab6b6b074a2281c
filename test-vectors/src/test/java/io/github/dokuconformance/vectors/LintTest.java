package io.github.dokuconformance.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class LintTest {
  private static final String SIGN = "vectors/sign.json";
  private static final String VERIFY = "vectors/verify.json";
  private static final String MANIFEST = "vectors/manifest.json";

  @TempDir private Path suite;

  @BeforeEach
  void copySuite() throws IOException {
    Files.createDirectory(suite.resolve("vectors"));
    try (var files = Files.list(Path.of("vectors"))) {
      for (Path file : files.toList()) {
        Files.copy(file, suite.resolve(file.toString()));
      }
    }
  }

  @Test
  void findsNothingInTheSuiteItself() {
    assertThat(Lint.lint(Path.of(""))).isEmpty();
  }

  @Test
  void findsDuplicateId() throws IOException {
    edit(
        SIGN,
        file ->
            caseOf(file, "sign/generate-order/mch-client").put("id", "sign/generate-order/full"));

    assertOnlyProblem(SIGN, "sign/generate-order/full", "the id is taken by another case");
  }

  @Test
  void findsUndefinedFlag() throws IOException {
    edit(SIGN, file -> ((ArrayNode) firstCase(file).required("flags")).add("edge.unheard-of"));

    assertOnlyProblem(SIGN, "/flags", "undefined flag edge.unheard-of");
  }

  @Test
  void findsFlagThatNoCaseCarries() throws IOException {
    edit(
        SIGN,
        file ->
            ((ObjectNode) file.required("flags"))
                .putObject("edge.spare")
                .put("kind", "edge-case")
                .put("description", "Carried by no case."));

    assertOnlyProblem(SIGN, "/flags", "no case carries the defined flag edge.spare");
  }

  @Test
  void findsMissingTwin() throws IOException {
    edit(VERIFY, file -> caseOf(file, "verify/signature/hex-lower").remove("twin"));

    assertOnlyProblem(VERIFY, "verify/signature/hex-lower", "expected a twin");
  }

  @Test
  void findsTwinThatIsNegativeItself() throws IOException {
    edit(
        VERIFY,
        file ->
            caseOf(file, "verify/signature/hex-lower").put("twin", "verify/signature/hex-upper"));

    assertOnlyProblem(VERIFY, "verify/signature/hex-lower", "expected a positive case as twin");
  }

  @Test
  void findsWrongCount() throws IOException {
    edit(SIGN, file -> file.put("caseCount", file.required("caseCount").intValue() + 1));

    assertOnlyProblem(SIGN, "/caseCount", "the number of cases");
  }

  @Test
  void findsWrongCountsInTheManifest() throws IOException {
    edit(MANIFEST, manifest -> manifest.put("caseCount", 1));

    assertOnlyProblem(MANIFEST, "/caseCount", "the number of all cases");
  }

  @Test
  void findsChangedByte() throws IOException {
    Path file = suite.resolve(SIGN);
    Files.writeString(file, Files.readString(file, UTF_8) + "\n", UTF_8);

    assertOnlyProblem(SIGN, "", "expected the SHA-256 of the manifest");
  }

  @Test
  void findsConstraintWithoutCase() throws IOException {
    edit(
        "vectors/constraints.json",
        file ->
            ((ArrayNode) file.required("constraints"))
                .addObject()
                .put("schema", "akulaku.cancel.request")
                .put("pointer", "/order")
                .put("keyword", "required")
                .put("member", "invented"));

    assertOnlyProblem(
        "vectors/constraints.json",
        "/constraints/" + (count("constraints") - 1),
        "akulaku.cancel.request /order required invented");
  }

  @Test
  void findsLimitThatNoCaseKeepsAndNoCaseBreaksByOne() throws IOException {
    edit(
        "vectors/constraints.json",
        file -> limit(file, "akulaku.cancel.request", "/order/invoice_number").put("value", 63));

    assertThat(Lint.lint(suite))
        .extracting(LintProblem::message)
        .containsExactly(
            "expected a validate case that is just beyond: akulaku.cancel.request"
                + " /order/invoice_number maxLength 63",
            "expected a validate case that keeps just: akulaku.cancel.request"
                + " /order/invoice_number maxLength 63");
  }

  private static ObjectNode limit(ObjectNode file, String schema, String pointer) {
    return (ObjectNode)
        file.required("constraints")
            .valueStream()
            .filter(node -> node.path("schema").stringValue("").equals(schema))
            .filter(node -> node.path("pointer").stringValue("").equals(pointer))
            .filter(node -> node.path("keyword").stringValue("").equals("maxLength"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void findsDefectOfASingleCase() throws IOException {
    edit(VERIFY, file -> keepCases(file, node -> !isCase(node, "checkout-payment/signature-un")));

    assertThat(Lint.lint(suite))
        .extracting(LintProblem::message)
        .anySatisfy(message -> assertThat(message).contains("signature.unkeyed", "got 1"));
  }

  @Test
  void findsSuiteThatEverybodyPassesWhoAcceptsAll() throws IOException {
    edit(VERIFY, file -> keepCases(file, node -> !node.has("twin")));

    assertThat(Lint.lint(suite))
        .extracting(LintProblem::message)
        .anySatisfy(message -> assertThat(message).contains("who accepts all", "got 0"));
  }

  private static boolean isCase(JsonNode node, String part) {
    return node.path("id").stringValue("").contains(part);
  }

  private static void keepCases(ObjectNode file, Predicate<JsonNode> kept) {
    ((ArrayNode) file.required("cases")).removeIf(kept.negate());
  }

  @Test
  void findsConstraintWhoseCaseWentAway() throws IOException {
    edit(
        "vectors/validate.json",
        file -> {
          ArrayNode cases = (ArrayNode) file.required("cases");
          cases.removeIf(
              node -> node.path("id").stringValue("").endsWith("phone/max-length-broken"));
          file.put("caseCount", cases.size());
        });

    assertThat(Lint.lint(suite))
        .anySatisfy(
            problem -> {
              assertThat(problem.file()).isEqualTo("vectors/constraints.json");
              assertThat(problem.message()).contains("/customer/phone maxLength");
            });
  }

  @Test
  void findsAssumptionThatIsAMust() throws IOException {
    edit(SIGN, file -> ((ObjectNode) firstCase(file).required("evidence")).put("basis", "assumed"));

    assertOnlyProblem(SIGN, "sign/generate-order/valid", "what is assumed is informational");
  }

  @Test
  void findsReferenceThatNobodyExplains() throws IOException {
    edit(
        SIGN,
        file ->
            ((ArrayNode) firstCase(file).required("evidence").required("refs")).add("doku:rumour"));

    assertOnlyProblem(SIGN, "sign/generate-order/valid", "got doku:rumour");
  }

  @Test
  void findsRetiredIdThatCameBack() throws IOException {
    edit(
        MANIFEST,
        manifest ->
            ((ArrayNode) manifest.required("retired"))
                .addObject()
                .put("id", "sign/generate-order/valid")
                .put("version", "1.0.0")
                .put("why", "a test of the lint"));

    assertOnlyProblem(SIGN, "sign/generate-order/valid", "the id is retired");
  }

  @Test
  void findsKeyThatIsNotThere() throws IOException {
    edit(SIGN, file -> ((ObjectNode) firstCase(file).required("input")).put("key", "lost"));

    assertOnlyProblem(SIGN, "sign/generate-order/valid", "got lost");
  }

  @Test
  void findsMemberThatTheSchemaDoesNotKnow() throws IOException {
    edit(SIGN, file -> firstCase(file).put("comment", "x"));

    assertThat(Lint.lint(suite))
        .anySatisfy(problem -> assertThat(problem.message()).startsWith("/cases/0: "));
  }

  @Test
  void findsFileThatIsNotListed() throws IOException {
    Files.writeString(suite.resolve("vectors/more.json"), "{}", UTF_8);

    assertOnlyProblem("vectors/more.json", "", "the manifest does not list this file");
  }

  @Test
  void findsFileThatIsMissing() throws IOException {
    Files.delete(suite.resolve(SIGN));

    assertThat(Lint.lint(suite))
        .anySatisfy(
            problem -> {
              assertThat(problem.file()).isEqualTo(SIGN);
              assertThat(problem.message()).startsWith("there is no such file");
            });
  }

  private int count(String name) throws IOException {
    Path file = suite.resolve("vectors/" + name + ".json");
    return SuiteJson.MAPPER.readTree(Files.readAllBytes(file)).required(name).size();
  }

  private void assertOnlyProblem(String file, String place, String message) {
    List<LintProblem> problems = Lint.lint(suite);

    assertThat(problems).singleElement().isNotNull();
    assertThat(problems.get(0).file()).isEqualTo(file);
    assertThat(problems.get(0).place()).isEqualTo(place);
    assertThat(problems.get(0).message()).contains(message);
  }

  private static ObjectNode firstCase(ObjectNode file) {
    return (ObjectNode) file.required("cases").required(0);
  }

  private static ObjectNode caseOf(ObjectNode file, String id) {
    return (ObjectNode)
        file.required("cases")
            .valueStream()
            .filter(node -> node.path("id").stringValue("").equals(id))
            .findFirst()
            .orElseThrow();
  }

  /** Changes a file and, so that the change itself is all that is wrong, its SHA-256. */
  private void edit(String name, Consumer<ObjectNode> change) throws IOException {
    Path path = suite.resolve(name);
    ObjectNode file = (ObjectNode) SuiteJson.MAPPER.readTree(Files.readAllBytes(path));
    change.accept(file);
    Files.write(path, SuiteJson.MAPPER.writeValueAsBytes(file));
    if (!name.equals(MANIFEST)) {
      String sha256 = VectorSuite.sha256(Files.readAllBytes(path));
      edit(MANIFEST, manifest -> setSha256(manifest, path.getFileName().toString(), sha256));
    }
  }

  private static void setSha256(ObjectNode manifest, String name, String sha256) {
    manifest
        .required("files")
        .valueStream()
        .filter(entry -> entry.path("path").stringValue("").equals(name))
        .forEach(entry -> ((ObjectNode) entry).put("sha256", sha256));
  }
}
