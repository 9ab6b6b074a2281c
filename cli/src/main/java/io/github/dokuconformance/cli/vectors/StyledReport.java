package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.diagnosis.text.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The report for people as their terminal shows it. */
final class StyledReport {
  private static final Pattern FAILED = Pattern.compile("([A-Z][A-Z-]+)( .*)");

  /** What is compared by eye, line under line. */
  private static final Pattern EXCERPT = Pattern.compile("  (expected|actual)  .*| *\\^");

  private StyledReport() {}

  /**
   * Returns its lines.
   *
   * @param text the report, whose last line is the verdict
   */
  static List<String> lines(String text, boolean conformant, TextStyle style) {
    List<String> lines = text.lines().toList();
    List<String> styled = new ArrayList<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      if (EXCERPT.matcher(line).matches()) {
        styled.add(line);
        continue;
      }
      Matcher failed = FAILED.matcher(line);
      styled.addAll(
          style.folded(failed.matches() ? style.red(failed.group(1)) + failed.group(2) : line));
    }
    String verdict = lines.get(lines.size() - 1);
    styled.addAll(style.folded(conformant ? style.green(verdict) : style.red(verdict)));
    return styled;
  }
}
