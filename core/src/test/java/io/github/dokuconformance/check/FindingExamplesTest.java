package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.GeneratedFile;
import io.github.dokuconformance.run.RunCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation shows for each code what its first case gives. */
class FindingExamplesTest {
  @Test
  void areWhatTheCasesOfTheCodesGive() throws IOException {
    Map<String, String> examples = new TreeMap<>();
    RuleCasesTest.all()
        .forEach(c -> add(examples, c.code(), c.shows().check().findings().stream()));
    for (RunCases.Case c : RunCases.all()) {
      RunCheck run = new RunCheck(RunCases.MAX_EXCHANGES);
      List<Finding> findings = new ArrayList<>();
      c.shows().forEach(trace -> findings.addAll(run.next(trace)));
      add(examples, c.code(), findings.stream());
    }

    examples.remove("docs.toy-label");
    assertThat(examples.keySet())
        .containsAll(Check.types().stream().map(FindingType::code).toList())
        .containsAll(RunCheck.types().stream().map(FindingType::code).toList());
    GeneratedFile.hold("finding-examples.json", examples);
  }

  private static void add(Map<String, String> examples, String code, Stream<Finding> findings) {
    findings
        .filter(finding -> finding.code().equals(code))
        .findFirst()
        .ifPresent(finding -> examples.putIfAbsent(code, text(finding)));
  }

  private static String text(Finding finding) {
    String at = (finding.part().id() + " " + finding.at()).strip();
    return at + ": " + finding.message();
  }
}
