package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.Hash;
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
        Prepared.of(sample.input(), choice -> true, Budget.standard(), () -> false).spaces().get(0);
    Random random = new Random(7);
    Lane lane = new Lane();
    for (int i = 0; i < TRIALS; i++) {
      Recipe first = choice(space, random).in(choice(space, random).in(space.right()));
      Choice last = choice(space, random);
      lane.startFrom(first);

      assertThat(lane.mac(last)).as(last.toString()).isEqualTo(slowly(last.in(first)));
    }
  }

  static Stream<Arguments> samples() {
    return Stream.of(Sample.requests(), Sample.bodyless(), Sample.responses())
        .map(samples -> samples.get(1))
        .map(sample -> argumentSet(sample.toString(), sample));
  }

  private static Choice choice(Space space, Random random) {
    // The many of one kind would leave the others little room.
    return space.choice(random.nextInt(random.nextInt(3) == 0 ? space.size() : space.from(4)));
  }

  private static byte[] slowly(Recipe recipe) {
    Buffer text = new Buffer();
    recipe.write(text);
    byte[] bytes = recipe.textChange().toBytes(text.toText());
    if (recipe.textChange().equals(TextChange.NONE)) {
      // A raw body need not be UTF-8.
      bytes = text.toByteArray();
    }
    if (recipe.mac() == MacKind.RIGHT) {
      return HmacEngine.reference().hmac(Hash.SHA256, recipe.key().octets().bytes).mac(bytes);
    }
    return recipe.mac().isKeyed()
        ? recipe.key().newMac(recipe.mac().hash()).doFinal(bytes)
        : HmacEngine.reference().digest(Hash.SHA256, Body.of(bytes));
  }
}
