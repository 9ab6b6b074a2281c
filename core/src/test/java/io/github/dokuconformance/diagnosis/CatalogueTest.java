package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.diagnosis.text.Language;
import io.github.dokuconformance.diagnosis.text.MistakeCatalogue;
import io.github.dokuconformance.signature.SignedPart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);

  @ParameterizedTest
  @EnumSource
  void tellsOfEachCodeWhereItWasSeenAndHowToMendItInEveryLanguage(NonSnapMistake code) {
    assertThat(MistakeCatalogue.seen(code)).isNotBlank();
    for (Language language : Language.values()) {
      for (SignedPart part : SignedPart.values()) {
        assertThat(MistakeCatalogue.mend(code, part, language)).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fillsEachSentenceWithTheFactsOfEachMistake(Sample sample) {
    Set<MistakeCode> told = new HashSet<>();
    List<String> signatures =
        Forgings.all().stream().map(forging -> Forging.sign(sample, forging)).toList();

    for (Diagnosis diagnosis : Diagnoser.diagnose(sample.input(), signatures, SINGLES)) {
      diagnosis.fold(
          valid -> true,
          explained -> {
            Stream.concat(
                    explained.mistakes().stream(),
                    explained.equivalents().stream().flatMap(List::stream))
                .forEach(
                    mistake -> {
                      told.add(mistake.code());
                      assertThat(MistakeCatalogue.sentence(withoutBraces(mistake)))
                          .as(mistake.toString())
                          .doesNotContainPattern("\\{[a-z]+( [a-z]+)*}");
                    });
            return true;
          },
          unexplained -> true);
    }

    assertThat(told).hasSizeGreaterThan(40);
  }

  /** A fact may have braces of its own. */
  private static Mistake withoutBraces(Mistake mistake) {
    Map<String, String> facts = new HashMap<>(mistake.facts());
    facts.replaceAll((name, value) -> value.replace("{", ""));
    return new Mistake(mistake.code(), facts);
  }

  static Stream<Arguments> samples() {
    return Stream.of(
            Sample.requests(), Sample.bodyless(), Sample.responses(), Sample.notifications())
        .map(List::iterator)
        .map(java.util.Iterator::next)
        .map(sample -> argumentSet(sample.toString(), sample));
  }

  @Test
  void spellsCodesAsUsersMatchThem() {
    assertThat(NonSnapMistake.of("body.minified")).hasValue(NonSnapMistake.BODY_MINIFIED);
    assertThat(NonSnapMistake.of("body.unknown")).isEmpty();
    assertThat(NonSnapMistake.values()).extracting(NonSnapMistake::code).doesNotHaveDuplicates();
  }
}
