package io.github.dokuconformance.cli.report;

import static io.github.dokuconformance.cli.report.Xml.escape;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.cli.coverage.Coverage;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * One HTML page that needs nothing from elsewhere, with a filter, for light, dark and paper.
 *
 * <p>What failed stands first. The filter stands in the address. Only the page's own script may run
 * in it. Shows a thousand exchanges that are not conformant and as many others, and says how many
 * it leaves out.
 */
final class HtmlReport implements ExchangeReport {
  private static final int MOST = 1000;

  private final PrintWriter out;
  private final Severity failOn;
  private final Articles broken = new Articles();
  private final Articles others = new Articles();

  HtmlReport(PrintWriter out, Severity failOn) {
    this.out = out;
    this.failOn = failOn;
  }

  /** Articles that wait, and how many there would be. */
  private static final class Articles {
    private final Spool spool = new Spool();
    private final HtmlStages stages = new HtmlStages(spool.writer());
    private long count;
  }

  @Override
  public void exchange(ReportedExchange exchange) {
    ExchangeVerdict verdict = exchange.verdict(failOn);
    Articles articles = verdict == ExchangeVerdict.NOT_CONFORMANT ? broken : others;
    if (++articles.count <= MOST) {
      article(exchange, verdict, articles);
    }
  }

  private void article(ReportedExchange exchange, ExchangeVerdict verdict, Articles articles) {
    PrintWriter page = articles.spool.writer();
    page.printf("<article%s>\n<header>", articles == broken ? " class=\"broken\"" : "");
    page.printf("<h3 class=\"mono\">%s</h3> ", escape(exchange.source()));
    page.printf("<span class=\"faint\">%s</span> ", escape(exchange.operation()));
    badge(page, verdict.id(), "");
    for (Part part : Part.values()) {
      if (part == Part.REQUEST || exchange.result().exchange().response().isPresent()) {
        badge(page, exchange.result().signature(part).status().id(), part.id() + " signature ");
      }
    }
    page.print("</header>\n");
    exchange.heaviestFirst().forEach(one -> finding(page, one));
    for (Part part : Part.values()) {
      exchange
          .result()
          .signature(part)
          .diagnosis()
          .ifPresent(diagnosis -> articles.stages.write(part.id(), diagnosis));
    }
    if (!exchange.findings().isEmpty()) {
      exchange
          .commands()
          .forEach(c -> page.printf("<p class=\"faint\">again: <code>%s</code></p>\n", escape(c)));
    }
    page.print("</article>\n");
  }

  private static void badge(PrintWriter page, String name, String before) {
    page.printf("<span class=\"badge %s\">%s%s</span> ", name, before, name.replace('-', ' '));
  }

  private static void finding(PrintWriter page, ReportedFinding one) {
    Finding finding = one.finding();
    String severity = finding.severity().id();
    page.printf("<section class=\"finding\" data-severity=\"%s\">\n<p>", severity);
    badge(page, severity, "");
    page.printf(
        "<a href=\"%s\"><code>%s</code></a> <code>%s</code> ",
        CodeReference.link(finding.code()), finding.code(), escape(one.where()));
    one.place()
        .ifPresent(
            place -> page.printf("<span class=\"faint mono\">%s</span>", escape(place.toString())));
    page.printf("</p>\n<p>%s</p>\n", escape(finding.message()));
    page.printf("<p class=\"hint\">%s</p>\n", escape(finding.hint()));
    one.accepted()
        .ifPresent(
            why ->
                page.printf(
                    "<p><span class=\"badge accepted\">accepted</span> %s</p>\n", escape(why)));
    page.printf("<p class=\"faint\">%s</p>\n</section>\n", escape(finding.source().toString()));
  }

