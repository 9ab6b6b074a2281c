package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.cli.command.ItemOutputs;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ExplainJson;
import io.github.dokuconformance.cli.report.ExplanationCounts;
import io.github.dokuconformance.cli.report.Item;
import io.github.dokuconformance.cli.report.ItemFormat;
import io.github.dokuconformance.cli.report.ItemRun;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import io.github.dokuconformance.diagnosis.text.Language;
import io.github.dokuconformance.diagnosis.text.MistakeCatalogue;
import io.github.dokuconformance.diagnosis.text.TextStyle;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The reports of a run of {@code explain} beside text for a person. Not thread safe. */
final class ExplainReport implements AutoCloseable {
  private final ItemOutputs.Opened reports;
  private final Set<Language> languages;
  private final List<ExplainJson> jsons;
  private final List<PrintWriter> texts;
  private final boolean wantsItems;
  private final List<Item> items = new ArrayList<>();

  ExplainReport(ItemOutputs.Opened reports, Set<Language> languages) {
    this.reports = reports;
    this.languages = languages;
    this.jsons = reports.writers(ItemFormat.JSON).stream().map(ExplainJson::new).toList();
    this.texts = reports.writers(ItemFormat.TEXT);
    this.wantsItems =
        !reports.writers(ItemFormat.JUNIT).isEmpty()
            || !reports.writers(ItemFormat.MARKDOWN).isEmpty();
  }

  /** A signature that was asked about. */
  record Signature(CheckResult result, Part part, Diagnosis diagnosis) {
    private String operation() {
      return ExplainReport.operation(result);
    }
  }

  void add(Signature one) {
    jsons.forEach(json -> json.signature(one.result, one.part, one.diagnosis));
    texts.forEach(out -> text(one, out));
    if (wantsItems) {
      items.add(item(one));
    }
  }

  /** Returns what a person reads of one signature. */
  static List<String> lines(Signature one, Set<Language> languages, TextStyle style) {
    List<String> lines = new ArrayList<>(DiagnosisText.lines(one.diagnosis, languages, style));
    one.result
        .signature(one.part)
        .openReading()
        .map(it -> "It is read so, which DOKU's pages leave open: " + it + ".")
        .ifPresent(it -> lines.addAll(style.folded(it)));
    return lines;
  }

  private void text(Signature one, PrintWriter out) {
    out.println(heading(one.result, one.part, TextStyle.PLAIN));
    lines(one, languages, TextStyle.PLAIN).forEach(line -> out.println("  " + line));
    out.println();
  }

  /** Ends the reports. */
  void end(long asked, ExplanationCounts counts) throws InputException {
    List<String> notes = counts.wrong() > 1 ? counts.lines() : List.of();
    jsons.forEach(json -> json.end(asked, counts));
    texts.forEach(out -> notes.forEach(out::println));
    String verdict =
        asked == 0 ? "nothing-checked" : counts.wrong() == 0 ? "conformant" : "not-conformant";
    reports.end(() -> new ItemRun("doku-conformance explain", verdict, notes, items));
  }

  @Override
  public void close() {
    reports.close();
  }

  /** Returns the line above what a person reads of one signature. */
  static String heading(CheckResult result, Part part, TextStyle style) {
    return style.bold(Visible.name(result.exchange().source()))
        + "  "
        + operation(result)
        + "  "
        + part.id();
  }

  private static String operation(CheckResult result) {
    return result.operation().map(Operation::id).orElse(ReportedExchange.UNKNOWN_OPERATION);
  }

  private Item item(Signature one) {
    String name = Visible.name(one.result.exchange().source()) + " " + one.part.id() + " signature";
    return one.diagnosis.fold(
        valid -> Item.passed(one.operation(), name),
        explained ->
            failed(
                one,
                name,
                explained.names(),
                explained.mistakes().stream()
                    .map(MistakeCatalogue::sentence)
                    .collect(Collectors.joining(" "))),
        unexplained -> failed(one, name, "unexplained", "no known mistake gives this signature"));
  }

  private Item failed(Signature one, String name, String type, String message) {
    String details = String.join("\n", lines(one, languages, TextStyle.PLAIN));
    return Item.of(one.operation(), name, Item.Status.FAILED, type, message, details);
  }
}
