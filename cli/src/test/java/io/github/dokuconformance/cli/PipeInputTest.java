package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeInputTest {
  @TempDir Path folder;

  @Test
  void recordingsAndSecretsMayBeOtherCommandsOutput() throws Exception {
    Shell.Result result =
        new Shell(folder)
            .run(
                """
                cd examples
                doku-conformance check --secret-file <(cat secret.txt) --input-format http \\
                  <(cat conformant/refund.http)
                """);

    assertThat(result.out()).contains("request signature valid", "1 checked, 1 conformant");
    assertThat(result.code()).isZero();
  }
}
