package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.cli.baseline.BaselineTypes;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.SchemeDiagnosis;
import io.github.dokuconformance.diagnosis.text.Catalogue;
import io.github.dokuconformance.diagnosis.text.Language;
import io.github.dokuconformance.finding.Examples;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.SignedPart;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The code reference as Markdown, with one anchor for each code, made from what the code says. */
public final class CodePage {
  private static final String HEAD =
"""
# Codes

Every code that a report can show, with its meaning, an example, the remedy and where it comes
from. Codes are stable: scripts and baselines match on them.

This page is generated: `doku-conformance contract --rules --format markdown > docs/codes.md`.
""";
  private static final String MISTAKES =
"""

## Mistakes

What a diagnosis names when a signature does not match: the signature is exactly what this
mistake gives. They stand in the fact `diagnosis` of a finding, and in what `explain` prints.
""";

  private final PrintWriter out;
  private final Examples findings = Examples.ofFindings();
  private final Examples mistakes = Examples.ofMistakes();

  public CodePage(PrintWriter out) {
    this.out = out;
  }

  /** Writes the page; a code without an example is an {@link IllegalStateException}. */
  public void write() {
    Map<String, FindingType> types = new LinkedHashMap<>();
    Codes.all().forEach(type -> types.putIfAbsent(type.code(), type));
    out.print(HEAD);
    out.println("\n## Findings");
    types.values().forEach(this::finding);
    out.print(MISTAKES);
    Map<String, MistakeCode> codes = new LinkedHashMap<>();
    for (SchemeDiagnosis scheme : Schemes.bundled().all()) {
      scheme.codes().forEach(code -> codes.putIfAbsent(code.code(), code));
    }
    codes.values().forEach(code -> mistake(code, types.keySet()));
  }

  private void finding(FindingType type) {
    heading(type.code(), true);
    out.println(text(type.requirement()) + ".\n");
    out.println("- Severity: " + type.severity().id());
    out.println("- Example: " + code(example(type)));
    out.println("- Remedy: " + text(type.hint()));
    out.println("- Source: " + text(type.source().toString()));
  }

  private String example(FindingType type) {
    return findings
        .of(type.code())
        .or(() -> Optional.ofNullable(BaselineTypes.EXAMPLES.get(type.code())))
        .orElseThrow(() -> new IllegalStateException("no example of " + type.code()));
  }

  /** A mistake that is a finding as well has its anchor there. */
  private void mistake(MistakeCode code, Set<String> findingCodes) {
    heading(code.code(), !findingCodes.contains(code.code()));
    out.println(text(Catalogue.sentence(new Mistake(code, Map.of()))) + "\n");
    String example =
        mistakes
            .of(code.code())
            .orElseThrow(() -> new IllegalStateException("no example of " + code));
    out.println("- Severity: it makes a signature invalid, which is an error");
    out.println("- Example: " + code(example));
    out.println("- Seen: " + text(Catalogue.seen(code)));
    out.println("- Remedy:");
    Map<String, String> mends =
        Arrays.stream(Language.values())
            .collect(
                Collectors.toMap(
                    Language::label,
                    language -> Catalogue.mend(code, SignedPart.REQUEST, language),
                    (one, other) -> one,
                    LinkedHashMap::new));
    mends.forEach((language, mend) -> out.println("  - " + language + ": " + code(mend)));
  }

  private void heading(String code, boolean anchored) {
    out.println();
    if (anchored) {
      out.println("<a id=\"" + code + "\"></a>\n");
    }
    out.println("### " + code + "\n");
  }

  private static String text(String text) {
    return text.replaceAll("([\\\\`*_<>\\[\\]|])", "\\\\$1");
  }

  /** Returns a code span, with as many backticks around it as it needs. */
  private static String code(String text) {
    return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
  }
}
