package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Component;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a developer's string to sign that is not as it ought to be.
 *
 * @param wanted name and value; nothing where the line does not belong there
 * @param actual name and value; nothing where the line is missing
 */
public record LineDifference(Optional<Component> wanted, Optional<Component> actual) {
  /** Lines go together by their names, and where one has an odd name by their number. */
  static List<LineDifference> between(List<Component> right, String text) {
    List<Component> lines = text.lines().map(LineDifference::component).toList();
    Set<Integer> taken = new HashSet<>();
    List<LineDifference> all = new ArrayList<>();
    boolean alike = false;
    for (int i = 0; i < right.size(); i++) {
      Component wanted = right.get(i);
      int at = indexOf(lines, wanted.name(), taken);
      alike |= at >= 0;
      if (at < 0 && i < lines.size() && isOdd(lines.get(i), right)) {
        at = i;
      }
      Optional<Component> actual = at < 0 ? Optional.empty() : Optional.of(lines.get(at));
      taken.add(at);
      if (!actual.equals(Optional.of(wanted))) {
        all.add(new LineDifference(Optional.of(wanted), actual));
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!taken.contains(i)) {
        all.add(new LineDifference(Optional.empty(), Optional.of(lines.get(i))));
      }
    }
    // Where no name is right the text is put together otherwise, and lines say nothing.
    return alike ? all : List.of();
  }

  private static Component component(String line) {
    int colon = line.indexOf(':');
    return colon < 0
        ? new Component(line, "")
        : new Component(line.substring(0, colon), line.substring(colon + 1));
  }

  private static int indexOf(List<Component> lines, String name, Set<Integer> taken) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).name().equals(name) && !taken.contains(i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOdd(Component line, List<Component> right) {
    return right.stream().noneMatch(component -> component.name().equals(line.name()));
  }

  LineDifference masked(Mask mask) {
    return new LineDifference(wanted.map(mask::component), actual.map(mask::component));
  }
}
