package io.github.dokuconformance.vectors.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever an adapter writes is an answer or that adapter's protocol error, and never ends the run.
 */
class HostileAnswersTest {
  private static final VectorSuite SUITE = Suites.mini();
  private static final long SEED = 20261127;
  private static final int LINES = 5_000;

  /** Values for any member, the odd ones of every type among them. */
  private static final List<String> VALUES =
      List.of(
          "99999999999999999999",
          "-99999999999999999999",
          "2147483648",
          "9223372036854775808",
          "1".repeat(900),
          "1".repeat(2_000),
          "1e999999999",
          "-1E-999999999",
          "1.0",
          "-0",
          "01",
          "NaN",
          "Infinity",
          "null",
          "true",
          "\"\"",
          "\"1\"",
          "\"\\ud800\"",
          "\"\\u0000\\n\\u202e::error::\"",
          "\"" + "x".repeat(100_000) + "\"",
          "\"" + "\\n".repeat(100_000) + "\"",
          "[]",
          "[1,null,{}]",
          "{}",
          "{\"a\":1,\"a\":2}",
          "[".repeat(400) + "]".repeat(400),
          "[".repeat(100_000));

  private static final List<String> HELLO =
      List.of(
          "type", "\"hello\"",
          "protocol", "1",
          "implementation",
              "{\"name\":\"n\",\"version\":\"1\",\"language\":\"l\",\"homepage\":\"h\"}",
          "operations", "[\"digest\",\"verify\"]");

  @Test
  void anyHelloIsAGreetingOrAProtocolError() {
    Random random = new Random(SEED);
    for (int i = 0; i < LINES; i++) {
      byte[] line = hostile(HELLO, random);
      try {
        assertThat(Messages.readGreeting(parse(line)).operations()).isNotEmpty();
      } catch (BadMessageException e) {
        assertShort(e);
      }
    }
  }

  @Test
  void anyResultIsAnAnswerOrAProtocolErrorAndTheRestIsJudged() throws Exception {
    RunReport report =
        new SuiteRun(SUITE, RunOptions.STANDARD, ExpectedFailures.NONE, Instant.EPOCH)
            .run(new HostileRespondent());

    assertThat(report.results()).hasSize(SUITE.cases().size());
    assertThat(report.results()).noneMatch(it -> it.status() == Status.NOT_RUN);
    // Each case keeps no more than its own vector and a page of what came.
    assertThat(report.toText().length()).isLessThan(SUITE.cases().size() * 200_000);
    assertThat(report.toJson().length()).isLessThan(SUITE.cases().size() * 200_000);
  }

  /** Answers each case with some hundred lines, of which the last counts. */
  private static final class HostileRespondent implements Respondent {
    private final Random random = new Random(SEED);

    @Override
    public Greeting greeting() {
      return new Greeting(
          new Implementation("n", "1", "l", Optional.empty(), Optional.empty()),
          EnumSet.allOf(VectorOperation.class));
    }

    @Override
    public AdapterReply ask(AdapterRequest request) {
      AdapterReply last = null;
      for (int i = 0; i < 500; i++) {
        byte[] line = hostile(result(random), random);
        try {
          last = AdapterReply.of(Messages.readResult(parse(line), 1, request.operation()));
        } catch (BadMessageException e) {
          assertShort(e);
          last = last == null ? fault(e) : last;
        }
      }
      return last;
    }

    private static AdapterReply fault(BadMessageException e) {
      return AdapterReply.of(new AdapterReply.Fault(Status.PROTOCOL_ERROR, e.getMessage(), ""));
    }

    @Override
    public Optional<String> exhausted() {
      return Optional.empty();
    }
  }

  private static List<String> result(Random random) {
    String value = VALUES.get(random.nextInt(VALUES.size()));
    List<String> outcomes =
        List.of(
            "ok",
            "{\"digest\":" + value + ",\"stringToSign\":\"x\",\"signature\":\"x\",\"valid\":true}",
            "ok",
            "{\"signature\":\"x\",\"stages\":{\"digest\":" + value + "},\"valid\":false}",
            "ok",
            "{\"valid\":false,\"reason\":" + value + "}",
            "ok",
            "{\"valid\":true,\"errors\":[{\"pointer\":" + value + ",\"keyword\":\"k\"}]}",
            "rejected",
            "{\"reason\":" + value + ",\"message\":\"m\"}",
            "skipped",
            "{\"reason\":\"r\",\"issue\":" + value + "}",
            "error",
            "{\"message\":\"m\",\"trace\":" + value + "}");
    int outcome = 2 * random.nextInt(outcomes.size() / 2);
    return List.of(
        "type", "\"result\"", "id", "1", outcomes.get(outcome), outcomes.get(outcome + 1));
  }

  /** Returns the message, most often with one member or some bytes changed. */
  private static byte[] hostile(List<String> members, Random random) {
    List<String> changed = new ArrayList<>(members);
    int member = 2 * random.nextInt(members.size() / 2);
    switch (random.nextInt(5)) {
      case 0, 1 -> changed.set(member + 1, VALUES.get(random.nextInt(VALUES.size())));
      case 2 -> changed.subList(member, member + 2).clear();
      case 3 -> changed.addAll(members.subList(member, member + 2));
      default -> {}
    }
    StringBuilder line = new StringBuilder("{");
    for (int i = 0; i < changed.size(); i += 2) {
      line.append(i > 0 ? "," : "").append('"').append(changed.get(i)).append("\":");
      line.append(changed.get(i + 1));
    }
    byte[] bytes = line.append('}').toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static tools.jackson.databind.node.ObjectNode parse(byte[] line)
      throws BadMessageException {
    return Messages.parse(new AdapterLines.Line(line, false).text());
  }

  private static void assertShort(BadMessageException e) {
    assertThat(e.getMessage()).hasSizeLessThan(400).doesNotContain("\n", "\u202e");
  }
}
