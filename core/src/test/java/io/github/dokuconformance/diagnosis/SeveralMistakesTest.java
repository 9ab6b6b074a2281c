package io.github.dokuconformance.diagnosis;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sets of mistakes of different dimensions, 5,400 pairs and 540 triples in all.
 *
 * <p>A set that comes to the same signature as fewer mistakes must be found as those: which sets
 * these are is decided by signing with every smaller set.
 */
@Tag("slow")
class SeveralMistakesTest {
  private static final int PAIRS_PER_MESSAGE = 450;
  private static final int TRIPLES_PER_MESSAGE = 90;
  private static final Budget PAIRS = Budget.standard().withHypotheses(4_000_000);
  private static final long SEED = 20261122;

  @ParameterizedTest
  @MethodSource("samples")
  void findsPairsAsSets(Sample sample) {
    List<Forging[]> pairs = random(sample, 2, PAIRS_PER_MESSAGE, Forgings.all());
    List<String> signatures = pairs.stream().map(pair -> Forging.sign(sample, pair)).toList();

    Batch batch = Batch.of(sample.input(), signatures, PAIRS);

    check(sample, pairs, signatures, batch);
  }

  @ParameterizedTest
  @MethodSource("someSamples")
  void findsTriplesOfTheLikelierAsSets(Sample sample) {
    List<Forging[]> triples = random(sample, 3, TRIPLES_PER_MESSAGE, likelier(sample));
    List<String> signatures = triples.stream().map(set -> Forging.sign(sample, set)).toList();

    Batch batch = Batch.of(sample.input(), signatures, Budget.standard());

    check(sample, triples, signatures, batch);
  }

  static Stream<Arguments> samples() {
    return Sample.all().stream().map(sample -> argumentSet(sample.toString(), sample));
  }

  static Stream<Arguments> someSamples() {
    return Stream.of(
            Sample.requests(), Sample.bodyless(), Sample.responses(), Sample.notifications())
        .flatMap(
            samples -> samples.stream().limit(samples.get(0).body().equals("order.json") ? 2 : 1))
        .limit(6)
        .map(sample -> argumentSet(sample.toString(), sample));
  }

  private static void check(
      Sample sample, List<Forging[]> sets, List<String> signatures, Batch batch) {
    Map<String, List<MistakeCode>> shorter = shorter(sample, sets.get(0).length);
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < sets.size(); i++) {
      List<MistakeCode> codes =
          shorter.getOrDefault(
              signatures.get(i), Arrays.stream(sets.get(i)).map(Forging::code).toList());
      String name = Arrays.toString(sets.get(i));
      softly.assertThat(batch.mistakes(i)).as(name).hasValue(codes.size());
      softly
          .assertThat(batch.explains(i, codes))
          .as(name + " " + batch.found(i).map(Found::choices))
          .isTrue();
    }
    softly.assertAll();
  }

  /** Every signature that no mistake, one and two make, with the fewest codes that make it. */
  private static Map<String, List<MistakeCode>> shorter(Sample sample, int mistakes) {
    List<Forging> all = Forgings.all();
    Map<String, List<MistakeCode>> shorter = new HashMap<>();
    shorter.put(Forging.sign(sample), List.of());
    for (Forging forging : all) {
      shorter.putIfAbsent(Forging.sign(sample, forging), List.of(forging.code()));
    }
    for (int i = 0; i < all.size() && mistakes > 2; i++) {
      for (int k = i + 1; k < all.size(); k++) {
        Forging first = all.get(i);
        Forging second = all.get(k);
        if (first.dimension() != second.dimension()) {
          shorter.putIfAbsent(
              Forging.sign(sample, first, second), List.of(first.code(), second.code()));
        }
      }
    }
    return shorter;
  }

  /** Those whose choices cost so little that three of them are searched. */
  private static List<Forging> likelier(Sample sample) {
    List<String> signatures =
        Forgings.all().stream().map(forging -> Forging.sign(sample, forging)).toList();
    Batch singles = Batch.of(sample.input(), signatures, PAIRS.withHypotheses(20_000));
    return IntStream.range(0, signatures.size())
        .filter(
            i ->
                singles.found(i).stream()
                    .flatMap(found -> found.choices().stream())
                    .allMatch(choice -> choice.cost() <= Choice.SEEN))
        .mapToObj(Forgings.all()::get)
        .toList();
  }

  private static List<Forging[]> random(Sample sample, int size, int count, List<Forging> from) {
    Random random = new Random(SEED + sample.toString().hashCode() + size);
    String right = Forging.sign(sample);
    List<Forging> effective =
        from.stream().filter(forging -> !Forging.sign(sample, forging).equals(right)).toList();
    List<Forging[]> sets = new ArrayList<>();
    while (sets.size() < count) {
      Forging[] set =
          random.ints(size, 0, effective.size()).mapToObj(effective::get).toArray(Forging[]::new);
      if (Arrays.stream(set).map(Forging::dimension).distinct().count() == size) {
        sets.add(set);
      }
    }
    return sets;
  }
}
