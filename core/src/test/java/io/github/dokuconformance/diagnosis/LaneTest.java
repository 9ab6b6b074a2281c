package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.nonsnap.NonSnapDiagnosis;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.HmacEngine;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LaneTest {
  private static final int TRIALS = 20_000;

  @ParameterizedTest
  @MethodSource("samples")
  void computesWhatTheReferenceComputesWhereverItStarts(Sample sample) {
    Space space =
        Prepared.of(
                NonSnapDiagnosis.INSTANCE.read(sample.input()),
                choice -> true,
                Budget.standard(),
                () -> false)
            .spaces()
            .get(0);
    Random random = new Random(7);
    Lane lane = new Lane();
    for (int i = 0; i < TRIALS; i++) {
      Recipe first = choice(space, random).in(choice(space, random).in(space.right()));
      Choice<?> last = choice(space, random);
      lane.startFrom(first);

      assertThat(lane.mac(last)).as(last.toString()).isEqualTo(slowly(last.in(first)));
    }
  }

  static Stream<Arguments> samples() {
    return Stream.of(Sample.requests(), Sample.bodyless(), Sample.responses())
        .map(samples -> samples.get(1))
        .map(sample -> argumentSet(sample.toString(), sample));
  }

  private static Choice<?> choice(Space space, Random random) {
    // The many of one kind would leave the others little room.
    return space.choice(random.nextInt(random.nextInt(3) == 0 ? space.size() : space.from(4)));
  }

  private static byte[] slowly(Recipe recipe) {
    Buffer text = new Buffer();
    recipe.write(text);
    Assembly assembly = recipe.assembly();
    TextChange change = assembly.textChange(recipe);
    byte[] bytes = change.toBytes(text.toText());
    if (change.equals(TextChange.NONE)) {
      // A raw body need not be UTF-8.
      bytes = text.toByteArray();
    }
    MacKind kind = assembly.mac(recipe);
    HmacEngine reference = HmacEngine.reference();
    return kind.keyed()
        ? reference.hmac(kind.hash(), assembly.key(recipe).octets().bytes).mac(bytes)
        : reference.digest(kind.hash(), Body.of(bytes));
  }
}
