package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageCommandTest {
  private static final boolean CARRIED = PageCommand.class.getResource(PageCommand.PAGE) != null;

  @TempDir private Path folder;

  @Test
  void writesThePageOrSaysThatThisBuildHasNone() throws IOException {
    Path file = folder.resolve("page.html");

    Cli.Result result = Cli.run("page", "--output", file);

    if (CARRIED) {
      assertThat(result.code()).isZero();
      assertThat(Files.readString(file)).contains("default-src 'none'");
    } else {
      assertThat(result.code()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err()).contains("mvn -Pdist package");
      assertThat(file).doesNotExist();
    }
  }

  @ParameterizedTest
  @CsvSource({"GET,/,200", "HEAD,/,200", "POST,/,405", "GET,/other,404"})
  void servesThePageAndNothingElse(String method, String path, int status) throws IOException {
    Request request = new Request(method, Target.of(path), Headers.none(), Body.none());

    Response response =
        new PageCommand.Pages(Body.ofUtf8("<p>"))
            .handle(request, InetAddress.getLoopbackAddress())
            .response();

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers().first("X-Frame-Options")).contains("DENY");
  }
}
