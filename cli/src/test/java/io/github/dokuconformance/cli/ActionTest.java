package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of action.yml, run as a GitHub runner runs them. */
class ActionTest {
  private static final Pattern STEP = Pattern.compile("(?m)^    - name: .*\n(?:(?:      .*)?\n)*");
  private static final Pattern VARIABLE =
      Pattern.compile("(?m)^        (\\w+): \\$\\{\\{ inputs\\.([\\w-]+) }}$");
  private static final Pattern DEFAULT =
      Pattern.compile("(?m)^  ([\\w-]+):\n    description: .*\n    default: '?(.*?)'?$");

  @TempDir Path folder;
  private Shell shell;
  private String action;

  @BeforeEach
  void prepare() throws IOException {
    action = Files.readString(Cli.ROOT.resolve("action.yml"));
    shell = new Shell(folder);
    for (String file : List.of("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")) {
      shell.with(file, Files.createFile(folder.resolve(file)).toString());
    }
  }

  /** Runs all steps, and returns the last's result. */
  private Shell.Result run(Map<String, String> given) throws Exception {
    Map<String, String> inputs = new HashMap<>();
    DEFAULT.matcher(action).results().forEach(m -> inputs.put(m.group(1), m.group(2)));
    inputs.putAll(given);
    List<MatchResult> steps = STEP.matcher(action).results().toList();
    assertThat(steps).hasSize(2);
    Shell.Result result = new Shell.Result(0, "");
    for (MatchResult step : steps) {
      for (MatchResult variable : VARIABLE.matcher(step.group()).results().toList()) {
        assertThat(inputs).containsKey(variable.group(2));
        shell.with(variable.group(1), inputs.get(variable.group(2)));
      }
      String script = step.group().substring(step.group().indexOf("run: |\n") + 7);
      result = shell.run(script.replaceAll("(?m)^        ", ""));
      for (String line : Files.readAllLines(folder.resolve("GITHUB_ENV"))) {
        shell.with(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
      }
    }
    return result;
  }

  private Map<String, String> inputs(String files, String... more) {
    Map<String, String> inputs = new HashMap<>();
    inputs.putAll(Map.of("files", files, "secret", Cli.SECRET, "jar", "any.jar"));
    for (int i = 0; i < more.length; i += 2) {
      inputs.put(more[i], more[i + 1]);
    }
    return inputs;
  }

  @Test
  void failsOnABrokenRecordingAndSaysWhere() throws Exception {
    Shell.Result result = run(inputs("examples/**/amount-not-the-sum.http"));

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out())
        .contains("::error file=examples/broken/amount-not-the-sum.http,line=13,col=19,")
        .doesNotContain(Cli.SECRET);
    assertThat(folder.resolve("GITHUB_STEP_SUMMARY")).content().contains("amount.sum");
    assertThat(folder.resolve("GITHUB_OUTPUT")).hasContent("exit-code=1\n");
    for (String report : List.of("doku.sarif", "doku.xml", "doku.html", "doku.md")) {
      assertThat(folder.resolve("doku-reports").resolve(report)).isNotEmptyFile();
    }
  }

  @Test
  void passesWithABaselineAndFailsWhenItIsStale() throws Exception {
    Path recording = folder.resolve("order.http");
    Files.copy(Cli.EXAMPLES.resolve("broken/amount-not-the-sum.http"), recording);
    Files.writeString(
        folder.resolve("accepted.json"),
        "{\"accepted\":[{\"code\":\"amount.sum\",\"operation\":\"akulaku.generate-order\","
            + "\"part\":\"request\",\"at\":\"/order/amount\",\"reason\":\"known\"}]}");

    assertThat(run(inputs("order.http", "baseline", "accepted.json")).code())
        .isEqualTo(ExitCode.CONFORMANT);
    Files.delete(recording);
    Files.copy(Cli.EXAMPLES.resolve("conformant/generate-order.http"), recording);
    Shell.Result stale = run(inputs("order.http", "baseline", "accepted.json"));
    assertThat(stale.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(stale.out()).contains("::error file=accepted.json,line=1,", "baseline.stale");
  }

  @Test
  void failsWhereNoFileMatches() throws Exception {
    assertThat(run(inputs("nothing/**/*.http")).code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void handsNoInputToTheShellAsText() {
    Matcher script = Pattern.compile("(?s)run: \\|\n(.*?)(?=\n    - |\\z)").matcher(action);
    List<String> scripts = new ArrayList<>();
    while (script.find()) {
      scripts.add(script.group(1));
    }

    assertThat(scripts).hasSize(2).noneMatch(text -> text.contains("${{"));
  }
}
