package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.harness.ConformanceLevel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Texts of the command line as values; a text that is none is told with what was wanted. */
final class Converters {
  private Converters() {}

  static final class OperationConverter implements ITypeConverter<VectorOperation> {
    @Override
    public VectorOperation convert(String text) {
      try {
        return VectorOperation.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  static final class SchemeConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (Schemes.bundled().find(text).isEmpty()) {
        String known =
            Schemes.bundled().all().stream()
                .map(it -> it.scheme().id())
                .collect(Collectors.joining(", "));
        throw new TypeConversionException("expected " + known + ", got: " + text);
      }
      return text;
    }
  }

  static final class LevelConverter implements ITypeConverter<ConformanceLevel> {
    @Override
    public ConformanceLevel convert(String text) {
      return Arrays.stream(ConformanceLevel.values())
          .filter(level -> level.id().equals(text))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("expected must or should, got: " + text));
    }
  }

  static final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,6})(ms|s|m)");

    @Override
    public Duration convert(String text) {
      Matcher matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new TypeConversionException("expected a time such as 5s, 500ms or 1m, got: " + text);
      }
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        default -> Duration.ofMinutes(amount);
      };
    }
  }
}
