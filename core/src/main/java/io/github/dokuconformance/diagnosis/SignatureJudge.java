package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Holds MACs against the signatures that came, in every form that those may have. */
final class SignatureJudge implements Judge {
  private final List<SignatureForm> forms;
  private final Map<Long, List<Integer>> byBeginning = new HashMap<>();
  // One bit for each value of the first 16 bits: nearly all MACs stop here.
  private final long[] filter = new long[1 << 10];

  private final int[] deepest;
  private final Set<Hash> possible = EnumSet.noneOf(Hash.class);

  SignatureJudge(List<SignatureForm> forms) {
    this.forms = List.copyOf(forms);
    deepest = new int[forms.size()];
    for (int i = 0; i < deepest.length; i++) {
      deepest[i] = -1;
      for (long beginning : forms.get(i).beginnings()) {
        byBeginning.computeIfAbsent(beginning, b -> new ArrayList<>()).add(i);
      }
      for (Hash hash : Hash.values()) {
        int changes =
            Search.MOST_CHANGES
                - forms.get(i).fewestMistakes(hash.length()).orElse(Search.MOST_CHANGES + 1);
        deepest[i] = Math.max(deepest[i], changes);
        if (changes > 0) {
          possible.add(hash);
        }
      }
    }
    byBeginning.keySet().forEach(this::letPass);
  }

  private void letPass(long beginning) {
    int bit = (int) (beginning >>> 48);
    filter[bit >> 6] |= 1L << bit;
  }

  @Override
  public void forget(IntPredicate settled) {
    byBeginning.values().forEach(targets -> targets.removeIf(settled::test));
    byBeginning.values().removeIf(List::isEmpty);
    Arrays.fill(filter, 0);
    byBeginning.keySet().forEach(this::letPass);
  }

  /** Tells whether a MAC of that choice's kind could be what came at all. */
  boolean isUseful(Choice<?> choice) {
    Optional<MacKind> brought = brought(choice);
    return brought.isEmpty() || possible.contains(brought.get().hash());
  }

  private static <T> Optional<MacKind> brought(Choice<T> choice) {
    return choice.dimension().mac(choice.value());
  }

  @Override
  public List<Integer> met(Lane lane, Recipe recipe) {
    return met(lane.mac(recipe));
  }

  @Override
  public List<Integer> met(Lane lane, Choice<?> choice) {
    return met(lane.mac(choice));
  }

  private List<Integer> met(byte[] mac) {
    int bit = (mac[0] & 0xff) << 8 | (mac[1] & 0xff);
    if ((filter[bit >> 6] & 1L << bit) == 0) {
      return List.of();
    }
    return byBeginning.getOrDefault(SignatureForm.beginning(mac), List.of()).stream()
        .filter(target -> !forms.get(target).matches(mac).isEmpty())
        .toList();
  }

  @Override
  public int targets() {
    return forms.size();
  }

  @Override
  public int deepest(int target) {
    return deepest[target];
  }
}
