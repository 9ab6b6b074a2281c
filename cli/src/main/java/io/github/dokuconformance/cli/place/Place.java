package io.github.dokuconformance.cli.place;

import io.github.dokuconformance.finding.Visible;

/**
 * A stretch of text in a file: the first character and the one after the last.
 *
 * @param line counted from 1; lines end with LF, a CR before it is part of the line end
 * @param column in UTF-16 code units, counted from 1; a byte order mark is not counted
 */
public record Place(String file, int line, int column, int endLine, int endColumn) {
  /** Returns it with the file's name made visible. */
  @Override
  public String toString() {
    return Visible.name(file) + ":" + line + ":" + column;
  }
}
