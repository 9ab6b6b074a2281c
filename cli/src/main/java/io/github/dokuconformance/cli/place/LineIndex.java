package io.github.dokuconformance.cli.place;

import java.util.Arrays;

/** Turns offsets in a text into lines and columns. Immutable. */
final class LineIndex {
  private final String file;
  private final int firstLine;
  private final int firstColumn;
  private final int[] starts;

  /**
   * Indexes a text that begins there in its file.
   *
   * @param firstColumn of the text's first line alone
   */
  LineIndex(String file, String text, int firstLine, int firstColumn) {
    this.file = file;
    this.firstLine = firstLine;
    this.firstColumn = firstColumn;
    int[] found = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = i + 1;
    }
    starts = Arrays.copyOf(found, count);
  }

  Place place(int from, int to) {
    int first = row(from);
    int last = row(to);
    return new Place(
        file, firstLine + first, column(first, from), firstLine + last, column(last, to));
  }

  private int row(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  private int column(int row, int offset) {
    return offset - starts[row] + (row == 0 ? firstColumn : 1);
  }
}
