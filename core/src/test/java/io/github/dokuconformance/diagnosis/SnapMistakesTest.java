package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.diagnosis.snap.SnapMistake;
import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import io.github.dokuconformance.diagnosis.text.Language;
import io.github.dokuconformance.diagnosis.text.MistakeCatalogue;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake of SNAP is found, in each of its variants, and none that was not made. */
class SnapMistakesTest {
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);
  private static final Budget PAIRS = Budget.standard().withHypotheses(1_000_000);

  /** Found where the header tells of it alone, or by a search that looks at the header first. */
  private static final Set<SnapMistake> OF_THEIR_OWN =
      EnumSet.of(
          SnapMistake.SIGNATURE_MISSING,
          SnapMistake.RSA_PADDING_PSS,
          SnapMistake.RECIPE_ASYMMETRIC,
          SnapMistake.RECIPE_SYMMETRIC);

  static Stream<Arguments> samples() {
    return Arrays.stream(SnapSample.Kind.values())
        .flatMap(kind -> SnapSample.of(kind).stream())
        .map(sample -> argumentSet(sample.toString(), sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsEachMistakeInEachVariant(SnapSample sample) {
    String right = SnapForgery.sign(sample, f -> {});
    List<SnapForging> forgings =
        SnapForgings.of(sample.kind()).stream()
            .filter(forging -> !SnapForgery.sign(sample, forging).equals(right))
            .toList();
    List<String> signatures = forgings.stream().map(f -> SnapForgery.sign(sample, f)).toList();

    Batch batch = Batch.of(sample.signed(right), signatures, SINGLES);

    Set<String> wrong = new TreeSet<>();
    for (int i = 0; i < forgings.size(); i++) {
      boolean single = batch.mistakes(i).filter(count -> count == 1).isPresent();
      if (!single || !batch.explains(i, List.of(forgings.get(i).code()))) {
        wrong.add(forgings.get(i) + " by " + batch.found(i).map(Found::choices));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** What only some bodies make a difference for, some body of these makes it for. */
  @ParameterizedTest
  @EnumSource
  void everyVariantChangesSomeSample(SnapSample.Kind kind) {
    for (SnapForging forging : SnapForgings.of(kind)) {
      assertThat(SnapSample.of(kind))
          .as(forging.toString())
          .anyMatch(
              sample ->
                  !SnapForgery.sign(sample, forging).equals(SnapForgery.sign(sample, f -> {})));
    }
  }

  @Test
  void hasAVariantOfEachCode() {
    Set<SnapMistake> tried = EnumSet.copyOf(OF_THEIR_OWN);
    for (SnapSample.Kind kind : SnapSample.Kind.values()) {
      SnapForgings.of(kind).forEach(forging -> tried.add(forging.code()));
    }

    assertThat(tried).containsExactlyInAnyOrder(SnapMistake.values());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsThatTheSignatureIsMissing(SnapSample sample) {
    assertThat(Explanations.of(Diagnoser.diagnose(sample.signed(" "), SINGLES)))
        .containsExactly(List.of(SnapMistake.SIGNATURE_MISSING));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsNothingWrongWithARightSignature(SnapSample sample) {
    String right = SnapForgery.sign(sample, f -> {});

    assertThat(Diagnoser.diagnose(sample.signed(right), SINGLES))
        .isInstanceOf(Diagnosis.Valid.class);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void tellsTheRecipesApart(SnapSample sample) {
    boolean symmetric = sample.kind() == SnapSample.Kind.SYMMETRIC;
    String other =
        SnapForgery.sign(
            sample,
            f -> {
              f.mac =
                  symmetric
                      ? text -> SnapForgery.rsa("SHA256withRSA", SnapForgery.MERCHANT, text)
                      : text -> SnapForgery.hmac("HmacSHA512", f.key, text);
              if (symmetric) {
                f.order.remove("token");
              }
            });

    assertThat(first(sample, other))
        .containsExactly(symmetric ? SnapMistake.RECIPE_ASYMMETRIC : SnapMistake.RECIPE_SYMMETRIC);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void tellsPssFromPkcs1(SnapSample sample) {
    if (sample.kind() == SnapSample.Kind.SYMMETRIC) {
      return;
    }
    String pss =
        SnapForgery.sign(
            sample, f -> f.mac = t -> SnapForgery.rsa("RSASSA-PSS", SnapForgery.MERCHANT, t));

    assertThat(first(sample, pss)).containsExactly(SnapMistake.RSA_PADDING_PSS);
  }

  private static List<MistakeCode> first(SnapSample sample, String signature) {
    Diagnosis diagnosis = Diagnoser.diagnose(sample.signed(signature), SINGLES);
    assertThat(diagnosis).isInstanceOf(Explained.class);
    return ((Explained) diagnosis).codes();
  }

  /** Two mistakes at once, in different places: another part of all pairs each day. */
  @ParameterizedTest
  @MethodSource("onePerDay")
  void findsPairs(SnapSample sample) {
    List<SnapForging> forgings = SnapForgings.of(sample.kind());
    List<List<SnapForging>> pairs = new ArrayList<>();
    for (int i = 0; i < forgings.size(); i++) {
      for (int j = i + 1; j < forgings.size(); j++) {
        if (!forgings.get(i).code().dimension().equals(forgings.get(j).code().dimension())) {
          pairs.add(List.of(forgings.get(i), forgings.get(j)));
        }
      }
    }
    java.util.Collections.shuffle(pairs, new Random(18));
    String right = SnapForgery.sign(sample, f -> {});
    List<List<SnapForging>> some = Rotation.of(pairs.subList(0, Math.min(1_200, pairs.size())), 4);
    List<String> signatures =
        some.stream().map(p -> SnapForgery.sign(sample, p.get(0), p.get(1))).toList();

    Batch batch = Batch.of(sample.signed(right), signatures, PAIRS);

    // A pair may come to the same as one mistake, or as nothing.
    List<List<SnapForging>> missed = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      if (batch.found(i).isEmpty() || batch.mistakes(i).orElse(3) > 2) {
        missed.add(some.get(i));
      }
    }
    assertThat(missed).as("of " + some.size()).allMatch(SnapMistakesTest::isKeyedByAnotherSecret);
  }

  /** The body is hashed with the secret that is known, whatever the MAC is made with. */
  private static boolean isKeyedByAnotherSecret(List<SnapForging> pair) {
    return pair.stream().anyMatch(it -> it.code() == SnapMistake.HASH_KEYED)
        && pair.stream().anyMatch(it -> it.code().code().startsWith("snap.secret."));
  }

  static Stream<Arguments> onePerDay() {
    return Rotation.of(onePerKind().toList(), 3).stream();
  }

  static Stream<Arguments> onePerKind() {
    return Arrays.stream(SnapSample.Kind.values())
        .map(kind -> argumentSet(kind.toString(), SnapSample.of(kind).get(0)));
  }

  @Test
  void inventsNoCauseForMacsOfNobody() {
    SnapSample sample = SnapSample.of(SnapSample.Kind.SYMMETRIC).get(1);
    Random random = new Random(512);
    List<String> signatures = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      byte[] mac = new byte[i % 4 == 0 ? 32 : 64];
      random.nextBytes(mac);
      signatures.add(i % 3 == 0 ? SnapForgery.hex(mac) : Base64.getEncoder().encodeToString(mac));
    }
    for (int i = 0; i < 100; i++) {
      byte[] key = new byte[20];
      random.nextBytes(key);
      signatures.add(SnapForgery.sign(sample, f -> f.key = key));
    }

    Batch batch = Batch.of(sample.signed(signatures.get(1)), signatures, PAIRS);

    assertThat(signatures).hasSize(1_100);
    for (int i = 0; i < signatures.size(); i++) {
      assertThat(batch.found(i)).isEmpty();
    }
  }

  @Test
  void inventsNoCauseForRsaSignaturesOfNobody() {
    SnapSample sample = SnapSample.of(SnapSample.Kind.TOKEN).get(0);
    Random random = new Random(256);
    List<String> signatures = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[256];
      random.nextBytes(bytes);
      signatures.add(Base64.getEncoder().encodeToString(bytes));
    }

    Batch batch = Batch.of(sample.signed(signatures.get(0)), signatures, SINGLES);

    for (int i = 0; i < signatures.size(); i++) {
      assertThat(batch.found(i)).isEmpty();
    }
  }

  @Test
  void tellsAWrongKeyFromAWrongText() throws Exception {
    SnapSample sample = SnapSample.of(SnapSample.Kind.TOKEN).get(0);
    java.security.KeyPairGenerator generator = java.security.KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var stranger = generator.generateKeyPair().getPrivate();

    Unexplained key =
        (Unexplained)
            Diagnoser.diagnose(
                sample.signed(
                    SnapForgery.sign(
                        sample, f -> f.mac = t -> SnapForgery.rsa("SHA256withRSA", stranger, t))),
                SINGLES);
    Unexplained text =
        (Unexplained)
            Diagnoser.diagnose(
                sample.signed(SnapForgery.sign(sample, f -> f.whole = "another text")), SINGLES);

    assertThat(key.nextSteps().get(0)).isEqualTo(NextStep.KEY_IS_ANOTHER);
    assertThat(text.nextSteps().get(0)).isEqualTo(NextStep.KEY_IS_RIGHT);
    assertThat(DiagnosisText.lines(text))
        .anyMatch(line -> line.startsWith("The public key's check value is "));
  }

  /** A hundred keys, another part of them each day: keys take long to make. */
  @Test
  void inventsNoCauseForSignaturesByStrangersKeys() throws Exception {
    List<SnapSample> samples =
        List.of(
            SnapSample.of(SnapSample.Kind.TOKEN).get(0),
            SnapSample.of(SnapSample.Kind.ASYMMETRIC).get(1));
    for (int seed : Rotation.of(IntStream.range(0, 100).boxed().toList(), 20)) {
      var stranger = keyOf(seed);
      for (SnapSample sample : samples) {
        String signature =
            SnapForgery.sign(
                sample, f -> f.mac = t -> SnapForgery.rsa("SHA256withRSA", stranger, t));

        Diagnosis diagnosis = Diagnoser.diagnose(sample.signed(signature), PAIRS);

        assertThat(diagnosis).as(sample + ", key " + seed).isInstanceOf(Unexplained.class);
        assertThat(((Unexplained) diagnosis).nextSteps().get(0)).isEqualTo(NextStep.KEY_IS_ANOTHER);
      }
    }
  }

  private static java.security.PrivateKey keyOf(int seed) throws Exception {
    java.security.SecureRandom random = java.security.SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(seed);
    java.security.KeyPairGenerator generator = java.security.KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048, random);
    return generator.generateKeyPair().getPrivate();
  }

  @ParameterizedTest
  @EnumSource
  void saysWhereItWasSeenAndHowToMendItInEveryLanguage(SnapMistake code) {
    assertThat(MistakeCatalogue.seen(code)).isNotBlank();
    for (Language language : Language.values()) {
      for (SignedPart part : SignedPart.values()) {
        assertThat(MistakeCatalogue.mend(code, part, language)).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("onePerKind")
  void fillsEachSentenceAndShowsNoSecret(SnapSample sample) {
    String right = SnapForgery.sign(sample, f -> {});
    List<String> signatures =
        SnapForgings.of(sample.kind()).stream().map(f -> SnapForgery.sign(sample, f)).toList();

    for (Diagnosis diagnosis : Diagnoser.diagnose(sample.signed(right), signatures, SINGLES)) {
      assertThat(diagnosis.toString())
          .doesNotContain(SnapKeys.SECRET, SnapSample.TOKEN, SnapSample.OUTBOUND);
      diagnosis.fold(
          valid -> true,
          explained -> {
            for (Mistake mistake : explained.mistakes()) {
              Map<String, String> facts = new HashMap<>(mistake.facts());
              facts.replaceAll((name, value) -> value.replace("{", ""));
              assertThat(MistakeCatalogue.sentence(new Mistake(mistake.code(), facts)))
                  .as(mistake.toString())
                  .doesNotContainPattern("\\{[a-z]+( [a-z]+)*}");
            }
            return true;
          },
          unexplained -> true);
    }
  }
}
