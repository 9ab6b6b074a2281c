package io.github.dokuconformance.cli.place;

import java.io.IOException;
import java.io.Reader;

/**
 * A reader that remembers the text handed out last: all of it while it is told to, else the latest
 * piece.
 */
final class RecentText extends Reader {
  private final Reader in;
  private final StringBuilder recent = new StringBuilder();
  private long start;
  private boolean keeping;

  RecentText(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > 0) {
      if (!keeping) {
        start += recent.length();
        recent.setLength(0);
      }
      recent.append(target, offset, count);
    }
    return count;
  }

  /** Forgets nothing that is read from now on, or from now on no more than the latest piece. */
  void keep(boolean all) {
    keeping = all;
  }

  /** Returns what stands between those offsets in the whole text. */
  String text(long from, long to) {
    return recent.substring((int) (from - start), (int) (to - start));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
