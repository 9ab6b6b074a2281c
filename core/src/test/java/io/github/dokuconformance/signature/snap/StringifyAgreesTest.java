package io.github.dokuconformance.signature.snap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Oracle;
import io.github.dokuconformance.diagnosis.Rotation;
import io.github.dokuconformance.json.RandomJson;
import io.github.dokuconformance.message.Body;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Both readings of {@code minify} give what {@code JSON.stringify} gives, where it can. */
class StringifyAgreesTest {
  private static final int BODIES = Rotation.isExhaustive() ? 50_000 : 1_000;

  @Test
  void onBodiesWithoutNeedlessEscapes() throws IOException {
    Random random = Rotation.random("minify");
    try (Oracle node = Oracle.node(Path.of("src/test/oracles/json.mjs"))) {
      for (int i = 0; i < BODIES; i++) {
        Body body = Body.ofUtf8(RandomJson.of(random, false));

        assertThat(Minification.withoutSpace(body).toByteArray())
            .isEqualTo(stringified(body, node));
        assertThat(Minification.rewritten(body)).isEmpty();
      }
    }
  }

  @Test
  void onBodiesWithNeedlessEscapesOnlyByTheSecond() throws IOException {
    Random random = Rotation.random("rewritten");
    int rewritten = 0;
    try (Oracle node = Oracle.node(Path.of("src/test/oracles/json.mjs"))) {
      for (int i = 0; i < BODIES; i++) {
        Body body = Body.ofUtf8(RandomJson.of(random, true));
        Body first = Minification.withoutSpace(body);
        Body second = Minification.rewritten(body).orElse(first);
        rewritten += second.equals(first) ? 0 : 1;

        assertThat(second.toByteArray()).isEqualTo(stringified(body, node));
        assertThat(stringified(first, node)).isEqualTo(stringified(body, node));
      }
    }
    assertThat(rewritten).isGreaterThan(BODIES / 10);
  }

  private static byte[] stringified(Body body, Oracle node) throws IOException {
    return node.ask(Base64.getEncoder().encodeToString(body.toByteArray())).getBytes(UTF_8);
  }
}
