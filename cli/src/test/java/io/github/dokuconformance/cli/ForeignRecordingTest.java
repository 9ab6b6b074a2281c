package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else's recording reads none of the user's files, and says nothing that is obeyed. */
class ForeignRecordingTest {
  private static final String SECRET = "SK-TEST-foreign-NOT-A-SECRET";
  private static final Pattern OBEYED =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n]]|(?m)^\\s*::|##\\[");
  private static final String CURL =
      "curl https://api-sandbox.doku.com/akulaku-peer-to-peer/v2/generate-order"
          + " -H 'Client-Id: MCH-1' -H 'Request-Id: 00000000-0000-4000-8000-000000000004'"
          + " -H 'Request-Timestamp: 2021-07-07T08:45:42Z'"
          + " -H 'Signature: HMACSHA256=ODQ+PRg1l9/GOJeXD4DeUCKJ7IqLa/KLGcYhKunS0V8='";

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void openShell() throws IOException {
    shell = new Shell(folder).with("DOKU_SECRET_KEY", SECRET);
    Files.writeString(folder.resolve("secret.txt"), SECRET);
  }

  @ParameterizedTest
  @EnumSource
  void itReadsNeitherTheEnvironmentNorAFile(ReportFormat format) throws Exception {
    Files.writeString(
        folder.resolve("env.curl"),
        CURL + " --json '{\"customer\":{\"postcode\":\"' -d @/proc/self/environ --json '\"}}'");
    Files.writeString(
        folder.resolve("file.curl"),
        CURL + " --json '{\"order\":{\"amount\":\"' --json @secret.txt --json '\"}}'");
    Files.createSymbolicLink(folder.resolve("link.http"), Path.of("/proc/self/environ"));

    Shell.Result result =
        shell.run("doku-conformance check -v --format " + format + " env.curl file.curl link.http");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out())
        .contains("env.curl:1: --data names the file \"/proc/self/environ\"")
        .contains("file.curl:1: --json names the file \"secret.txt\"")
        .contains("link.http: expected a file, got a link")
        .doesNotContain(SECRET, "[secret]", "DOKU_SECRET_KEY=", "PATH=");
  }

  @ParameterizedTest
  @EnumSource
  void itsValuesAreTextInEveryReport(ReportFormat format) throws Exception {
    String hostile =
        "\\n::error::a\\r\\n::set-output name=a::b\\u001b]8;;x\\u0007\\u009b31m\\u202e\\u200b\\u2028"
            + "##[error]b]]> <script>alert(1)</script> | `@team` ![](http://evil)";
    String body =
        "{\"order\": {\"amount\": \"H\", \"invoice_number\": \"H\"}, \"customer\": {\"postcode\": \"H\"},"
                .replace("H", hostile)
            + " \""
            + hostile
            + "\": 1}";
    String json =
        """
        {"request": {"method": "POST", "target": "/akulaku-peer-to-peer/v2/generate-order",
          "headers": [["Client-Id", "M\\u202e"], ["Request-Id", "r\\u009b"], ["Signature", "x\\u200b"]],
          "body": {"utf8": "BODY"}},
         "response": {"status": 200, "headers": [["Client-Id", "\\u202eother"]],
          "body": {"utf8": "{\\"payment\\": {\\"url\\": \\"https://x/?a=%1b%0a::error::r%e2%80%ae\\"}}"}}}
        """;
    Files.writeString(
        folder.resolve("a.json"),
        json.replace("BODY", body.replace("\\", "\\\\").replace("\"", "\\\"")));

    Shell.Result result = shell.run("doku-conformance check -v --format " + format + " a.json");

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    String report = result.out();
    if (format == ReportFormat.GITHUB) {
      assertThat(report.lines())
          .allMatch(line -> line.matches("::(error|warning|notice) (file|title)=[^:]*::.*"));
      report = report.replaceAll("(?m)^::", "");
    }
    if (EnumSet.of(ReportFormat.JSON, ReportFormat.JSONL, ReportFormat.SARIF).contains(format)) {
      report = report.replace("##[", ""); // A pointer is exact here; nobody reads it in a log.
    }
    assertThat(report.lines().filter(line -> OBEYED.matcher(line).find())).isEmpty();
    assertThat(report).contains("alert(1)");
  }
}
