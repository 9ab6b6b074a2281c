package io.github.dokuconformance.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Mutations;
import io.github.dokuconformance.check.Oracle;
import io.github.dokuconformance.check.Samples;
import io.github.dokuconformance.diagnosis.Rotation;
import io.github.dokuconformance.json.JsonIssue.Kind;
import io.github.dokuconformance.message.Body;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A body's JSON is taken or refused, and has the values, as {@code JSON.parse} has it. */
class ParsersAgreeTest {
  private static final int BODIES = Rotation.isExhaustive() ? 200_000 : 4_000;

  /** Limits of ours, which are told as such; and a mark that is told and passed over. */
  private static final Set<Kind> OURS =
      EnumSet.of(Kind.TOO_DEEP, Kind.TOO_MANY_VALUES, Kind.NUMBER_TOO_LONG, Kind.BYTE_ORDER_MARK);

  @Test
  void onExamplesAndRandomTextsWithWrongBytes() throws IOException {
    Random random = Rotation.random("parsers");
    List<byte[]> seeds = new ArrayList<>();
    for (JsonNode entry : Samples.index()) {
      seeds.add(
          Samples.text(entry.path("file").asString().substring("examples/".length()))
              .getBytes(UTF_8));
    }
    List<String> different = new ArrayList<>();
    int taken = 0;
    int judged = 0;
    try (Oracle node = Oracle.node(Path.of("src/test/oracles/json.mjs"))) {
      for (int i = 0; i < BODIES; i++) {
        byte[] bytes = changed(seed(seeds, random), random);
        JsonBody body = JsonBody.read(Body.of(bytes));
        if (body.issues().stream().anyMatch(ParsersAgreeTest::isOurs)) {
          continue;
        }
        String base64 = Base64.getEncoder().encodeToString(bytes);
        String answer = node.ask(base64);
        judged++;
        taken += body.root().isPresent() ? 1 : 0;
        if (!agrees(body, answer)) {
          different.add(body.issues() + ", JSON.parse: " + answer + ", in base64: " + base64);
        }
      }
    }
    System.out.println(judged + " bodies read by two parsers, " + taken + " taken");

    assertThat(different).isEmpty();
    assertThat(taken).isBetween(judged / 20, judged - judged / 20);
  }

  /** Half a character in a name is refused here, too: {@link JsonBodyTest}. */
  private static boolean isOurs(JsonIssue issue) {
    return OURS.contains(issue.kind())
        || (issue.kind() == Kind.MALFORMED
            && issue.got().contains("surrogate")
            && issue.got().contains("in property name"));
  }

  private static byte[] seed(List<byte[]> seeds, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> RandomJson.of(random, true).getBytes(UTF_8);
      case 1 -> seeds.get(random.nextInt(seeds.size()));
      default ->
          Mutations.of(
                  Samples.parse(new String(seeds.get(random.nextInt(seeds.size())), UTF_8)), random)
              .toString()
              .getBytes(UTF_8);
    };
  }

  /** Puts signs of JSON, or any bytes, where others were. */
  private static byte[] changed(byte[] seed, Random random) {
    byte[] signs = "{}[]:,\"\\/ \t\n0123456789.eE+-truefalsn u\u0000\u007f".getBytes(UTF_8);
    byte[] changed = seed.clone();
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      changed[random.nextInt(changed.length)] =
          random.nextInt(4) == 0 ? (byte) random.nextInt(256) : signs[random.nextInt(signs.length)];
    }
    return changed;
  }

  private static boolean agrees(JsonBody body, String answer) {
    Optional<JsonNode> root = body.root();
    if (root.isEmpty() || answer.equals("refused")) {
      return root.isEmpty() && answer.equals("refused");
    }
    return same(root.get(), Samples.parse(answer));
  }

  /** Compares numbers as JavaScript has them; one that is none there is null. */
  private static boolean same(JsonNode ours, JsonNode theirs) {
    if (ours.isNumber()) {
      double value = Double.parseDouble(ours.asString());
      return Double.isInfinite(value)
          ? theirs.isNull()
          : theirs.isNumber() && value == theirs.doubleValue();
    }
    if (ours.size() != theirs.size() || ours.getNodeType() != theirs.getNodeType()) {
      return false;
    }
    if (ours.isArray()) {
      Iterator<JsonNode> others = theirs.iterator();
      return ours.valueStream().allMatch(each -> same(each, others.next()));
    }
    if (ours.isObject()) {
      for (Map.Entry<String, JsonNode> member : ours.properties()) {
        if (!theirs.has(member.getKey()) || !same(member.getValue(), theirs.get(member.getKey()))) {
          return false;
        }
      }
      return true;
    }
    return ours.equals(theirs);
  }
}
