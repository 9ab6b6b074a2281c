package io.github.dokuconformance.cli.report;

import static io.github.dokuconformance.cli.report.Xml.escape;

import io.github.dokuconformance.diagnosis.Catalogue;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.diagnosis.Language;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.StageTexts;
import io.github.dokuconformance.diagnosis.VisibleLines;
import java.io.PrintWriter;
import java.util.List;
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
    Catalogue catalogue = Catalogue.bundled();
    out.printf(
        "<h4>The %s's signature is exactly what %s</h4>\n",
        part, explained.mistakes().size() == 1 ? "this mistake gives" : "these mistakes give");
    for (Mistake mistake : explained.mistakes()) {
      out.printf(
          "<p><a href=\"%s\"><code>%s</code></a> %s <span class=\"faint\">Seen: %s.</span></p>\n",
          CodeReference.link(mistake.code().code()),
          mistake.code(),
          escape(catalogue.sentence(mistake)),
          escape(catalogue.seen(mistake.code())));
    }
    if (!explained.equivalents().isEmpty()) {
      out.printf(
          "<p class=\"faint\">%d other explanations give the same bytes; the command explain lists"
              + " them.</p>\n",
          explained.equivalents().size());
    }
    stages(explained.right(), explained.signer(), Optional.empty());
    out.print("<details><summary>How to mend it</summary><table>\n");
    for (Language language : Language.values()) {
      explained.mistakes().stream()
          .map(mistake -> catalogue.mend(mistake.code(), explained.part(), language))
          .distinct()
          .forEach(
              mend ->
                  out.printf(
                      "<tr><th>%s</th><td><pre>%s</pre></td></tr>\n",
                      language.label(), escape(mend)));
    }
    out.print("</table></details>\n");
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
    out.print("<h4>1. Digest of the body</h4>\n<table>\n");
    row("expected", digest(right), false);
    signer.ifPresent(it -> row("signed", digest(it), !digest(it).equals(digest(right))));
    out.print("</table>\n<h4>2. String to sign, with what is not visible in brackets</h4>\n");
    out.print("<table>\n");
    row("expected", VisibleLines.of(right.stringToSign()), false);
    signer.ifPresent(
        it ->
            row(
                "signed",
                VisibleLines.of(it.stringToSign()),
                !it.stringToSign().equals(right.stringToSign())));
    out.print("</table>\n<h4>3. Signature</h4>\n<table>\n");
    row("expected", right.signature(), false);
    signer
        .map(StageTexts::signature)
        .or(() -> received)
        .ifPresent(it -> row("received", VisibleLines.line(it), !it.equals(right.signature())));
    out.print("</table>\n");
  }

  private static String digest(StageTexts stages) {
    return stages.digest().map(VisibleLines::line).orElse("none: no Digest line");
  }

  private void row(String label, String value, boolean differs) {
    row(label, List.of(value), differs);
  }

  private void row(String label, List<String> lines, boolean differs) {
    out.printf("<tr%s><th>%s</th><td><pre>", differs ? " class=\"differs\"" : "", label);
    for (int i = 0; i < lines.size(); i++) {
      out.print(i == 0 ? "" : "\n");
      out.print(
          INVISIBLE
              .matcher(escape(lines.get(i)))
              .replaceAll(mark -> "<span class=\"ws\">" + quote(mark.group()) + "</span>"));
    }
    out.print("</pre></td></tr>\n");
  }

  private static String quote(String text) {
    return Matcher.quoteReplacement(text);
  }
}
