package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells which findings of a run say again what one before them said, and counts them. Not thread
 * safe; its memory does not grow with the run.
 */
final class Repeats {
  private static final int MOST = 1_000;
  private static final int PLACES = 3;

  private final Map<Kind, Seen> kinds = new LinkedHashMap<>();

  /** Counts a finding; tells whether it is the first of its kind. */
  boolean isFirst(ReportedFinding one, String exchange) {
    Kind kind = Kind.of(one.finding());
    Seen seen = kinds.get(kind);
    boolean first = seen == null;
    if (seen == null) {
      seen = new Seen();
      if (kinds.size() < MOST) {
        kinds.put(kind, seen);
      }
    }
    seen.count += one.finding().count();
    if (seen.places.size() < PLACES) {
      seen.places.add(exchange + "  " + one.where());
    }
    return first;
  }

  /** Returns for each kind that came more than once its count and its first places. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    kinds.forEach(
        (kind, seen) -> {
          if (seen.places.size() > 1) {
            lines.add(String.format(Locale.ROOT, "%s  %d times", kind.code, seen.count));
            seen.places.forEach(place -> lines.add("  " + place));
            if (seen.count > seen.places.size()) {
              lines.add("  …");
            }
          }
        });
    return lines;
  }

  /** Findings that say the same; items of a list are alike. */
  private record Kind(String code, Part part, String at, String diagnosis) {
    private static final Pattern ITEM = Pattern.compile("/[0-9]+(?=/|$)");

    static Kind of(Finding finding) {
      return new Kind(
          finding.code(),
          finding.part(),
          ITEM.matcher(finding.at()).replaceAll("/*"),
          finding.facts().getOrDefault(Explanation.DIAGNOSIS, ""));
    }
  }

  private static final class Seen {
    private final List<String> places = new ArrayList<>(PLACES);
    private long count;
  }
}
