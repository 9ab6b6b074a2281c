package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.SignatureForm;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The MACs and the signed digests that a header may stand for, each with the mistakes by which it
 * does.
 *
 * @param values by their hex digits
 */
record SnapForm(Map<String, List<List<Mistake>>> values) implements SignatureForm {
  /** The shortest RSA signature that anybody makes. */
  static final int FEWEST_OF_RSA = 128;

  @Override
  public Set<Long> beginnings() {
    return values.keySet().stream()
        .filter(hex -> hex.length() >= 2 * FEWEST_BYTES)
        .map(hex -> SignatureForm.beginning(HexFormat.of().parseHex(hex)))
        .collect(Collectors.toSet());
  }

  @Override
  public List<List<Mistake>> matches(byte[] mac) {
    List<List<Mistake>> all = values.getOrDefault(HexFormat.of().formatHex(mac), List.of());
    int fewest = all.stream().mapToInt(List::size).min().orElse(0);
    return all.stream().filter(mistakes -> mistakes.size() == fewest).toList();
  }

  @Override
  public OptionalInt fewestMistakes(int macBytes) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().length() == 2 * macBytes)
        .flatMapToInt(entry -> entry.getValue().stream().mapToInt(List::size))
        .min();
  }
}
