package io.github.dokuconformance.vectors.harness;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern of case ids in which {@code *} stands for any text inside one segment.
 *
 * <p>{@code verify/*}{@code /valid} covers {@code verify/cancel/valid}, but {@code verify/*} does
 * not.
 */
public final class Glob {
  private final Pattern pattern;

  private Glob(Pattern pattern) {
    this.pattern = pattern;
  }

  public static Glob of(String text) {
    return new Glob(
        Pattern.compile(
            Stream.of(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]*"))));
  }

  public boolean covers(String caseId) {
    return pattern.matcher(caseId).matches();
  }
}
