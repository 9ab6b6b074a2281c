package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  @Test
  void showsAPlainScriptThatIsRedAndGreenAndWantsTheSecret() throws Exception {
    String script = block("sh");
    Shell shell = new Shell(folder);
    Path recordings = Files.createDirectory(folder.resolve("recordings"));
    Files.copy(Cli.EXAMPLES.resolve("conformant/refund.http"), recordings.resolve("refund.http"));

    assertThat(shell.run(script).out()).contains("DOKU_SECRET_KEY");
    shell.with("DOKU_SECRET_KEY", Cli.SECRET);
    assertThat(shell.run(script).code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(folder.resolve("doku.xml")).exists();
    Files.copy(
        Cli.EXAMPLES.resolve("broken/amount-not-the-sum.http"), recordings.resolve("order.http"));
    assertThat(shell.run(script).code()).isEqualTo(ExitCode.NOT_CONFORMANT);
  }

  @Test
  void showsAGitLabJobThatWritesTheReportsItCollects() throws Exception {
    String job = page().substring(page().indexOf("## GitLab"));
    Matcher script = Pattern.compile("(?m)^    - (doku-conformance .*)$").matcher(job);
    assertThat(script.find()).isTrue();
    Shell shell =
        new Shell(folder)
            .with("DOKU_SECRET_KEY", Cli.SECRET)
            .with("FILES", "examples/broken/amount-not-the-sum.http");

    Shell.Result result = shell.run(script.group(1));

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
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
