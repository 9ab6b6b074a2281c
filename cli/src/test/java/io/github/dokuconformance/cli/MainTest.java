package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class MainTest {
  @Test
  void callsEachCommandByTheNameThatItGivesItself() {
    assertThat(Main.COMMANDS)
        .isNotEmpty()
        .allSatisfy(
            (name, type) ->
                assertThat(type.getAnnotation(Command.class).name())
                    .as("%s", type)
                    .isEqualTo(name));
  }

  @Test
  void listsAllCommandsInTheHelpThoughItBuildsOnlyTheOneAskedFor() {
    String help = Cli.run("--help").out();

    assertThat(Main.COMMANDS.keySet()).allSatisfy(name -> assertThat(help).contains("  " + name));
    assertThat(help).doesNotContain("generate-");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    Cli.Result result = Cli.run("chekc");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("check");
  }

  @Test
  void writesEachCommandIntoManualPageAndCompletion() {
    Cli.Result page = Cli.run("generate-man-page");
    Cli.Result completion = Cli.run("generate-completion");

    assertThat(Stream.of(page, completion)).allMatch(r -> r.code() == ExitCode.CONFORMANT);
    assertThat(page.out()).startsWith(".TH DOKU-CONFORMANCE 1").contains("\\-\\-secret\\-file");
    for (String name : Main.COMMANDS.keySet()) {
      assertThat(page.out()).contains("\n.SS " + name + "\n");
      assertThat(completion.out()).contains("_picocli_doku-conformance_" + name + "()");
    }
  }
}
