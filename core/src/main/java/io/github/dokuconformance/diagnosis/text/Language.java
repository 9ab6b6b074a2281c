package io.github.dokuconformance.diagnosis.text;

import java.util.Locale;

/** Languages for which there is a recipe to mend a mistake. */
public enum Language {
  JAVA("Java"),
  NODE("Node"),
  PHP("PHP"),
  PYTHON("Python"),
  GO("Go"),
  CSHARP("C#");

  private final String label;

  Language(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Returns the key in the catalogue, also for a command line: {@code csharp}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