  @Override
  public void end(Summary summary) {
    String script = resource("report.js");
    out.print("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.printf(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            + " style-src 'unsafe-inline'; script-src 'sha256-%s'\">\n",
        sha256(script));
    out.print("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.printf("<title>doku-conformance: %s</title>\n", summary.verdict());
    out.printf("<style>\n%s</style>\n</head>\n<body>\n<main>\n", resource("report.css"));
    head(summary);
    search();
    if (summary.hasFailed()) {
      out.print("<h2 id=\"broken\">Not conformant</h2>\n");
    }
    summary.problems().forEach(this::problem);
    summary
        .unreadableLines()
        .forEach(
            line ->
                out.printf(
                    "<article class=\"broken\"><header><h3>%s</h3></header></article>\n",
                    escape(line)));
    list(broken);
    if (others.count > 0) {
      out.printf("<h2>%s</h2>\n", summary.hasFailed() ? "The others" : "Exchanges");
    }
    list(others);
    codes(summary);
    summary.coverage().ifPresent(this::coverage);
    out.printf("</main>\n<script>%s</script>\n</body>\n</html>\n", script);
  }

  private void list(Articles articles) {
    articles.spool.moveTo(out);
    if (articles.count > MOST) {
      out.printf(Locale.ROOT, "<p>%d more are not shown here.</p>\n", articles.count - MOST);
    }
  }

  private void head(Summary summary) {
    out.print("<h1>doku-conformance ");
    badge(out, summary.verdict(), "");
    out.print("</h1>\n<ul class=\"counts\">\n");
    count(summary.checked(), "exchanges checked");
    count(
        summary.notConformant(),
        summary.hasFailed() ? "<a href=\"#broken\">not conformant</a>" : "not conformant");
    count(summary.count(Severity.ERROR), "errors");
    count(summary.count(Severity.WARNING), "warnings");
    count(summary.count(Severity.NOTE), "notes");
    if (summary.accepted() > 0) {
      count(summary.accepted(), "accepted by the baseline");
    }
    if (summary.unreadable() > 0) {
      count(summary.unreadable(), "unreadable");
    }
    out.print("</ul>\n");
  }

  private void codes(Summary summary) {
    if (!summary.codes().isEmpty()) {
      out.print("<h2>Findings by code</h2>\n<table><tbody>\n");
      summary
          .codes()
          .forEach(
              (code, count) ->
                  out.printf(
                      Locale.ROOT,
                      "<tr><td><a href=\"%s\"><code>%s</code></a></td><td class=\"number\"><a"
                          + " href=\"#%s\">%d</a></td></tr>\n",
                      CodeReference.link(code),
                      code,
                      code,
                      count));
      out.print("</tbody></table>\n");
    }
  }

  private void count(long count, String what) {
    out.printf(Locale.ROOT, "<li><b>%d</b>%s</li>\n", count, what);
  }

  private void problem(RunProblem problem) {
    out.print("<article class=\"broken\"><header>");
    out.printf(
        "<h3 class=\"mono\">%s</h3> ",
        escape(problem.place().map(Object::toString).orElse(problem.group())));
    out.printf(
        "<a href=\"%s\"><code>%s</code></a></header>\n",
        CodeReference.link(problem.type().code()), problem.type().code());
    out.printf(
        "<p>%s</p><p>→ %s</p></article>\n",
        escape(problem.message()), escape(problem.type().hint()));
  }

  private void coverage(Coverage coverage) {
    out.printf(
        Locale.ROOT,
        "<h2>Coverage: %d of the contract's %d requirements</h2>\n<table><tbody>\n",
        coverage.exercised(),
        coverage.all());
    for (Coverage.Row row : coverage.rows()) {
      out.printf(
          Locale.ROOT,
          "<tr><td>%s</td><td class=\"number\">%d of %d</td><td><details><summary>%d not"
              + " exercised</summary>%s</details></td></tr>\n",
          row.operation(),
          row.exercised(),
          row.all(),
          row.missing().size(),
          escape(String.join(", ", row.missing())));
    }
    out.print("</tbody></table>\n");
  }

  private void search() {
    out.print(
        "<search hidden><input type=\"search\" name=\"words\" aria-label=\"Filter\""
            + " placeholder=\"code, field, file …\">");
    for (String severity : new String[] {"error", "warning", "note"}) {
      out.printf(
          "<label><input type=\"checkbox\" name=\"%s\" checked> %ss</label>", severity, severity);
    }
    out.print(
        "<label><input type=\"checkbox\" name=\"broken\"> only not conformant</label>"
            + "<output></output></search>\n");
  }

  private static String resource(String name) {
    try (InputStream in = requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
