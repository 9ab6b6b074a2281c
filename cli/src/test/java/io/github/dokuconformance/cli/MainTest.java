package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
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

  static Stream<Arguments> slips() {
    return Stream.of(
        argumentSet(
            "operation",
            "akulaku.refund",
            List.of("check", "--operation", "akulaku.refnd", "x.http")),
        argumentSet("format", "json", List.of("check", "--format", "jsn", "x.http")),
        argumentSet(
            "fault",
            "response.wrong-key",
            List.of("sandbox", "--fault", "response.wrong-ky:akulaku.refund")),
        argumentSet(
            "a fault's operation",
            "akulaku.refund",
            List.of("sandbox", "--fault", "response.wrong-key:akulaku.refnd")),
        argumentSet(
            "outcome",
            "akulaku.refund:success",
            List.of("sandbox", "--require", "akulaku.refund:sucess")),
        argumentSet(
            "code to ignore", "amount.sum", List.of("check", "--ignore", "amuont.sum", "x.http")),
        argumentSet(
            "code to explain", "target.path-prefix", List.of("contract", "target.path-prefx")),
        argumentSet("option", "--quiet", List.of("check", "--queit", "x.http")));
  }

  @ParameterizedTest
  @MethodSource("slips")
  void suggestsTheValueThatWasMeant(String meant, List<String> line) {
    Cli.Result result = Cli.run(line.toArray());

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.errLines()).singleElement(STRING).contains("did you mean").contains(meant);
  }

  @Test
  void namesTheChoicesAsHelpDoes() {
    assertThat(Cli.run("check", "--fail-on", "eror", "x.http").errLines())
        .containsExactly(
            "doku-conformance: Invalid value for option '--fail-on': expected one of note, warning,"
                + " error, got: eror (did you mean error?); see doku-conformance check --help");
    assertThat(Cli.run("notify", "--level", "may", "http://x").err())
        .contains("expected one of must, should, informational, got: may");
  }

  @Test
  void suggestsNothingWhereNothingIsNear() {
    assertThat(Cli.run("check", "--format", "yaml-2", "x.http").err())
        .doesNotContain("did you mean");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "vectors run", ""})
  void helpsByName(String command) {
    String[] words = command.isEmpty() ? new String[0] : command.split(" ", -1);
    Object[] help = Stream.concat(Stream.of("help"), Stream.of(words)).toArray();
    Object[] option = Stream.concat(Stream.of(words), Stream.of("--help")).toArray();

    assertThat(Cli.run(help).out()).contains("Usage: ").isEqualTo(Cli.run(option).out());
  }

  @Test
  void showsExamplesThatFitATerminalAndItsOwnOptions() {
    CommandLine all = Main.commandLine(Env.ofProcess());
    List<CommandLine> commands = new ArrayList<>(all.getSubcommands().values());
    commands.addAll(all.getSubcommands().get("vectors").getSubcommands().values());
    commands.removeIf(command -> command.getCommandSpec().usageMessage().hidden());

    assertThat(commands).hasSizeGreaterThan(12);
    for (CommandLine command : commands) {
      String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
      String name = command.getCommandSpec().qualifiedName();
      assertThat(help.lines()).as(name).allMatch(line -> line.length() <= 80);
      List<String> examples =
          help.substring(help.indexOf("Examples:"))
              .replace("\\\n", " ")
              .lines()
              .filter(line -> line.startsWith("  " + name))
              .toList();
      assertThat(examples).as(name).isNotEmpty();
      for (String example : examples) {
        String[] words = example.strip().replace("'", "").split(" +", -1);
        Main.commandLine(Env.ofProcess()).parseArgs(Arrays.copyOfRange(words, 1, words.length));
      }
    }
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
