package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.cli.report.Item.Status;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * A run that judged items, with the reports that say so whatever command ran.
 *
 * @param title of the command, and what it judged
 * @param verdict {@code conformant}, {@code not-conformant} or {@code nothing-checked}
 * @param notes sentences on the run as a whole
 */
public record ItemRun(String title, String verdict, List<String> notes, List<Item> items) {
  private static final int MOST_LINES = 6;

  public ItemRun {
    notes = List.copyOf(notes);
    items = List.copyOf(items);
  }

  /** Writes JUnit XML: a test case for each item, whose class name is the group. */
  public void junit(PrintWriter out) {
    JunitWriter junit = new JunitWriter();
    for (Item item : items) {
      junit.start(item.group(), item.name(), item.took());
      switch (item.status()) {
        case PASSED -> {}
        case FAILED -> junit.failure(item.type(), item.message(), item.details());
        case BROKEN -> junit.error(item.type(), item.message(), item.details());
        case SKIPPED -> junit.skipped(item.message());
      }
      junit.end();
    }
    junit.moveTo(out, title);
  }

  /**
   * Writes Markdown for a job summary: what speaks against the run, at most a hundred rows. Details
   * of many lines are left to the other forms.
   */
  public void markdown(PrintWriter out) {
    out.println("## " + Markdown.cell(title) + ": " + verdict);
    out.println();
    out.printf(
        Locale.ROOT,
        "%d judged, %d passed, %d failed, %d without effect on the verdict.%n",
        items.size(),
        count(Status.PASSED),
        count(Status.FAILED) + count(Status.BROKEN),
        count(Status.SKIPPED));
    notes.forEach(note -> out.println("\n" + Markdown.cell(note)));
    table(out, "Not conformant", List.of(Status.FAILED, Status.BROKEN));
    table(out, "Without effect on the verdict", List.of(Status.SKIPPED));
  }

  private void table(PrintWriter out, String heading, List<Status> statuses) {
    List<Item> rows = items.stream().filter(item -> statuses.contains(item.status())).toList();
    if (rows.isEmpty()) {
      return;
    }
    out.println("\n### " + heading + "\n\n| which | what |\n|---|---|");
    rows.stream().limit(Markdown.MOST_ROWS).forEach(item -> out.println(row(item)));
    if (rows.size() > Markdown.MOST_ROWS) {
      out.println("\nAnd " + (rows.size() - Markdown.MOST_ROWS) + " more.");
    }
  }

  private static String row(Item item) {
    String type = item.type().isEmpty() ? "" : Markdown.code(item.type()) + " ";
    String details =
        item.details().isEmpty() || item.details().lines().count() > MOST_LINES
            ? ""
            : "<br>" + String.join("<br>", item.details().lines().map(Markdown::cell).toList());
    return "| %s %s | %s%s%s |"
        .formatted(
            Markdown.cell(item.group()),
            Markdown.code(item.name()),
            type,
            Markdown.cell(item.message()),
            details);
  }

  private long count(Status status) {
    return items.stream().filter(item -> item.status() == status).count();
  }
}
