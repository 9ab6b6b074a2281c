package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.signature.MerchantSecret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Where a secret comes from that must not stand in an argument: a variable, or a file. */
public final class SecretSources {
  /** Far more than any Secret Key has; who names another file by mistake shall learn it soon. */
  private static final int LONGEST = 4 << 10;

  private SecretSources() {}

  /** Returns the secret in the variable, white space and all. */
  public static MerchantSecret ofVariable(String name, Map<String, String> environment)
      throws InputException {
    String value = environment.get(name);
    if (value == null) {
      throw InputException.of(
          "$" + name, "the environment variable for the secret is not set; export it first");
    }
    if (value.isEmpty()) {
      throw InputException.of("$" + name, "the environment variable for the secret is empty");
    }
    return MerchantSecret.of(value);
  }

  /**
   * Returns the secret in the file: its bytes, less one CRLF or LF at the end, which editors and
   * {@code echo} add. Other white space is part of the secret.
   */
  public static MerchantSecret ofFile(Path file) throws InputException {
    String name = FileNames.of(file);
    if (Files.isDirectory(file)) {
      throw InputException.of(name, "expected a file with the secret alone, got a directory");
    }
    byte[] bytes;
    try (InputStream in = InputFile.open(file)) {
      bytes = in.readNBytes(LONGEST + 1);
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    }
    if (bytes.length > LONGEST) {
      throw InputException.of(
          name, "expected a file with the secret alone, got more than " + LONGEST + " bytes");
    }
    byte[] secret = Arrays.copyOf(bytes, lengthWithoutLineEnd(bytes));
    if (secret.length == 0) {
      throw InputException.of(name, "expected a file with the secret alone, got an empty one");
    }
    if (startsWithByteOrderMark(secret)) {
      throw InputException.of(
          name, "expected the secret alone, got a byte order mark; save the file without one");
    }
    return MerchantSecret.of(secret);
  }

  private static int lengthWithoutLineEnd(byte[] bytes) {
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
      if (end > 0 && bytes[end - 1] == '\r') {
        end--;
      }
    }
    return end;
  }

  private static boolean startsWithByteOrderMark(byte[] bytes) {
    int first = bytes[0] & 0xff;
    return (first == 0xEF && bytes.length > 2 && (bytes[1] & 0xff) == 0xBB)
        || (first >= 0xFE && bytes.length > 1);
  }
}
