package io.github.dokuconformance.cli.report;

import java.io.PrintWriter;
import java.util.List;
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

  public CodePage(PrintWriter out) {
    this.out = out;
  }

  /** Writes the page; a code without an example is an {@link IllegalStateException}. */
  public void write() {
    out.print(HEAD);
    out.println("\n## Findings");
    List<CodeEntry> entries = CodeEntry.all().toList();
    entries.stream().filter(entry -> !entry.isMistake()).forEach(this::finding);
    out.print(MISTAKES);
    Set<String> findingCodes =
        entries.stream()
            .filter(entry -> !entry.isMistake())
            .map(CodeEntry::code)
            .collect(Collectors.toSet());
    entries.stream().filter(CodeEntry::isMistake).forEach(entry -> mistake(entry, findingCodes));
  }

  private void finding(CodeEntry entry) {
    heading(entry.code(), true);
    out.println(text(entry.meaning()) + "\n");
    out.println("- Severity: " + entry.severity());
    out.println("- Example: " + code(entry.example()));
    entry.mends().values().forEach(hint -> out.println("- Remedy: " + text(hint)));
    out.println("- Source: " + text(entry.origin()));
  }

  /** A mistake that is a finding as well has its anchor there. */
  private void mistake(CodeEntry entry, Set<String> findingCodes) {
    heading(entry.code(), !findingCodes.contains(entry.code()));
    out.println(text(entry.meaning()) + "\n");
    out.println("- Severity: " + entry.severity());
    out.println("- Example: " + code(entry.example()));
    out.println("- Seen: " + text(entry.origin()));
    out.println("- Remedy:");
    entry.mends().forEach((language, mend) -> out.println("  - " + language + ": " + code(mend)));
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
