package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.report.Codes;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.scheme.Schemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code reference is what the code says; each code has one anchor. */
class CodePageTest {
  private static final Path PAGE = Cli.ROOT.resolve("docs/codes.md");
  private static final Pattern ANCHOR = Pattern.compile("(?m)^<a id=\"([^\"]+)\"></a>$");

  @Test
  void isWhatTheCommandPrints() {
    assertThat(PAGE)
        .as(
            "write it anew with doku-conformance contract --rules --format markdown > docs/codes.md")
        .hasContent(Cli.run("contract", "--rules", "--format", "markdown").out());
  }

  @Test
  void hasOneAnchorForEachFindingAndEachMistake() throws IOException {
    TreeSet<String> codes = new TreeSet<>(Codes.all().stream().map(FindingType::code).toList());
    Schemes.bundled().all().stream()
        .flatMap(scheme -> scheme.codes().stream())
        .map(MistakeCode::code)
        .forEach(codes::add);

    List<String> anchors =
        ANCHOR.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();

    assertThat(anchors).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void saysMeaningSeverityExampleRemedyAndSourceOfEachCode() throws IOException {
    String[] sections = Files.readString(PAGE).split("(?m)^### ", -1);

    assertThat(Arrays.stream(sections).skip(1))
        .hasSizeGreaterThan(150)
        .allSatisfy(
            section ->
                assertThat(section)
                    .containsPattern("(?s)\\A\\S+\n\n.+\n\n- Severity: .+\n- Example: .+\n- ")
                    .containsPattern("\n- Remedy:\\s*\\S")
                    .containsPattern("\n- (Source|Seen): \\S"));
  }

  @Test
  void hasNoFormForASingleOperation() {
    assertThat(Cli.run("contract", "checkout.payment", "--format", "markdown").code())
        .isEqualTo(ExitCode.USAGE);
  }
}
