package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients on others' frameworks, each with a mistake that its own log gives away. */
@Timeout(120)
class LogsOfClientsTest {
  private static final Path CHECK = Cli.ROOT.resolve("cli/check");
  private static final String CLIENT_ID = "MCH-0001-10791114622547";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("clients")
  void namesTheMistakeByTheLogAlone(String program, String client, String needs, String mistake)
      throws IOException {
    Tools.want(program);
    Tools.wantFile(needs);
    Path credentials = folder.resolve("credentials.json");
    Files.writeString(credentials, "{\"%s\": \"%s\"}".formatted(CLIENT_ID, Cli.SECRET));
    Path log = folder.resolve("shop.log");

    Cli.Result sandbox =
        Cli.runNow(
            Map.of(),
            "sandbox",
            "--port",
            0,
            "--credentials",
            credentials,
            "--for",
            program,
            CHECK.resolve("clients").resolve(client),
            log);
    Cli.Result explained = Cli.run("explain", log);

    assertThat(sandbox.out()).contains("request signature invalid", "not-conformant: 1 requests");
    assertThat(explained.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(explained.out())
        .contains("akulaku.generate-order  request")
        .contains("exactly what this mistake gives:\n    " + mistake + "\n");
  }

  static Stream<Arguments> clients() {
    return Stream.of(
        argumentSet(
            "Express and pino",
            "node",
            "express.cjs",
            CHECK.resolve("node_modules/express").toString(),
            "target.full-url"),
        argumentSet(
            "Laravel's client and log, on Guzzle and Monolog",
            "php",
            "laravel.php",
            "/usr/share/php/Illuminate/Log/autoload.php",
            "body.reserialized"));
  }
}
