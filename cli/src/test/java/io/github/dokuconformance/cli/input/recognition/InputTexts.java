package io.github.dokuconformance.cli.input.recognition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads inputs that stand in tests. */
public final class InputTexts {
  public static final Predicate<Target> CONTRACT = target -> target.path().startsWith("/akulaku");

  private InputTexts() {}

  public static InputOptions options(InputFormat format) {
    return options(format, AllowedFiles.none());
  }

  public static InputOptions options(InputFormat format, AllowedFiles files) {
    return new InputOptions(
        Optional.ofNullable(format), CONTRACT, files, Optional.empty(), Optional.empty());
  }

  /** Returns the bytes whose ISO-8859-1 form the text is. */
  public static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** Reads all exchanges, from standard input. */
  public static List<Exchange> readAll(byte[] input, InputFormat format) throws InputException {
    try (InputSource source =
        Inputs.openStandardInput(new ByteArrayInputStream(input), options(format))) {
      return readAll(source);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads all exchanges of an input of that name. */
  public static List<Exchange> readAll(String name, byte[] input, InputFormat format)
      throws InputException {
    return readAll(name, input, options(format));
  }

  /** Reads all exchanges of an input of that name. */
  public static List<Exchange> readAll(String name, byte[] input, InputOptions options)
      throws InputException {
    try (InputSource source =
        Inputs.open(
            name, new ByteArrayInputStream(input), options.files(), options.format(), options)) {
      return readAll(source);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static List<Exchange> readAll(InputSource source) throws InputException {
    List<Exchange> exchanges = new ArrayList<>();
    for (Optional<PendingExchange> next = source.next(); next.isPresent(); next = source.next()) {
      Exchange exchange = next.get().parse();
      if (!exchange.source().equals(next.get().source())) {
        throw new AssertionError(exchange.source() + " is not " + next.get().source());
      }
      exchanges.add(exchange);
    }
    return exchanges;
  }
}
