package io.github.dokuconformance.diagnosis.text;

import io.github.dokuconformance.signature.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A component as it should have been signed and as it was; one of them may be missing. */
record ComponentPair(Optional<Component> right, Optional<Component> signer) {
  /**
   * Pairs them by their places where each has its fellow, so that another name is seen; else by
   * their names, so that one that is left out moves no other.
   */
  static List<ComponentPair> of(List<Component> right, List<Component> signer) {
    List<ComponentPair> pairs = new ArrayList<>();
    if (right.size() == signer.size()) {
      for (int i = 0; i < right.size(); i++) {
        pairs.add(new ComponentPair(Optional.of(right.get(i)), Optional.of(signer.get(i))));
      }
      return pairs;
    }
    List<Component> left = new ArrayList<>(signer);
    for (Component wanted : right) {
      Optional<Component> fellow =
          left.stream().filter(it -> it.name().equals(wanted.name())).findFirst();
      fellow.ifPresent(left::remove);
      pairs.add(new ComponentPair(Optional.of(wanted), fellow));
    }
    left.forEach(extra -> pairs.add(new ComponentPair(Optional.empty(), Optional.of(extra))));
    return pairs;
  }
}
