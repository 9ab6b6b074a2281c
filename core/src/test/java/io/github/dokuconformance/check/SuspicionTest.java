package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.diagnosis.Cut;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.SearchStatistics;
import io.github.dokuconformance.diagnosis.StageTexts;
import io.github.dokuconformance.signature.SignedPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A secret is called wrong where nothing speaks for it and three full searches speak against. */
class SuspicionTest {
  private static final String ID = "MCH-FAKE-0001";
  private static final Diagnosis IN_VAIN = unexplained(1);

  private final Suspicion suspicion = new Suspicion();

  @Test
  void threeSearchesInVainAreEnough() {
    inVain(2);
    assertThat(suspicion.remarks()).isEmpty();

    inVain(1);
    assertThat(suspicion.remarks())
        .containsExactly(
            "every signature of Client-Id MCH-FAKE-0001 fails under this secret (check value"
                + " c0ffee): none of 3 is right, and no known mistake explains the 3 that were"
                + " searched");
  }

  @Test
  void whatWasNotSearchedCountsAmongThoseThatAreWrong() {
    inVain(3);
    suspicion.wrong(ID);
    suspicion.look(ID, IN_VAIN, () -> true);

    assertThat(suspicion.remarks())
        .singleElement()
        .asString()
        .contains("none of 5 is right", "the 3 that were searched");
  }

  @Test
  void oneRightSignatureSpeaksForTheSecret() {
    inVain(3);
    suspicion.clear(ID);

    assertThat(suspicion.remarks()).isEmpty();
  }

  @Test
  void soDoesOneThatAMistakeExplains() {
    inVain(3);
    suspicion.look(ID, new Diagnosis.Valid(stages()), () -> false);

    assertThat(suspicion.remarks()).isEmpty();
  }

  @Test
  void aMessageThatShowsAnotherCauseSaysNothing() {
    for (int i = 0; i < 5; i++) {
      suspicion.look(ID, IN_VAIN, () -> true);
    }

    assertThat(suspicion.remarks()).isEmpty();
    assertThat(suspicion.shares(ID)).isEqualTo(1);
  }

  @Test
  void soDoesASearchThatDidNotGetThroughTheSingleMistakes() {
    for (int i = 0; i < 5; i++) {
      suspicion.look(ID, unexplained(0), () -> false);
    }

    assertThat(suspicion.remarks()).isEmpty();
  }

  @Test
  void oneMerchantSaysNothingOfAnother() {
    inVain(3);
    suspicion.clear("MCH-OTHER");

    assertThat(suspicion.remarks()).singleElement().asString().contains(ID);
    assertThat(suspicion.shares("MCH-OTHER")).isEqualTo(1);
  }

  @Test
  void eachSearchInVainHalvesTheNextAndTheThirdIsTheLast() {
    assertThat(suspicion.shares(ID)).isEqualTo(1);
    inVain(1);
    assertThat(suspicion.shares(ID)).isEqualTo(2);
    inVain(1);
    assertThat(suspicion.shares(ID)).isEqualTo(4);
    inVain(1);
    assertThat(suspicion.shares(ID)).isZero();

    suspicion.clear(ID);
    assertThat(suspicion.shares(ID)).isEqualTo(1);
  }

  /** Ids are the sender's to choose, and there may be one for each message. */
  @Test
  void remembersAThousandMerchantsAndNoMore() {
    for (int i = 0; i < 1_100; i++) {
      for (int search = 0; search < 3; search++) {
        suspicion.look("MCH-" + i, IN_VAIN, () -> false);
      }
    }

    assertThat(suspicion.remarks()).hasSize(1_000);
    assertThat(suspicion.shares("MCH-999")).isZero();
    assertThat(suspicion.shares("MCH-1000")).isEqualTo(1);
  }

  private void inVain(int times) {
    for (int i = 0; i < times; i++) {
      suspicion.look(ID, IN_VAIN, () -> false);
    }
  }

  private static Diagnosis unexplained(int complete) {
    return new Diagnosis.Unexplained(
        SignedPart.REQUEST,
        stages(),
        "HMACSHA256=FAKE",
        "c0ffee",
        "secret",
        new SearchStatistics(1, Map.of(), complete, Cut.WORK, 0, 1),
        List.of());
  }

  private static StageTexts stages() {
    return new StageTexts(Optional.empty(), List.of(), "", Optional.empty());
  }
}
