package org.teavm.classlib.java.io;

import java.io.IOException;
import java.io.InputStream;

/** {@code java.io.SequenceInputStream} of two, for the browser. */
public class TSequenceInputStream extends InputStream {
  private final InputStream first;
  private final InputStream second;

  public TSequenceInputStream(InputStream first, InputStream second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public int read() throws IOException {
    int read = first.read();
    return read >= 0 ? read : second.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = first.read(bytes, offset, length);
    return read >= 0 ? read : second.read(bytes, offset, length);
  }
}
