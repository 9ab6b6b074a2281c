package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.diagnosis.text.TextStyle;
import io.github.dokuconformance.finding.Severity;
import java.util.List;
import java.util.function.IntSupplier;

/** Colour for a terminal, and lines of its width; or neither. */
public final class Style implements TextStyle {
  /** For a file, or another program. */
  public static final Style PLAIN = new Style(false, () -> 0);

  private final boolean colour;
  private final IntSupplier width;

  /**
   * Chooses how lines look.
   *
   * @param width of the terminal, in columns; 0 folds no line. It is asked when a line is long.
   */
  public Style(boolean colour, IntSupplier width) {
    this.colour = colour;
    this.width = width;
  }

  @Override
  public List<String> folded(String line) {
    return line.length() <= Wrapping.NARROWEST
        ? List.of(line)
        : Wrapping.wrap(line, width.getAsInt());
  }

  /** Returns the same for lines before which so much room is left. */
  public TextStyle within(int margin) {
    return new Style(colour, () -> width.getAsInt() - margin);
  }

  String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> red(text);
      case WARNING -> sgr("33", text);
      case NOTE -> sgr("36", text);
    };
  }

  @Override
  public String red(String text) {
    return sgr("31;1", text);
  }

  @Override
  public String green(String text) {
    return sgr("32", text);
  }

  @Override
  public String bold(String text) {
    return sgr("1", text);
  }

  String dim(String text) {
    return sgr("2", text);
  }

  private String sgr(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
