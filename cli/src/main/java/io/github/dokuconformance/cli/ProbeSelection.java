package io.github.dokuconformance.cli;

import io.github.dokuconformance.probe.NotificationForm;
import io.github.dokuconformance.probe.Probe;
import io.github.dokuconformance.probe.ProbeCatalogue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Probes by patterns in which {@code *} stands for any text. */
final class ProbeSelection {
  private final List<Pattern> patterns;

  private ProbeSelection(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /**
   * Returns the selection of every probe that one of the patterns fits; of all, if none is given.
   */
  static ProbeSelection of(List<String> globs) {
    return new ProbeSelection(globs.stream().map(ProbeSelection::pattern).toList());
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(
        Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  List<Probe> probes(NotificationForm form) {
    return ProbeCatalogue.probes(form).stream().filter(probe -> includes(probe.id())).toList();
  }

  boolean includes(String id) {
    return patterns.isEmpty()
        || patterns.stream().anyMatch(pattern -> pattern.matcher(id).matches());
  }
}
