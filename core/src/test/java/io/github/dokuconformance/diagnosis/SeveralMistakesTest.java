package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.Generated.Signed;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sets of mistakes of different dimensions, 5,400 pairs and 500 triples in all, a third and
 * a half of them each day.
 *
 * <p>A set that comes to the same signature as fewer mistakes must be found as those: which sets
 * these are is decided by signing with every smaller set.
 */
class SeveralMistakesTest {
  @ParameterizedTest
  @MethodSource("samples")
  void findsPairsAsSets(Sample sample) {
    Generated generated = Generated.of(sample);

    check(generated, generated.pairs, shorter(sample, false));
  }

  @ParameterizedTest
  @MethodSource("samplesSearchedToTheEnd")
  void findsTriplesOfTheLikelierAsSets(Sample sample) {
    Generated generated = Generated.of(sample);

    check(generated, generated.triples, shorter(sample, true));
  }

  @Test
  @EnabledIf("isExhaustive")
  void triesThousandsOfSets() {
    assertThat(Sample.all().stream().mapToInt(sample -> Generated.of(sample).pairs.size()).sum())
        .isGreaterThanOrEqualTo(5_000);
    assertThat(
            Generated.searchedToTheEnd().stream()
                .mapToInt(sample -> Generated.of(sample).triples.size())
                .sum())
        .isGreaterThanOrEqualTo(500);
  }

  static boolean isExhaustive() {
    return Rotation.isExhaustive();
  }

  static Stream<Arguments> samples() {
    return named(Rotation.of(Sample.all(), 3));
  }

  static Stream<Arguments> samplesSearchedToTheEnd() {
    return named(Rotation.of(Generated.searchedToTheEnd(), 2));
  }

  private static Stream<Arguments> named(List<Sample> samples) {
    return samples.stream().map(sample -> argumentSet(sample.toString(), sample));
  }

  private static void check(
      Generated generated, List<Signed> sets, Map<String, List<? extends MistakeCode>> shorter) {
    Batch batch = generated.batch;
    SoftAssertions softly = new SoftAssertions();
    for (Signed signed : sets) {
      int index = signed.index();
      List<NonSnapMistake> made = signed.set().stream().map(Forging::code).toList();
      List<? extends MistakeCode> codes = shorter.getOrDefault(signed.signature(), made);
      String name = signed.set().toString();
      softly.assertThat(batch.mistakes(index)).as(name).hasValue(codes.size());
      softly
          .assertThat(batch.explains(index, codes))
          .as(name + " " + batch.found(index).map(Found::choices))
          .isTrue();
    }
    softly.assertAll();
  }

  /** Every signature that no mistake, one and perhaps two make, with the fewest codes for it. */
  private static Map<String, List<? extends MistakeCode>> shorter(Sample sample, boolean pairs) {
    List<Forging> all = Forgings.all();
    Map<String, List<? extends MistakeCode>> shorter = new HashMap<>();
    shorter.put(Forging.sign(sample), List.of());
    for (Forging forging : Forgings.withSpacesAfterNames()) {
      shorter.putIfAbsent(Forging.sign(sample, forging), List.of(forging.code()));
    }
    for (Forging forging : all) {
      shorter.putIfAbsent(Forging.sign(sample, forging), List.of(forging.code()));
    }
    for (int i = 0; i < all.size() && pairs; i++) {
      for (int k = i + 1; k < all.size(); k++) {
        Forging first = all.get(i);
        Forging second = all.get(k);
        if (!first.dimension().equals(second.dimension())) {
          shorter.putIfAbsent(
              Forging.sign(sample, first, second), List.of(first.code(), second.code()));
        }
      }
    }
    return shorter;
  }
}
