package io.github.dokuconformance.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.MerchantSecret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a secret comes from that must not stand in an argument: a variable, or a file. */
public final class SecretSources {
  /** Long enough for a file with all the variables of a program. */
  private static final int LONGEST = 64 << 10;

  private SecretSources() {}

  /**
   * Returns the secret in the variable, white space and all.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
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
    // Java has turned its bytes into text by the locale's charset.
    boolean exact = Charset.defaultCharset().equals(UTF_8) && value.indexOf('\ufffd') < 0;
    if (!exact && !Visible.isPrintableAscii(value)) {
      throw InputException.of(
          "$" + name,
          "expected a secret in ASCII, or a locale whose charset is UTF-8; else use --secret-file");
    }
    return MerchantSecret.of(value);
  }

  /**
   * Returns the secret in the file: its bytes, less one CRLF or LF at the end, which editors and
   * {@code echo} add, or the value of the one variable called {@code …SECRET…}.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static SecretFile ofFile(Path file) throws InputException {
    String name = FileNames.of(file);
    if (Files.isDirectory(file)) {
      throw InputException.of(name, "expected a file with the secret alone, got a directory");
    }
    try (InputStream in = InputFile.open(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw InputException.of(
            name, "expected a file with the secret alone, got more than " + LONGEST + " bytes");
      }
      return SecretFile.of(name, bytes);
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    }
  }
}
