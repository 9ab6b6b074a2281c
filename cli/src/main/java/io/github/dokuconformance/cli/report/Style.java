package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.finding.Severity;

/** Colour for a terminal, or none. */
public final class Style {
  private final boolean colour;

  public Style(boolean colour) {
    this.colour = colour;
  }

  String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> red(text);
      case WARNING -> sgr("33", text);
      case NOTE -> sgr("36", text);
    };
  }

  String red(String text) {
    return sgr("31;1", text);
  }

  String green(String text) {
    return sgr("32", text);
  }

  String bold(String text) {
    return sgr("1", text);
  }

  String dim(String text) {
    return sgr("2", text);
  }

  private String sgr(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
