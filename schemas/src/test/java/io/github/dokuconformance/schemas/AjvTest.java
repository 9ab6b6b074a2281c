package io.github.dokuconformance.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The contract does not depend on Java: ajv, on Node.js, judges the plain files alike. */
class AjvTest {

  @Test
  void ajvAcceptsAndRefusesTheSameDocuments(@TempDir Path folder) throws Exception {
    requireNode();
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");

    Process process =
        new ProcessBuilder("node", "check/check.mjs")
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);

    assertThat(ended).as("check.mjs ended within two minutes").isTrue();
    assertThat(process.exitValue()).as(Files.readString(err, UTF_8)).isZero();
    assertThat(verdictsOfAjv(out)).isEqualTo(verdictsOfNetworknt());
  }

  private static Map<String, Boolean> verdictsOfAjv(Path out) throws IOException {
    Map<String, Boolean> verdicts = new TreeMap<>();
    try (Stream<String> lines = Files.lines(out, UTF_8)) {
      lines
          .map(Contract.MAPPER::readTree)
          .forEach(
              line ->
                  verdicts.put(
                      line.get("document").stringValue(), line.get("accepted").booleanValue()));
    }
    return verdicts;
  }

  private static Map<String, Boolean> verdictsOfNetworknt() {
    Map<String, Boolean> verdicts = new TreeMap<>();
    Map<String, String> schemas = Contract.schemaOfExample();
    schemas.forEach((file, schema) -> verdicts.put(file, accepted(schema, Contract.read(file))));
    List<ConstraintCase> cases = ConstraintCase.all();
    for (int i = 0; i < cases.size(); i++) {
      ConstraintCase each = cases.get(i);
      String schema = schemas.get(each.base());
      verdicts.put("case " + i + " pass", accepted(schema, each.passing()));
      verdicts.put("case " + i + " fail", accepted(schema, each.failing()));
    }
    return verdicts;
  }

  private static boolean accepted(String schema, JsonNode instance) {
    return Contract.validate(schema, instance).isEmpty();
  }

  private static void requireNode() {
    String wanted =
        "this test wants node on the PATH and `npm ci` run in schemas/check; it was skipped";
    if (!hasNode() || !Files.isDirectory(Path.of("check/node_modules"))) {
      if (Boolean.getBoolean("require.tools")) {
        fail(wanted.replace("; it was skipped", ", and require.tools is true"));
      }
      System.err.println("skipped: " + wanted);
      abort(wanted);
    }
  }

  private static boolean hasNode() {
    try {
      return new ProcessBuilder("node", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
