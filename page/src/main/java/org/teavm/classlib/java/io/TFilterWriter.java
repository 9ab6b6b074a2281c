package org.teavm.classlib.java.io;

import java.io.IOException;
import java.io.Writer;

/** {@code java.io.FilterWriter}, for the browser. */
public abstract class TFilterWriter extends Writer {
  protected Writer out;

  protected TFilterWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    out.write(characters, offset, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
