package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script and the job that docs/ci.md shows do what it says; its transcripts are held elsewhere.
 */
class CiPageTest {
  @TempDir Path folder;

  private static String page() throws IOException {
    return Files.readString(Cli.ROOT.resolve("docs/ci.md"));
  }

  /** Returns a shell in an empty folder, with the variables that the recipes ask for. */
  private Shell shell() throws Exception {
    Shell shell = new Shell(folder);
    Path archive = shell.archive();
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
    Path recordings = Files.createDirectory(folder.resolve("recordings"));
    Files.copy(Cli.EXAMPLES.resolve("conformant/refund.http"), recordings.resolve("refund.http"));
    return shell
        .with("ARCHIVE", archive.toUri().toString().replaceFirst("^file:/+", "file:///"))
        .with("SHA256", HexFormat.of().formatHex(sum));
  }

  private void addABrokenRecording() throws IOException {
    Files.copy(
        Cli.EXAMPLES.resolve("broken/amount-not-the-sum.http"),
        folder.resolve("recordings/order.http"));
  }

  @Test
  void showsAPlainScriptThatIsRedAndGreenAndWantsTheSecret() throws Exception {
    String script = block("sh");
    Shell shell = shell();

    assertThat(shell.run(script).out()).contains("DOKU_SECRET_KEY");
    shell.with("DOKU_SECRET_KEY", Cli.SECRET);
    assertThat(shell.run(script).code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(folder.resolve("doku.xml")).exists();
    addABrokenRecording();
    assertThat(shell.run(script).code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(shell.with("SHA256", "00ff").run(script).out()).doesNotContain("amount.sum");
  }

  @Test
  void showsAGitLabJobThatWritesTheReportsItCollects() throws Exception {
    String job = page().substring(page().indexOf("## GitLab"));
    String script =
        Pattern.compile("(?m)^    - (.*)$")
            .matcher(job.substring(0, job.indexOf("artifacts:")))
            .results()
            .map(line -> line.group(1))
            .collect(Collectors.joining("\n"));
    Shell shell = shell().with("DOKU_SECRET_KEY", Cli.SECRET);
    addABrokenRecording();

    Shell.Result result = shell.run(script);

    assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.NOT_CONFORMANT);
    for (String pattern : new String[] {"paths: \\[(.*)]", "junit: (\\S+)"}) {
      Matcher file = Pattern.compile(pattern).matcher(job.substring(job.indexOf("artifacts")));
      assertThat(file.find()).isTrue();
      assertThat(folder.resolve(file.group(1))).exists();
    }
  }

  private static String block(String language) throws IOException {
    Matcher block = Pattern.compile("```" + language + "\n((?:(?!```).*\n)*)```").matcher(page());
    assertThat(block.find()).isTrue();
    return block.group(1);
  }
}
