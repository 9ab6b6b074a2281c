package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random signatures of one message, 450 of pairs of mistakes, and the one search for them all.
 *
 * <p>Four messages, one of each kind, are searched to the end, for 125 triples of the likelier
 * mistakes, 500 MACs of nobody and 125 wrong secrets more.
 */
final class Generated {
  private static final int PAIRS = 450;
  private static final int TRIPLES = 125;
  private static final int MACS = 500;
  private static final int SECRETS = 125;
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);
  private static final long SEED = 20261122;
  private static final Map<Sample, Generated> BY_SAMPLE = new ConcurrentHashMap<>();

  final Sample sample;
  final List<Signed> pairs;
  final List<Signed> triples;
  final List<Signed> wrong;
  final Batch batch;

  /** A signature, the mistakes it was made with, if any explain it, and its place in the batch. */
  record Signed(int index, List<Forging> set, String signature) {}

  private Generated(Sample sample) {
    this.sample = sample;
    List<Signed> all = new ArrayList<>();
    pairs = sets(all, 2, PAIRS, Forgings.combined());
    boolean toTheEnd = searchedToTheEnd().contains(sample);
    triples = toTheEnd ? sets(all, 3, TRIPLES, likelier()) : List.of();
    wrong = toTheEnd ? wrong(all) : List.of();
    batch =
        Batch.of(sample.input(), all.stream().map(Signed::signature).toList(), Budget.standard());
  }

  static Generated of(Sample sample) {
    return BY_SAMPLE.computeIfAbsent(sample, Generated::new);
  }

  static List<Sample> searchedToTheEnd() {
    return List.of(
        Sample.all().get(0), Sample.all().get(3), Sample.all().get(7), Sample.all().get(11));
  }

  private List<Signed> sets(List<Signed> all, int size, int count, List<Forging> from) {
    Random random = new Random(SEED + sample.toString().hashCode() + size);
    String right = Forging.sign(sample);
    List<Forging> effective =
        from.stream().filter(forging -> !Forging.sign(sample, forging).equals(right)).toList();
    List<Signed> sets = new ArrayList<>();
    while (sets.size() < count) {
      Forging[] set =
          random.ints(size, 0, effective.size()).mapToObj(effective::get).toArray(Forging[]::new);
      if (Arrays.stream(set).map(Forging::dimension).distinct().count() == size
          && !putsOtherBytesIntoText(set)
          && !isCutTwice(set)) {
        add(all, sets, List.of(set), Forging.sign(sample, set));
      }
    }
    return sets;
  }

  /** A body of another charset has no text that could stand in place of its digest. */
  private static boolean putsOtherBytesIntoText(Forging[] set) {
    return Stream.of(NonSnapMistake.DIGEST_RAW_BODY, NonSnapMistake.BODY_CHARSET)
        .allMatch(code -> Arrays.stream(set).anyMatch(forging -> forging.code() == code));
  }

  /** What is cut off a MAC may be its padding alone. */
  private static boolean isCutTwice(Forging[] set) {
    return Stream.of(NonSnapMistake.SIGNATURE_TRUNCATED, NonSnapMistake.SIGNATURE_ENCODING_UNPADDED)
        .allMatch(code -> Arrays.stream(set).anyMatch(forging -> forging.code() == code));
  }

  private List<Signed> wrong(List<Signed> all) {
    Random random = new Random(SEED + sample.toString().hashCode());
    List<Signed> wrong = new ArrayList<>();
    Stream.concat(
            IntStream.range(0, MACS).mapToObj(i -> signatureOfNobody(random)),
            IntStream.range(0, SECRETS).mapToObj(i -> withWrongSecret(random)))
        .forEach(signature -> add(all, wrong, List.of(), signature));
    return wrong;
  }

  private static void add(
      List<Signed> all, List<Signed> part, List<Forging> set, String signature) {
    Signed signed = new Signed(all.size(), set, signature);
    all.add(signed);
    part.add(signed);
  }

  /** Those whose choices cost so little that three of them are searched. */
  private List<Forging> likelier() {
    List<Forging> all = Forgings.combined();
    List<String> signatures = all.stream().map(f -> Forging.sign(sample, f)).toList();
    Batch singles = Batch.of(sample.input(), signatures, SINGLES);
    return IntStream.range(0, all.size())
        .filter(
            i ->
                singles.found(i).stream()
                    .flatMap(found -> found.choices().stream())
                    .allMatch(
                        choice ->
                            choice.cost() <= Choice.SEEN
                                && choice.dimension().equals(all.get(i).dimension())))
        .mapToObj(all::get)
        .toList();
  }

  /** Returns a random MAC of some length in some encoding, with or without the prefix. */
  static String signatureOfNobody(Random random) {
    byte[] mac = new byte[List.of(32, 32, 32, 32, 32, 64, 48, 20, 16, 12).get(random.nextInt(10))];
    random.nextBytes(mac);
    List<Encoding> encodings =
        random.nextInt(3) == 0 ? List.of(Encoding.values()) : List.of(Encoding.BASE64);
    Encoding encoding = encodings.get(random.nextInt(encodings.size()));
    String prefix = random.nextInt(4) == 0 ? "" : "HMACSHA256=";
    return prefix + encoding.encode(mac);
  }

  private String withWrongSecret(Random random) {
    byte[] key = ("SK-WRONG-" + random.nextLong() + "-NOT-A-SECRET").getBytes(UTF_8);
    return Forging.sign(
        sample, new Forging(NonSnapMistake.SECRET_EMPTY, "wrong", f -> f.key = key));
  }
}
