package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Holds MACs against the signatures that came, in every form that those may have. */
final class SignatureJudge implements Judge {
  private final List<SignatureForm> forms;
  private final Map<Long, List<Integer>> byBeginning = new HashMap<>();
  // One bit for each value of the first 16 bits: nearly all MACs stop here.
  private final long[] filter = new long[1 << 10];

  SignatureJudge(List<SignatureForm> forms) {
    this.forms = List.copyOf(forms);
    for (int i = 0; i < forms.size(); i++) {
      for (long beginning : forms.get(i).beginnings()) {
        byBeginning.computeIfAbsent(beginning, b -> new ArrayList<>()).add(i);
        int bit = (int) (beginning >>> 48);
        filter[bit >> 6] |= 1L << bit;
      }
    }
  }

  /** Tells whether a MAC of that choice's kind could be what came at all. */
  boolean isUseful(Choice choice) {
    MacKind mac = null;
    if (choice.value() instanceof MacKind kind) {
      mac = kind;
    } else if (choice.value() instanceof Layout layout) {
      mac = layout.mac();
    }
    return mac == null || fewestMistakes(mac.hash().length()) < Search.MOST_CHANGES;
  }

  private int fewestMistakes(int macBytes) {
    return forms.stream()
        .flatMapToInt(form -> form.fewestMistakes(macBytes).stream())
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  @Override
  public void judge(Lane lane, Recipe recipe, IntConsumer met) {
    judge(lane.mac(recipe), met);
  }

  @Override
  public void judge(Lane lane, Choice choice, IntConsumer met) {
    judge(lane.mac(choice), met);
  }

  private void judge(byte[] mac, IntConsumer met) {
    int bit = (mac[0] & 0xff) << 8 | (mac[1] & 0xff);
    if ((filter[bit >> 6] & 1L << bit) == 0) {
      return;
    }
    for (int target : byBeginning.getOrDefault(SignatureForm.first(mac), List.of())) {
      if (forms.get(target).match(mac).isPresent()) {
        met.accept(target);
      }
    }
  }

  @Override
  public int targets() {
    return forms.size();
  }

  @Override
  public int deepest(int target) {
    return IntStream.of(16, 20, 32, 48, 64)
        .flatMap(bytes -> forms.get(target).fewestMistakes(bytes).stream())
        .map(fewest -> Search.MOST_CHANGES - fewest)
        .max()
        .orElse(-1);
  }
}
