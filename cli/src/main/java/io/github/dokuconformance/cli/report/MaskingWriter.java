package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.signature.SecretMask;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Supplier;

/**
 * Takes known secrets out of what is written, also where one comes in pieces.
 *
 * <p>What may be the beginning of a secret waits for the rest, or for {@link #finish()}.
 */
public final class MaskingWriter extends Writer {
  private static final int PIECE = 1 << 13;

  /** What an escape or a word needs of the text before it. */
  private static final int CONTEXT = 128;

  private final Writer out;
  private final Supplier<SecretMask> mask;
  private StringBuilder text = new StringBuilder();
  private int passed;

  public MaskingWriter(Writer out, Supplier<SecretMask> mask) {
    this.out = out;
    this.mask = mask;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    synchronized (lock) {
      // Whole texts are copied at one go, characters one by one.
      text.append(new String(buffer, offset, length));
      if (text.length() - passed >= PIECE) {
        pass(false);
      }
    }
  }

  @Override
  public void write(String string, int offset, int length) throws IOException {
    synchronized (lock) {
      text.append(string.substring(offset, offset + length));
      if (text.length() - passed >= PIECE) {
        pass(false);
      }
    }
  }

  @Override
  public void flush() throws IOException {
    synchronized (lock) {
      pass(false);
      flushOut();
    }
  }

  /** Writes also what waited, since nothing comes after it. */
  public void finish() throws IOException {
    synchronized (lock) {
      pass(true);
      flushOut();
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (lock) {
      try (out) {
        finish();
      }
    }
  }

  private void pass(boolean last) throws IOException {
    StringBuilder masked = new StringBuilder(text.length() - passed);
    passed = mask.get().mask(text, passed, last, masked);
    out.append(masked);
    if (passed > CONTEXT) {
      // A builder that held a character beyond Latin-1 would take two bytes for each of all that
      // follow.
      text = new StringBuilder(text.substring(passed - CONTEXT));
      passed = CONTEXT;
    }
  }

  private void flushOut() throws IOException {
    out.flush();
    if (out instanceof PrintWriter printer && printer.checkError()) {
      throw new IOException("can't be written");
    }
  }
}
