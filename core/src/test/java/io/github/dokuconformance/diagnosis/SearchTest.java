package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several sets of mistakes is named, and how far a search goes. */
class SearchTest {
  private static final Budget BUDGET = Budget.standard().withThreads(1);

  @Test
  void namesNothingWhereAllIsRight() {
    assertThat(found(Toy.of("a", "b", "c").a(1, "ab").b(1, ""), "abc")).hasValue(List.of());
  }

  @Test
  void namesTheFewestChangesHoweverUnlikely() {
    Toy toy = Toy.of("a", "b", "c").a(1, "x").b(1, "yb").a(Choice.ALONE, "xy");

    assertThat(found(toy, "xybc")).hasValue(List.of("xy"));
  }

  @Test
  void namesTheLikeliestOfAsManyChanges() {
    Toy toy = Toy.of("a", "b", "c").a(1, "x").b(4, "yz").a(2, "xy").b(2, "z");

    assertThat(found(toy, "xyzc")).hasValue(List.of("xy", "z"));
  }

  @Test
  void namesTheFirstInOrderOfThoseAsLikely() {
    Toy first = Toy.of("a", "b", "c").a(1, "x").b(2, "yz").a(1, "xy").b(2, "z");
    Toy second = Toy.of("a", "b", "c").a(1, "xy").b(2, "z").a(1, "x").b(2, "yz");

    for (int threads : new int[] {1, 3}) {
      assertThat(found(first, "xyzc", BUDGET.withThreads(threads))).hasValue(List.of("x", "yz"));
      assertThat(found(second, "xyzc", BUDGET.withThreads(threads))).hasValue(List.of("xy", "z"));
    }
  }

  @Test
  void looksForThreeChangesOnlyWhereTheyAreLikely() {
    assertThat(found(Toy.of("a", "b", "c").a(2, "x").b(2, "y").c(2, "z"), "xyz"))
        .hasValue(List.of("x", "y", "z"));
    assertThat(found(Toy.of("a", "b", "c").a(1, "x").b(1, "y").c(4, "z"), "xyz"))
        .hasValue(List.of("x", "y", "z"));
    assertThat(found(Toy.of("a", "b", "c").a(2, "x").b(2, "y").c(3, "z"), "xyz")).isEmpty();
  }

  @Test
  void looksForTheUnlikelierBesideAnotherButNotForThoseThatComeAlone() {
    assertThat(found(Toy.of("a", "b", "c").a(4, "x").b(4, "y"), "xyc")).hasValue(List.of("x", "y"));
    assertThat(found(Toy.of("a", "b", "c").a(1, "x").b(Choice.ALONE, "y"), "xyc")).isEmpty();
    assertThat(found(Toy.of("a", "b", "c").a(1, "x").b(Choice.ALONE, "y"), "ayc"))
        .hasValue(List.of("y"));
  }

  @Test
  void triesEachSetOfDifferentDimensionsOnce() {
    Toy toy = Toy.of("a", "b", "c").a(1, "x").a(1, "y").b(1, "z").c(1, "w").c(2, "v");
    Search search = toy.search(judge("of nobody"), BUDGET);

    Reach reach = search.run();

    // The right one, 5 alone, 2+4+2 in pairs, 2*1*2 triples.
    assertThat(reach.hypotheses()).isEqualTo(1 + 5 + 8 + 4);
    assertThat(reach.complete()).isEqualTo(2);
    assertThat(reach.cut()).isEqualTo(Cut.NONE);
    assertThat(search.found(0)).isEmpty();
  }

  @Test
  void looksNoFurtherThanTheFormOfTheHeaderAllows() {
    Toy toy = Toy.of("a", "b", "c").a(1, "x").b(1, "y").c(1, "z");
    for (int mistakes = 0; mistakes <= 4; mistakes++) {
      SignatureForm form = new Toy.Form(Toy.SECRET, "of nobody", mistakes);
      Reach reach = toy.search(new SignatureJudge(List.of(form)), BUDGET).run();

      long[] hypotheses = {1 + 3 + 3 + 1, 1 + 3 + 3, 1 + 3, 1, 1};
      assertThat(reach.hypotheses()).isEqualTo(hypotheses[mistakes]);
      assertThat(reach.complete()).isEqualTo(Math.max(0, Math.min(2, 3 - mistakes)));
    }
  }

