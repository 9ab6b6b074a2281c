package io.github.dokuconformance.cli.input.recognition;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputFile;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.JsonText;
import io.github.dokuconformance.cli.input.curl.CurlFile;
import io.github.dokuconformance.cli.input.har.HarSource;
import io.github.dokuconformance.cli.input.loose.LooseJson;
import io.github.dokuconformance.cli.input.postman.InsomniaExport;
import io.github.dokuconformance.cli.input.postman.NewmanReport;
import io.github.dokuconformance.cli.input.postman.PostmanCollection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

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

  private static final Set<InputKind> EXCHANGES = Set.of(InputKind.JSON, InputKind.LOOSE_JSON);

  private Inputs() {}

  /**
   * Opens a file, as what its name's ending says if the options name no format.
   *
   * <p>Where no such file exists and the name ends as that of an exchange does, as in {@code
   * orders.jsonl#17}, it is that exchange alone.
   *
   * @throws InputException if it can't be read; the message says where and why
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
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static InputSource openStandardInput(InputStream in, InputOptions options)
      throws InputException {
    return open(STANDARD_INPUT, in, options.files(), options.format(), options);
  }

  static InputSource open(
      String name,
      InputStream in,
      AllowedFiles files,
      Optional<InputFormat> format,
      InputOptions options)
      throws InputException {
    try {
      InputStart start = InputStart.read(name, in);
      InputStream all = start.thenRest();
      InputFormat known = format.orElseGet(() -> formatOf(start));
      return switch (known) {
        case HTTP, LOG, BRU ->
            new WholeSource(name, all, new TextReader(format, files, options.target()));
        case CURL ->
            new WholeSource(
                name, all, (content, readings) -> CurlFile.read(content, files, readings));
        case HAR -> new HarSource(name, all, options.contractTarget());
        case JSON -> json(name, all, start.jsonKind(), options);
        case JSONL -> new JsonLinesSource(name, all, options.target());
      };
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    }
  }

  private static InputFormat formatOf(InputStart start) {
    if (!start.isJson()) {
      return InputFormat.HTTP;
    }
    boolean exchange = EXCHANGES.contains(start.jsonKind());
    return exchange && start.isJsonLines() ? InputFormat.JSONL : InputFormat.JSON;
  }

  private static InputSource json(
      String name, InputStream all, InputKind kind, InputOptions options) {
    return switch (kind) {
      case HAR -> new HarSource(name, all, options.contractTarget());
      case NEWMAN ->
          new WholeSource(
              name,
              all,
              (content, readings) ->
                  NewmanReport.read(content, options.contractTarget(), readings));
      case INSOMNIA -> new WholeSource(name, all, InsomniaExport::read);
      case POSTMAN ->
          new WholeSource(
              name,
              all,
              (content, readings) ->
                  PostmanCollection.read(content, environment(options), readings));
      case LOOSE_JSON ->
          new WholeSource(
              name,
              all,
              (content, readings) -> LooseJson.read(content, options.target(), readings));
      default -> new JsonSource(name, all);
    };
  }

  private static Optional<JsonNode> environment(InputOptions options) throws InputException {
    if (options.environment().isEmpty()) {
      return Optional.empty();
    }
    Path file = options.environment().get();
    byte[] content = InputFile.read(file, "an environment of Postman");
    return Optional.of(JsonText.tree(FileNames.of(file), 1, content));
  }

  /**
   * Returns the format whose exchanges have places in the file's text, if it is one of those.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static Optional<InputFormat> formatWithPlaces(Path file, Optional<InputFormat> format)
      throws IOException, InputException {
    String name = FileNames.of(file);
    try (InputStream in = Files.newInputStream(file)) {
      InputStart start = InputStart.read(name, in);
      Optional<InputFormat> named = format.or(() -> InputFormat.ofFileName(name));
      InputFormat known = named.orElseGet(() -> formatOf(start));
      return switch (known) {
        case HTTP -> formatOf(Recogniser.ofText(start.thenRest()), named);
        case JSON -> {
          InputKind kind = start.jsonKind();
          boolean places = kind == InputKind.JSON || kind == InputKind.HAR;
          yield places ? Optional.of(known) : Optional.empty();
        }
        case CURL, HAR, JSONL -> Optional.of(known);
        case BRU, LOG -> Optional.empty();
      };
    }
  }

  /** Returns how {@link TextReader} reads a text of that kind, where that has places. */
  private static Optional<InputFormat> formatOf(InputKind kind, Optional<InputFormat> named) {
    return switch (kind) {
      case HTTP -> Optional.of(InputFormat.HTTP);
      case CURL -> named.or(() -> Optional.of(InputFormat.CURL));
      default -> Optional.empty();
    };
  }
}
