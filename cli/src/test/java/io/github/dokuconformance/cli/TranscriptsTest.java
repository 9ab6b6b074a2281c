package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a document shows after a command is what the command prints.
 *
 * <p>The commands of a document run in one bash, from top to bottom, in a scratch folder that looks
 * like the project's; what they print on stderr counts as well. A line {@code …} of the document
 * stands for any number of lines. Written anew by {@code mvn -pl cli -am test
 * -Dtest=TranscriptsTest -Dsurefire.failIfNoSpecifiedTests=false -Dtranscripts.write=true}; read
 * the difference.
 */
class TranscriptsTest {
  private static final List<String> DOCUMENTS =
      List.of("README.md", "docs/guide.md", "docs/ci.md", "docs/snap.md");

  @TempDir private static Path scratch;

  @TestFactory
  Stream<DynamicContainer> printsWhatEachTranscriptShows() throws IOException {
    List<DynamicContainer> containers = new ArrayList<>();
    for (String document : DOCUMENTS) {
      containers.add(dynamicContainer(document, tests(document)));
    }
    return containers.stream();
  }

  @Test
  void findsWhatIsPrintedOtherwise() {
    Transcripts shown = Transcripts.parse("```console\n$ a \\\n  b\none\n…\nlast\n$ c\n```\n");

    assertThat(shown.commands()).containsExactly("a \\\n  b", "c");
    shown.expect(0, "one\ntwo\nthree\nlast\n");
    shown.expect(1, "");
    assertThatThrownBy(() -> shown.expect(0, "one\ntwo\n")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> shown.expect(1, "two\n")).isInstanceOf(AssertionError.class);
    assertThat(shown.with(List.of("one\nlast\n", "three\n")))
        .isEqualTo("```console\n$ a \\\n  b\none\n…\nlast\n$ c\nthree\n```\n");
  }

  private static List<DynamicTest> tests(String document) throws IOException {
    Path file = Cli.ROOT.resolve(document);
    Transcripts shown = Transcripts.parse(Files.readString(file));
    assertThat(shown.commands()).as("transcripts in " + document).isNotEmpty();
    List<String> printed =
        ShellSession.run(shown.commands(), scratch.resolve(document.replace('/', '-')));
    if (Boolean.getBoolean("transcripts.write")) {
      Files.writeString(file, shown.with(printed));
      return List.of();
    }
    return IntStream.range(0, printed.size())
        .mapToObj(i -> dynamicTest(shown.commands().get(i), () -> expect(shown, i, printed.get(i))))
        .toList();
  }

  private static void expect(Transcripts shown, int command, String printed) {
    if (shown.runs(command, "node")) {
      Tools.want("node");
    }
    shown.expect(command, printed);
  }
}
