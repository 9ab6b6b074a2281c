package io.github.dokuconformance.cli.report;

import static io.github.dokuconformance.cli.report.Xml.escape;

import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.StageTexts;
import io.github.dokuconformance.diagnosis.VisibleLines;
import io.github.dokuconformance.diagnosis.text.Language;
import io.github.dokuconformance.diagnosis.text.MistakeCatalogue;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A diagnosis as HTML: the mistake, the three stages side by side, and how to mend it. */
final class HtmlStages {
  private static final Pattern INVISIBLE =
      Pattern.compile("\\[(?:LF|CR|TAB|SP|NBSP|BOM|empty|U\\+[0-9A-F]{4,6}(?: \\S+)?)]");

  private final PrintWriter out;

  HtmlStages(PrintWriter out) {
    this.out = out;
  }

  void write(String part, Diagnosis diagnosis) {
    diagnosis.fold(valid -> true, explained -> write(part, explained), not -> write(part, not));
  }

  private boolean write(String part, Explained explained) {
    out.printf(
        "<h4>The %s's signature is exactly what %s</h4>\n",
        part, explained.mistakes().size() == 1 ? "this mistake gives" : "these mistakes give");
    for (Mistake mistake : explained.mistakes()) {
      out.printf(
          "<p><a href=\"%s\"><code>%s</code></a> %s <span class=\"faint\">Seen: %s.</span></p>\n",
          CodeReference.link(mistake.code().code()),
          mistake.code(),
          escape(MistakeCatalogue.sentence(mistake)),
          escape(MistakeCatalogue.seen(mistake.code())));
    }
    explained.reformatted().ifPresent(text -> out.printf("<p>%s</p>\n", escape(text)));
    if (!explained.equivalents().isEmpty()) {
      out.printf(
          Locale.ROOT,
          "<p class=\"faint\">%d other explanations give the same bytes; the command explain lists"
              + " them.</p>\n",
          explained.equivalents().size());
    }
    stages(explained.right(), explained.signer(), Optional.empty());
    out.print("<details><summary>How to mend it</summary><table><tbody>\n");
    for (Language language : Language.values()) {
      explained.mistakes().stream()
          .map(mistake -> MistakeCatalogue.mend(mistake.code(), explained.part(), language))
          .distinct()
          .forEach(
              mend ->
                  out.printf(
                      "<tr><th>%s</th><td><pre>%s</pre></td></tr>\n",
                      language.label(), escape(mend)));
    }
    out.print("</tbody></table></details>\n");
    return true;
  }

  private boolean write(String part, Unexplained unexplained) {
    out.printf("<h4>No mistake that is known explains the %s's signature</h4>\n<ol>\n", part);
    unexplained.nextSteps().forEach(step -> out.printf("<li>%s</li>\n", escape(step.text())));
    out.print("</ol>\n");
    stages(unexplained.right(), Optional.empty(), Optional.of(unexplained.signature()));
    return true;
  }

  private void stages(StageTexts right, Optional<StageTexts> signer, Optional<String> received) {
    out.print("<h4>1. Digest of the body</h4>\n");
    table(List.of(digest(right)), "signed", signer.map(it -> List.of(digest(it))));
    out.print("<h4>2. String to sign, with what is not visible in brackets</h4>\n");
    table(
        VisibleLines.of(right.stringToSign()),
        "signed",
        signer.map(it -> VisibleLines.of(it.stringToSign())));
    out.print("<h4>3. Signature</h4>\n");
    List<String> came =
        signer
            .flatMap(StageTexts::signature)
            .or(() -> received)
            .map(VisibleLines::of)
            .orElse(List.of("none"));
    out.print("<table><tbody>\n");
    row("received", came, came);
    out.print("</tbody></table>\n");
  }

  private static String digest(StageTexts stages) {
    return stages.digest().map(VisibleLines::line).orElse("none is signed");
  }

  private void table(List<String> expected, String label, Optional<List<String>> actual) {
    out.print("<table><tbody>\n");
    row("expected", expected, expected);
    actual.ifPresent(lines -> row(label, lines, expected));
    out.print("</tbody></table>\n");
  }

  private void row(String label, List<String> lines, List<String> expected) {
    out.printf("<tr><th>%s</th><td><pre>", label);
    for (int i = 0; i < lines.size(); i++) {
      boolean differs = i >= expected.size() || !lines.get(i).equals(expected.get(i));
      out.print(i == 0 ? "" : "\n");
      out.print(differs ? "<span class=\"differs\">" : "");
      out.print(
          INVISIBLE
              .matcher(escape(lines.get(i)))
              .replaceAll(
                  mark ->
                      "<span class=\"ws\">" + Matcher.quoteReplacement(mark.group()) + "</span>"));
      out.print(differs ? "</span>" : "");
    }
    out.print("</pre></td></tr>\n");
  }
}
