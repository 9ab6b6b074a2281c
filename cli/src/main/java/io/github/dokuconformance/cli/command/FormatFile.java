package io.github.dokuconformance.cli.command;

import io.github.dokuconformance.cli.input.FileNames;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A form of report, and the file that it goes to. */
public record FormatFile<F>(F format, Path file) {
  /** Reads {@code sarif=build/doku.sarif}. */
  public abstract static class Converter<F> implements ITypeConverter<FormatFile<F>> {
    private final F[] formats;

    protected Converter(F[] formats) {
      this.formats = formats;
    }

    @Override
    public final FormatFile<F> convert(String text) {
      int equals = text.indexOf('=');
      for (F format : formats) {
        if (equals > 0
            && equals < text.length() - 1
            && format.toString().equals(text.substring(0, equals))) {
          return new FormatFile<>(format, FileNames.path(text.substring(equals + 1)));
        }
      }
      throw new TypeConversionException(
          "expected FORMAT=FILE with one of "
              + Arrays.stream(formats).map(Object::toString).collect(Collectors.joining(", "))
              + " as FORMAT, got: "
              + text);
    }
  }
}
