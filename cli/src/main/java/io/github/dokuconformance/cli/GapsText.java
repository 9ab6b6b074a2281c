package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.Gaps;
import io.github.dokuconformance.finding.Source;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints which codes are looked for in which operations, as lines of a terminal's width. */
final class GapsText {
  private static final int WIDTH = 80;

  private final PrintWriter out;

  GapsText(PrintWriter out) {
    this.out = out;
  }

  void print(List<Gaps.Row> rows) {
    Map<String, List<Gaps.Row>> byOperation = new LinkedHashMap<>();
    rows.forEach(
        row -> byOperation.computeIfAbsent(row.operation().id(), id -> new ArrayList<>()).add(row));
    String between = "";
    for (Map.Entry<String, List<Gaps.Row>> each : byOperation.entrySet()) {
      out.print(between);
      operation(each.getKey(), each.getValue());
      between = System.lineSeparator();
    }
  }

  private void operation(String id, List<Gaps.Row> rows) {
    Map<String, Set<String>> off = new LinkedHashMap<>();
    Set<String> on = new LinkedHashSet<>();
    for (Gaps.Row row : rows) {
      if (row.isOn()) {
        on.add(row.type().code());
      } else {
        off.computeIfAbsent(reason(row), reason -> new LinkedHashSet<>()).add(row.type().code());
      }
    }
    long gaps = rows.stream().filter(Gaps.Row::isGap).count();
    int all = on.size() + off.values().stream().mapToInt(Set::size).sum();
    out.println(
        id
            + ": "
            + on.size()
            + " of "
            + all
            + " codes are looked for"
            + (gaps == 0 ? "" : ", " + gaps + (gaps == 1 ? " gap" : " gaps")));
    wrapped("  ", String.join(", ", on));
    off.forEach(
        (reason, codes) -> {
          wrapped("  off, ", reason + ":");
          wrapped("    ", String.join(", ", codes));
        });
  }

  private static String reason(Gaps.Row row) {
    String reason = row.off().orElseThrow();
    if (row.isGap()) {
      return "without a reason: " + reason;
    }
    return row.source().map(Source::toString).orElse(reason);
  }

  private void wrapped(String indent, String text) {
    StringBuilder line = new StringBuilder(indent);
    boolean first = true;
    for (String word : text.split(" ", -1)) {
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        out.println(line);
        line = new StringBuilder(" ".repeat(indent.length()));
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    out.println(line);
  }
}
