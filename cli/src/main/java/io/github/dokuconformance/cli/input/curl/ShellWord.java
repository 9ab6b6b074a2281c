package io.github.dokuconformance.cli.input.curl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** One argument of a command, after the shell's quoting, and the line on which it begins. */
final class ShellWord {
  private final byte[] bytes;
  private final int line;

  ShellWord(byte[] bytes, int line) {
    this.bytes = bytes;
    this.line = line;
  }

  int line() {
    return line;
  }

  byte[] toByteArray() {
    return bytes.clone();
  }

  /** Returns the text, as UTF-8, or as ISO-8859-1 where it is not UTF-8. */
  String text() {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, ISO_8859_1);
    }
  }

  boolean startsWith(char first) {
    return bytes.length > 0 && bytes[0] == first;
  }

  /** Returns what follows the first so many bytes. */
  ShellWord after(int count) {
    return new ShellWord(Arrays.copyOfRange(bytes, count, bytes.length), line);
  }
}
