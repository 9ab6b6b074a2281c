package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.MessageLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;

/** The data of a curl command, joined from all its options. Not thread safe. */
final class CurlData {
  private final String file;
  private final Function<String, Path> locator;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean given;

  CurlData(String file, Function<String, Path> locator) {
    this.file = file;
    this.locator = locator;
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
      byte[] content = readFile(value.line(), value.after(1).text());
      bytes.writeBytes(option == CurlOption.DATA ? withoutLineEnds(content) : content);
    }
    if (bytes.size() > MessageLimits.BODY_BYTES) {
      throw InputException.atLine(
          file,
          value.line(),
          "expected a body of at most %d bytes (10 MiB), got more"
              .formatted(MessageLimits.BODY_BYTES));
    }
  }

  private byte[] readFile(int line, String name) throws InputException {
    if (name.equals("-")) {
      throw InputException.atLine(
          file, line, "expected the data or @file, got @- (standard input)");
    }
    try {
      Path path = locator.apply(name);
      if (!Files.isRegularFile(path)) {
        throw InputException.atLine(
            file,
            line,
            "expected a file to take the data from, got none at "
                + Visible.quoted(path.toString()));
      }
      try (InputStream in = Files.newInputStream(path)) {
        return in.readNBytes(MessageLimits.BODY_BYTES + 1);
      }
    } catch (InvalidPathException | IOException e) {
      throw InputException.atLine(
          file,
          line,
          "the data file can't be read: " + Visible.line(String.valueOf(e.getMessage())));
    }
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
