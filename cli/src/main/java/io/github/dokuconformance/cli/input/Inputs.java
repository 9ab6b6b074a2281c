package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.cli.input.curl.CurlFile;
import io.github.dokuconformance.cli.input.har.HarSource;
import io.github.dokuconformance.cli.input.http.HttpFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens what a developer has at hand, as a sequence of exchanges.
 *
 * <p>A UTF-8 byte order mark at the beginning is passed over. Whatever the input holds, the outcome
 * is exchanges or an {@link InputException}, in memory that is bounded by one exchange at its
 * limits.
 */
public final class Inputs {
  private static final String STANDARD_INPUT = "stdin";

  private static final Pattern ONE_EXCHANGE = Pattern.compile("(.+)#[1-9][0-9]*");

  private Inputs() {}

  /**
   * Opens a file, as what its name's ending says if the options name no format.
   *
   * <p>Where no such file exists and the name ends as that of an exchange does, as in {@code
   * orders.jsonl#17}, it is that exchange alone.
   */
  public static InputSource open(Path file, InputOptions options) throws InputException {
    String name = FileNames.of(file);
    if (!fileOf(name).equals(name)) {
      return new SelectedSource(name, open(FileNames.path(fileOf(name)), options));
    }
    if (Files.notExists(file)) {
      throw InputException.ofIo(name, new NoSuchFileException(name));
    }
    if (Files.isDirectory(file)) {
      throw InputException.of(name, "expected a file, got a directory; name the files in it");
    }
    Optional<InputFormat> format = options.format().or(() -> InputFormat.ofFileName(name));
    if (format.isEmpty()) {
      throw InputException.of(
          name,
          "expected a name that ends in one of %s; else say with --input-format what it is"
              .formatted(InputFormat.endings()));
    }
    try {
      options.files().requireFollowed(file);
      InputStream in = InputFile.open(file);
      return open(name, in, options.files().besides(file), format, options);
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    }
  }

  /** Returns the file that an input names: of {@code orders.jsonl#17}, {@code orders.jsonl}. */
  public static String fileOf(String name) {
    Matcher one = ONE_EXCHANGE.matcher(name);
    return one.matches() && Files.notExists(FileNames.path(name)) ? one.group(1) : name;
  }

  /**
   * Opens standard input, as what its first bytes look like if the options name no format.
   *
   * <p>It is called {@code stdin} in messages and reports. What it names is relative to the current
   * directory.
   */
  public static InputSource openStandardInput(InputStream in, InputOptions options)
      throws InputException {
    return open(STANDARD_INPUT, in, options.files(), options.format(), options);
  }

  private static InputSource open(
      String name,
      InputStream in,
      AllowedFiles files,
      Optional<InputFormat> format,
      InputOptions options)
      throws InputException {
    try {
      InputStart start = InputStart.read(name, in);
      InputStream all = start.thenRest();
      return switch (format.orElseGet(start::format)) {
        case HTTP -> new SingleSource(name, all, bytes -> HttpFile.parse(name, bytes));
        case CURL -> new SingleSource(name, all, bytes -> CurlFile.parse(name, bytes, files));
        case HAR -> new HarSource(name, all, options.contractTarget());
        case JSON -> new JsonSource(name, all);
        case JSONL -> new JsonLinesSource(name, all);
      };
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    }
  }
}
