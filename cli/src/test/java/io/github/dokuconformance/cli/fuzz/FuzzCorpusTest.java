package io.github.dokuconformance.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What was found once is not there again, and what is near a right input does no harm: each target
 * reads its corpus, and the same few hundred changes of it each time. {@code .ci/fuzz} goes on from
 * there.
 */
class FuzzCorpusTest {
  private static final int CHANGES = 300;

  @ParameterizedTest
  @EnumSource
  void takesOrRefusesItsCorpusAndWhatIsNearIt(FuzzTarget target) throws IOException {
    List<byte[]> corpus = target.corpus();
    Random random = new Random(target.name().hashCode());

    assertThat(corpus).isNotEmpty();
    for (byte[] seed : corpus) {
      read(target, seed);
    }
    for (int i = 0; i < CHANGES; i++) {
      byte[] seed = corpus.get(random.nextInt(corpus.size()));
      byte[] other = corpus.get(random.nextInt(corpus.size()));
      read(target, changed(seed, other, random));
    }
  }

  private static void read(FuzzTarget target, byte[] data) {
    assertThatCode(() -> target.accept(data))
        .as(target + ", in base64: " + Base64.getEncoder().encodeToString(data))
        .doesNotThrowAnyException();
  }

  /** Changes some bytes, cuts, repeats, or goes on as another. */
  private static byte[] changed(byte[] seed, byte[] other, Random random) {
    if (seed.length == 0) {
      return other;
    }
    byte[] changed = seed.clone();
    int at = random.nextInt(seed.length);
    switch (random.nextInt(4)) {
      case 0 -> {
        for (int i = 0; i <= random.nextInt(8); i++) {
          changed[random.nextInt(seed.length)] = (byte) random.nextInt(256);
        }
      }
      case 1 -> changed = joined(seed, at, seed, Math.min(seed.length, at + random.nextInt(50)));
      case 2 -> changed = joined(seed, at, seed, random.nextInt(at + 1));
      default -> changed = joined(seed, at, other, random.nextInt(other.length + 1));
    }
    return changed;
  }

  /** Returns the bytes of one up to a place, and those of another from a place on. */
  private static byte[] joined(byte[] first, int end, byte[] second, int begin) {
    byte[] joined = new byte[end + second.length - begin];
    System.arraycopy(first, 0, joined, 0, end);
    System.arraycopy(second, begin, joined, end, second.length - begin);
    return joined;
  }
}
