package io.github.dokuconformance.cli.input.curl;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.message.MessageLimits;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** The data of a curl command, joined from all its options. Not thread safe. */
final class CurlData {
  private final String file;
  private final ShellCommand command;
  private final AllowedFiles files;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean given;

  CurlData(String file, ShellCommand command, AllowedFiles files) {
    this.file = file;
    this.command = command;
    this.files = files;
  }

  boolean isGiven() {
    return given;
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** Adds the value of a data option, with {@code &} before it unless it is {@code --json}. */
  void add(CurlOption option, ShellWord value) throws InputException {
    if (given && option != CurlOption.JSON) {
      bytes.write('&');
    }
    given = true;
    if (option == CurlOption.DATA_RAW || !value.startsWith('@')) {
      bytes.writeBytes(value.toByteArray());
    } else {
      byte[] content = readFile(option, value.line(), value.after(1).text());
      bytes.writeBytes(option == CurlOption.DATA ? withoutLineEnds(content) : content);
    }
    if (bytes.size() > MessageLimits.BODY_BYTES) {
      throw InputException.atLine(
          file,
          value.line(),
          String.format(
              Locale.ROOT,
              "expected a body of at most %d bytes (10 MiB), got more",
              MessageLimits.BODY_BYTES));
    }
  }

  private byte[] readFile(CurlOption option, int line, String name) throws InputException {
    if (name.equals("-") && command.input() != null) {
      return command.input().toByteArray();
    }
    if (name.equals("-") && command.inputFile() != null) {
      ShellWord named = command.inputFile();
      return files.read(file, named.line(), "the shell's <", named.text());
    }
    if (name.equals("-")) {
      throw InputException.atLine(
          file, line, "expected the data or @file, got @- (standard input)");
    }
    return files.read(file, line, option.toString(), name);
  }

  /** Drops what curl drops from {@code -d @file}: CR, LF and NUL. */
  private static byte[] withoutLineEnds(byte[] content) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(content.length);
    for (byte b : content) {
      if (b != '\r' && b != '\n' && b != 0) {
        kept.write(b);
      }
    }
    return kept.toByteArray();
  }
}