  @Test
  void findsEachOfManyTargetsInOneSearchAndStopsOnceAllAreMet() {
    Toy toy = Toy.of("a", "b", "c").a(1, "x").b(1, "y").c(3, "z");
    Search search = toy.search(judge("abc", "xbc", "xyc", "abz", "nothing", "xbc"), BUDGET);

    Reach reach = search.run();

    assertThat(IntStream.range(0, 6).mapToObj(i -> Toy.facts(search, i)))
        .containsExactly(
            Optional.of(List.of()),
            Optional.of(List.of("x")),
            Optional.of(List.of("x", "y")),
            Optional.of(List.of("z")),
            Optional.empty(),
            Optional.of(List.of("x")));
    assertThat(reach.complete()).isEqualTo(2);
    Reach early = toy.search(judge("abc", "xbc"), BUDGET).run();
    assertThat(early.hypotheses()).isEqualTo(1 + 2);
    assertThat(early.complete()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void findsEachOfManyChoicesWhereverItStands(int threads) {
    Toy toy = Toy.of("a", "b", "c").b(1, "y");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      toy.a(4, "x" + i);
      texts.add("x" + i + "bc");
      texts.add("x" + i + "yc");
    }
    Search search = toy.search(judge(texts.toArray(String[]::new)), BUDGET.withThreads(threads));
    search.run();

    for (int i = 0; i < 700; i++) {
      assertThat(Toy.facts(search, 2 * i)).hasValue(List.of("x" + i));
      assertThat(Toy.facts(search, 2 * i + 1)).hasValue(List.of("y", "x" + i));
    }
  }

  @Test
  void staysWithinTheWorkAllowedAndSaysSo() {
    Toy toy = Toy.of("a", "b", "c");
    for (int i = 0; i < 30; i++) {
      toy.a(1 + i % 4, "x" + i).b(1 + i % 4, "y" + i);
    }
    long all = toy.search(judge("of nobody"), BUDGET).run().hypotheses();
    long before = 0;
    for (long work = 4_000; before < all; work *= 2) {
      Search search = toy.search(judge("of nobody"), BUDGET.withWork(work));
      Reach reach = search.run();

      assertThat(reach.work()).isLessThanOrEqualTo(work);
      assertThat(reach.hypotheses()).isBetween(before, Math.max(1, reach.work() / 512 + 1));
      assertThat(reach.cut()).isEqualTo(reach.hypotheses() < all ? Cut.WORK : Cut.NONE);
      assertThat(reach.complete())
          .isEqualTo(reach.hypotheses() == all ? 2 : reach.hypotheses() < 61 ? 0 : 1);
      if (reach.cut() == Cut.WORK) {
        assertThat(reach.work()).as("little is left").isGreaterThan(work - 6_000);
      }
      before = reach.hypotheses();
    }
    assertThat(all).isEqualTo(1 + 60 + 900);
  }

  @Test
  void looksForLongValuesAloneWhereOthersAreToBeTriedInTheirTime() {
    String long16 = "x".repeat(1 << 16);
    Toy toy = Toy.of("a", "b", "c").a(1, long16).b(1, "y").c(1, "z");
    Search search = toy.search(judge(long16 + "bc", long16 + "yc", "ayz", "of nobody"), BUDGET);

    Reach reach = search.run();

    assertThat(Toy.facts(search, 0)).hasValue(List.of(long16));
    assertThat(Toy.facts(search, 1)).isEmpty();
    assertThat(Toy.facts(search, 2)).hasValue(List.of("y", "z"));
    assertThat(reach.complete()).as("not all pairs").isEqualTo(1);
    assertThat(reach.cut()).isEqualTo(Cut.WORK);
  }

  @Test
  void findsWhatStandsBesideALongValueInOneRun() {
    Toy toy = Toy.of("a", "b", "c").a(1, "y");
    toy.b(1, "first").b(1, "x".repeat(1 << 16)).b(1, "last");
    Search search = toy.search(judge("yfirstc", "ylastc", "of nobody"), BUDGET);
    search.run();

    assertThat(Toy.facts(search, 0)).hasValue(List.of("y", "first"));
    assertThat(Toy.facts(search, 1)).hasValue(List.of("y", "last"));
  }

  @Test
  void weighsWhatAHypothesisReadsBesideWhatEachTakes() {
    Content body = Content.of(new byte[1_000]);
    Weight plain = new Weight(100, 0, false, false, false).ofBody(body);
    long each = plain.total() - 100;

    assertThat(plain.longer(Octets.utf8("12345")).total()).isEqualTo(each + 105);
    assertThat(plain.ofRawBody(true).total()).isEqualTo(each + 1_100);
    assertThat(plain.ofRawBody(true).ofRawBody(false).total()).isEqualTo(plain.total());
    assertThat(plain.ofOtherDigest().total()).isEqualTo(each + 1_100);
    assertThat(plain.ofChangedText().total()).isGreaterThan(plain.total());
    assertThat(plain.ofChangedText().ofRawBody(true).total() - each)
        .isEqualTo(11 * (plain.ofChangedText().total() - each));
  }

  @Test
  void endsOnceTimeIsOver() {
    Space space = Toy.of("a", "b", "c").a(1, "x").space();
    Prepared prepared = new Prepared(List.of(space), 0, 0, Cut.NONE);
    Search search = new Search(prepared, judge("xbc"), BUDGET, () -> true);

    Reach reach = search.run();

    assertThat(search.found(0)).isEmpty();
    assertThat(reach).isEqualTo(new Reach(1, 0, Cut.TIME, reach.work()));
  }

  @Test
  void goesThroughEachCaseAndNamesThatOfTheLikelierOne() {
    Space first = Toy.of("a", "b", "c").a(2, "x").space();
    Space second = Toy.of("d", "b", "c").a(1, "x").a(1, "v").space();
    Search search =
        new Search(
            new Prepared(List.of(first, second), 0, 0, Cut.NONE),
            judge("dbc", "xbc", "vbc"),
            BUDGET,
            () -> false);
    search.run();

    assertThat(search.found(0).orElseThrow().space()).isSameAs(second);
    assertThat(search.found(1).orElseThrow().space()).as("at a lower cost").isSameAs(second);
    assertThat(search.found(2).orElseThrow().space()).isSameAs(second);
  }

  @Test
  void looksForNoMoreThanTwoChangesOfAText() {
    Toy toy = Toy.of("a", "b", "c").a(1, "x").b(1, "y").c(1, "z").b(1, "é");

    for (String text : List.of("abc", "xbc", "xyc", "xéc")) {
      assertThat(textFound(toy, text)).as(text).isPresent();
    }
    assertThat(textFound(toy, "xyz")).isEmpty();
    assertThat(textFound(toy, "xy")).isEmpty();
    assertThat(textFound(toy, "xycc")).isEmpty();
  }

  @Test
  void comparesATextAsItIsAfterItsChange() {
    Toy toy =
        Toy.of("a", "b", "c")
            .with(
                Toy.TEXT,
                Toy.Code.OF_TEXT,
                1,
                TextChange.of(text -> text.replace("b", "\\b")),
                "escaped")
            .a(1, "b");

    assertThat(textFound(toy, "a\\bc")).hasValue(List.of("escaped"));
    assertThat(textFound(toy, "\\b\\bc")).hasValue(List.of("b", "escaped"));
    assertThat(textFound(toy, "\\bbc")).isEmpty();
  }

  @Test
  void takesAsUsefulForATextWhatChangesIt() {
    Space space =
        Toy.of("a", "b", "c")
            .a(1, "x")
            .with(Toy.KEY, Toy.Code.OF_KEY, 1, Key.of(new byte[] {4}), "key")
            .with(Toy.MAC, Toy.Code.OF_MAC, 1, MacKind.HMAC_SHA512, "mac")
            .space();

    assertThat(space.choices().stream().filter(TextJudge::isUseful))
        .extracting(choice -> choice.dimension().label())
        .containsExactly("a");
  }

  private static Optional<List<String>> textFound(Toy toy, String text) {
    Search search = toy.search(new TextJudge(Octets.utf8(text).bytes), BUDGET);
    search.run();
    return Toy.facts(search, 0);
  }

  private static Optional<List<String>> found(Toy toy, String text) {
    return found(toy, text, BUDGET);
  }

  private static Optional<List<String>> found(Toy toy, String text, Budget budget) {
    Search search = toy.search(judge(text), budget);
    search.run();
    return Toy.facts(search, 0);
  }

  private static Judge judge(String... texts) {
    List<SignatureForm> forms = new ArrayList<>();
    for (String text : texts) {
      forms.add(Toy.form(text));
    }
    return new SignatureJudge(forms);
  }
}
