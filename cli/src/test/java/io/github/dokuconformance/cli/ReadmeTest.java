package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the README shows is what the program prints. */
class ReadmeTest {
  private static final String PROGRAM = "java -jar cli/target/doku-conformance.jar ";
  private static final Pattern TRANSCRIPT =
      Pattern.compile("```console\n\\$ (.*)\n((?:(?!```).*\n)*)```\n");
  private static final Pattern SPACE = Pattern.compile(" ");

  @TestFactory
  Stream<DynamicTest> printsWhatEachTranscriptShows() throws IOException {
    String readme = Files.readString(Cli.ROOT.resolve("README.md"));

    assertThat(TRANSCRIPT.matcher(readme).results()).hasSize(6);
    return TRANSCRIPT
        .matcher(readme)
        .results()
        .map(transcript -> DynamicTest.dynamicTest(transcript.group(1), () -> compare(transcript)));
  }

  private static void compare(MatchResult transcript) {
    assertThat(transcript.group(1)).startsWith(PROGRAM);
    Object[] args =
        Arrays.stream(SPACE.split(transcript.group(1).substring(PROGRAM.length()), -1))
            .map(arg -> arg.startsWith("examples/") ? Cli.ROOT.resolve(arg).toString() : arg)
            .toArray();

    String out = Cli.run(Map.of(), "", args).out().replace(Cli.ROOT + "/", "");

    assertThat(out.strip()).isEqualTo(transcript.group(2).strip());
  }
}
