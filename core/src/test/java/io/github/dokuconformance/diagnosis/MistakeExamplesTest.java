package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.diagnosis.snap.SnapMistake;
import io.github.dokuconformance.diagnosis.text.MistakeCatalogue;
import io.github.dokuconformance.finding.GeneratedFile;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation shows for each mistake what a diagnosis of it says. */
class MistakeExamplesTest {
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);

  @Test
  void areWhatDiagnosesSay() throws IOException {
    Map<String, String> examples = new TreeMap<>();
    for (Sample sample : Sample.firstOfEachKind()) {
      List<Forging> forgings = firstOfEach(sample, examples.keySet());
      List<String> signatures = forgings.stream().map(f -> Forging.sign(sample, f)).toList();
      List<Diagnosis> diagnoses = Diagnoser.diagnose(sample.input(), signatures, SINGLES);
      for (int i = 0; i < signatures.size(); i++) {
        add(examples, forgings.get(i).code(), diagnoses.get(i));
      }
    }
    Sample sample = Sample.requests().get(0);
    add(
        examples,
        NonSnapMistake.SIGNATURE_MISSING,
        Diagnoser.diagnose(sample.signed(" "), SINGLES));
    add(
        examples,
        NonSnapMistake.SECRET_HEX_DECODED,
        Diagnoser.diagnose(
            sample
                .signed(Forging.sign(sample, Forgings.HEX_DECODED))
                .withKeys(MerchantKeys.of(MerchantSecret.of(Forgings.HEX_SECRET))),
            SINGLES));

    assertThat(examples.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(NonSnapMistake.values()).map(NonSnapMistake::code).toList());
    addSnap(examples);
    assertThat(examples.keySet())
        .containsAll(Arrays.stream(SnapMistake.values()).map(SnapMistake::code).toList());
    GeneratedFile.hold("mistake-examples.json", examples);
  }

  private static void addSnap(Map<String, String> examples) {
    for (SnapSample.Kind kind : SnapSample.Kind.values()) {
      SnapSample sample = SnapSample.of(kind).get(0);
      for (SnapForging forging : SnapForgings.of(kind)) {
        if (!examples.containsKey(forging.code().code())) {
          String signature = SnapForgery.sign(sample, forging);
          add(examples, forging.code(), Diagnoser.diagnose(sample.signed(signature), SINGLES));
        }
      }
    }
    SnapSample sample = SnapSample.of(SnapSample.Kind.SYMMETRIC).get(0);
    SnapSample token = SnapSample.of(SnapSample.Kind.TOKEN).get(0);
    add(examples, SnapMistake.SIGNATURE_MISSING, Diagnoser.diagnose(sample.signed(" "), SINGLES));
    add(
        examples,
        SnapMistake.RECIPE_ASYMMETRIC,
        Diagnoser.diagnose(
            sample.signed(
                SnapForgery.sign(
                    sample,
                    f -> {
                      f.order.remove("token");
                      f.mac = t -> SnapForgery.rsa("SHA256withRSA", SnapForgery.MERCHANT, t);
                    })),
            SINGLES));
    add(
        examples,
        SnapMistake.RECIPE_SYMMETRIC,
        Diagnoser.diagnose(
            token.signed(
                SnapForgery.sign(
                    token, f -> f.mac = t -> SnapForgery.hmac("HmacSHA512", f.key, t))),
            SINGLES));
    add(
        examples,
        SnapMistake.RSA_PADDING_PSS,
        Diagnoser.diagnose(
            token.signed(
                SnapForgery.sign(
                    token,
                    f -> f.mac = t -> SnapForgery.rsa("RSASSA-PSS", SnapForgery.MERCHANT, t))),
            SINGLES));
  }

  /** Returns one forging of each mistake that has no example yet and matters for the sample. */
  private static List<Forging> firstOfEach(Sample sample, Set<String> known) {
    String right = Forging.sign(sample);
    Map<NonSnapMistake, Forging> first = new EnumMap<>(NonSnapMistake.class);
    for (Forging forging : Forgings.all()) {
      if (!known.contains(forging.code().code()) && !Forging.sign(sample, forging).equals(right)) {
        first.putIfAbsent(forging.code(), forging);
      }
    }
    return List.copyOf(first.values());
  }

  private static void add(Map<String, String> examples, MistakeCode code, Diagnosis diagnosis) {
    diagnosis
        .fold(
            valid -> Stream.<List<Mistake>>of(),
            explained -> {
              List<List<Mistake>> all = new ArrayList<>();
              all.add(explained.mistakes());
              all.addAll(explained.equivalents());
              return all.stream();
            },
            unexplained -> Stream.<List<Mistake>>of())
        .filter(mistakes -> mistakes.size() == 1 && mistakes.get(0).code() == code)
        .findFirst()
        .ifPresent(mistakes -> examples.putIfAbsent(code.code(), sentence(mistakes.get(0))));
  }

  private static String sentence(Mistake mistake) {
    Map<String, String> facts = new TreeMap<>();
    mistake.facts().forEach((name, value) -> facts.put(name, VisibleLines.line(value)));
    return MistakeCatalogue.sentence(new Mistake(mistake.code(), facts));
  }
}
