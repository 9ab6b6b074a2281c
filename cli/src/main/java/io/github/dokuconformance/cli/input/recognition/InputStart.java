package io.github.dokuconformance.cli.input.recognition;

import io.github.dokuconformance.cli.input.InputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** The first lines of an input, as far as they tell its format, and no further than 64 KiB. */
public final class InputStart {
  private static final int LONGEST = 64 << 10;

  private final byte[] bytes;
  private final InputStream rest;

  private InputStart(byte[] bytes, InputStream rest) {
    this.bytes = bytes;
    this.rest = rest;
  }

  /** Reads no further than needed, so that a pipe that is still written to does not block. */
  public static InputStart read(String name, InputStream in) throws IOException, InputException {
    InputStream buffered = new BufferedInputStream(in);
    byte[] bytes = firstLines(buffered);
    if (bytes.length == 0) {
      throw InputException.of(name, "expected text, got an empty file");
    }
    if (beginsWith(bytes, 0xFE, 0xFF) || beginsWith(bytes, 0xFF, 0xFE)) {
      throw InputException.of(name, "expected UTF-8, got UTF-16; save it as UTF-8");
    }
    int mark = beginsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    return new InputStart(Arrays.copyOfRange(bytes, mark, bytes.length), buffered);
  }

  /** Returns the whole input: what was read, and then what was not. */
  InputStream thenRest() {
    return new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
  }

  boolean isJson() {
    return Recogniser.isJson(bytes);
  }

  /** Returns what it is, where it is JSON. */
  InputKind jsonKind() {
    return Recogniser.ofJson(bytes);
  }

  /** Says whether it is JSON that begins with a whole object on one line. */
  boolean isJsonLines() {
    return Recogniser.isLines(bytes, bytes.length < LONGEST);
  }

  /** Returns the lines up to the first with something else than white space and one brace. */
  private static byte[] firstLines(InputStream in) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    boolean telling = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      lines.write(b);
      telling |= !Character.isWhitespace(b) && b != '{';
      if ((b == '\n' && telling) || lines.size() == LONGEST) {
        break;
      }
    }
    return lines.toByteArray();
  }

  private static boolean beginsWith(byte[] bytes, int... values) {
    for (int i = 0; i < values.length; i++) {
      if (i == bytes.length || (bytes[i] & 0xff) != values[i]) {
        return false;
      }
    }
    return true;
  }
}
