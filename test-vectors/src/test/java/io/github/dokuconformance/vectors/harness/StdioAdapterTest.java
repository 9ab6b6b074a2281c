package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dokuconformance.vectors.VectorOperation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StdioAdapterTest {
  private static final String HELLO =
      "{\"type\":\"hello\",\"protocol\":1,\"suite\":\"s\",\"suiteVersion\":\"1\"}";
  private static final String RUN =
      "{\"type\":\"run\",\"id\":7,\"case\":\"digest/a/b\",\"op\":\"digest\",\"input\":{\"body\":{\"utf8\":\"x\"}},\"new\":1}";

  @Test
  void answersUntilBye() throws Exception {
    List<String> lines =
        serve(request -> AdapterAnswer.digest("d"), HELLO, RUN, "{\"type\":\"bye\"}", RUN);

    assertThat(lines).hasSize(2);
    assertThat(Messages.readGreeting(Messages.parse(lines.get(0))).operations())
        .containsExactly(VectorOperation.DIGEST);
    assertThat(Messages.readResult(Messages.parse(lines.get(1)), 7, VectorOperation.DIGEST))
        .isEqualTo(AdapterAnswer.digest("d"));
  }

  @Test
  void stopsAtTheEndOfItsInput() throws Exception {
    assertThat(serve(request -> AdapterAnswer.digest("d"), HELLO)).hasSize(1);
  }

  @Test
  void namesItsProtocolToAnotherOneAndStops() throws Exception {
    List<String> lines =
        serve(request -> AdapterAnswer.digest("d"), HELLO.replace(":1", ":2"), RUN);

    assertThat(lines).hasSize(1).allMatch(line -> line.contains("\"protocol\":1"));
  }

  @Test
  void turnsWhatTheTargetThrowsIntoAnError() throws Exception {
    List<String> lines =
        serve(
            request -> {
              throw new IllegalStateException("boom");
            },
            HELLO,
            RUN);

    AdapterAnswer answer =
        Messages.readResult(Messages.parse(lines.get(1)), 7, VectorOperation.DIGEST);
    assertThat(answer).isInstanceOf(AdapterAnswer.Failed.class);
  }

  @Test
  void turnsAnAnswerToAnotherOperationIntoAnError() throws Exception {
    List<String> lines = serve(request -> AdapterAnswer.canonicalized("s"), HELLO, RUN);

    AdapterAnswer answer =
        Messages.readResult(Messages.parse(lines.get(1)), 7, VectorOperation.DIGEST);
    assertThat(answer).isInstanceOf(AdapterAnswer.Failed.class);
  }

  @Test
  void refusesAnInputThatIsNoMessage() {
    assertThatThrownBy(() -> serve(request -> AdapterAnswer.digest("d"), "hello"))
        .isInstanceOf(IOException.class);
  }

  private static List<String> serve(Body body, String... input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StdioAdapter.serve(
        new Digester(body),
        new ByteArrayInputStream(String.join("\n", input).getBytes(UTF_8)),
        new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8).lines().toList();
  }

  private interface Body {
    AdapterAnswer answer(AdapterRequest request);
  }

  private record Digester(Body body) implements ConformanceTarget {
    @Override
    public Set<VectorOperation> operations() {
      return Set.of(VectorOperation.DIGEST);
    }

    @Override
    public AdapterAnswer answer(AdapterRequest request) {
      return body.answer(request);
    }
  }
}
