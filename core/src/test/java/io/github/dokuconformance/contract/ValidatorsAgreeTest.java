package io.github.dokuconformance.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Mutations;
import io.github.dokuconformance.check.Oracle;
import io.github.dokuconformance.check.Samples;
import io.github.dokuconformance.diagnosis.Rotation;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Three validators say the same of each body: the outline, networknt's on Java and ajv on Node.js.
 *
 * <p>A number that a double does not hold is another value to JavaScript: such bodies are left out,
 * and {@link SchemaOutlineTest} holds the first two together on them.
 */
class ValidatorsAgreeTest {
  private static final SchemaCheck CHECK = SchemaCheck.bundled();
  private static final Path CHECKS = Path.of("../schemas/check");
  private static final int EACH = Rotation.isExhaustive() ? 1100 : 15;

  @Test
  void onEachExampleAndItsMutations() throws IOException {
    Random random = Rotation.random("validators");
    List<String> different = new ArrayList<>();
    int judged = 0;
    int accepted = 0;
    try (Oracle ajv = Oracle.node(CHECKS.resolve("judge.mjs"), CHECKS.resolve("node_modules"))) {
      for (JsonNode entry : Samples.index()) {
        String schema = entry.path("schema").asString();
        JsonNode original =
            Samples.json(entry.path("file").asString().substring("examples/".length()));
        for (int i = 0; i < EACH; i++) {
          String body = (i == 0 ? original : Mutations.of(original, random)).toString();
          JsonBody read = JsonBody.read(Body.ofUtf8(body));
          if (!read.issues().isEmpty()) {
            continue;
          }
          String verdict = verdict(schema, read.root().orElseThrow());
          String base64 = Base64.getEncoder().encodeToString(body.getBytes(UTF_8));
          String ofAjv = ajv.ask(schema + " " + base64);
          judged++;
          accepted += ofAjv.equals("true") ? 1 : 0;
          if (!verdict.equals(ofAjv)) {
            different.add(schema + ": " + verdict + ", ajv " + ofAjv + ": " + body);
          }
        }
      }
    }
    System.out.println(judged + " bodies judged by three validators, " + accepted + " accepted");

    assertThat(different).isEmpty();
    assertThat(judged).isGreaterThan(Samples.index().size() * EACH / 2);
    // Neither says no, or yes, to all.
    assertThat(accepted).isBetween(judged / 50, judged - judged / 50);
  }

  /** Returns whether networknt accepts; the outline may not be sure of it, but never wrong. */
  private static String verdict(String schema, JsonNode body) {
    boolean accepts = CHECK.validate(schema, body).isEmpty();
    boolean sure = CHECK.outline(schema).surelyConforms(body);
    return sure && !accepts ? "the outline alone accepts" : Boolean.toString(accepts);
  }
}
