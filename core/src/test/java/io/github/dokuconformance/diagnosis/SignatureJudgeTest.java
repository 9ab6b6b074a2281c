package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dokuconformance.signature.Hash;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A candidate is one of the signatures that came, or it is not. */
class SignatureJudgeTest {
  private static final Space SPACE =
      Toy.of("a", "b", "c")
          .a(1, "x")
          .with(Toy.MAC, Toy.Code.OF_MAC, 1, MacKind.hmac(Hash.SHA512), "SHA-512")
          .with(Toy.MAC, Toy.Code.OF_MAC, 1, MacKind.plain(Hash.SHA256), "plain")
          .space();

  @Test
  void meetsEachTargetThatIsTheSameMac() {
    SignatureJudge judge = judge(Toy.form("abc"), Toy.form("xbc"), Toy.form("abc"));
    Lane lane = new Lane();
    lane.startFrom(SPACE.right());

    assertThat(judge.targets()).isEqualTo(3);
    assertThat(judge.met(lane, SPACE.right())).containsExactly(0, 2);
    assertThat(judge.met(lane, change("x"))).containsExactly(1);
    assertThat(judge.met(lane, change("plain"))).isEmpty();
  }

  @Test
  void meetsNoneThatBeginsAlike() {
    Toy.Form right = Toy.form("abc");
    for (int at : new int[] {0, 1, 7, 8, 31}) {
      byte[] mac = right.mac().bytes.clone();
      mac[at] ^= 1;

      assertThat(judge(new Toy.Form(Octets.of(mac), 0)).met(new Lane(), SPACE.right())).isEmpty();
    }
  }

  @Test
  void forgetsWhatIsSettledAndNothingElse() {
    SignatureJudge judge = judge(Toy.form("abc"), Toy.form("xbc"), Toy.form("abc"));
    Lane lane = new Lane();
    lane.startFrom(SPACE.right());

    judge.forget(target -> target == 0);
    assertThat(judge.met(lane, SPACE.right())).containsExactly(2);
    judge.forget(target -> target == 2);
    assertThat(judge.met(lane, SPACE.right())).isEmpty();
    assertThat(judge.met(lane, change("x"))).containsExactly(1);
  }

  @Test
  void isSearchedAsDeepAsTheHeaderLeavesMistakes() {
    SignatureJudge judge =
        judge(
            Toy.form("abc"),
            new Toy.Form(Toy.SECRET, "abc", 1),
            new Toy.Form(Toy.SECRET, "abc", 3),
            new Toy.Form(Octets.of(new byte[12]), 0));

    assertThat(Stream.of(0, 1, 2, 3).map(judge::deepest)).containsExactly(3, 2, 0, -1);
  }

  @Test
  void findsMacsUsefulThatHaveALengthThatCame() {
    assertThat(useful(Toy.form("abc"))).containsExactly("x", "plain");
    assertThat(useful(new Toy.Form(Octets.of(new byte[64]), 0))).containsExactly("x", "SHA-512");
    assertThat(useful(new Toy.Form(Octets.of(new byte[64]), 3)))
        .as("its form alone is all that a search may name")
        .containsExactly("x");
    assertThat(useful(Toy.form("abc"), new Toy.Form(Octets.of(new byte[64]), 2))).hasSize(3);
  }

  @Test
  void refusesAMistakeOfAnotherDimension() {
    Toy wrong = Toy.of("a", "b", "c").with(Toy.B, Toy.Code.OF_A, 1, Octets.utf8("x"), "x");

    assertThatIllegalArgumentException()
        .isThrownBy(wrong::space)
        .withMessageContaining("no mistake of the dimension b");
  }

  @Test
  void namesAllMistakesThatComeToOneValueAsOneChoice() {
    Space space =
        Toy.of("a", "b", "c")
            .a(3, "x")
            .with(Toy.A, Toy.Code.ALSO_OF_A, 1, Octets.utf8("x"), "also")
            .a(2, "y")
            .a(1, "a")
            .space();

    assertThat(space.size()).as("what is right is no mistake").isEqualTo(2);
    assertThat(space.choice(0).cost()).as("that of its likeliest mistake").isEqualTo(1);
    assertThat(space.choice(0).mistakes())
        .containsExactly(
            Mistake.of(Toy.Code.ALSO_OF_A, "is", "also"), Mistake.of(Toy.Code.OF_A, "is", "x"));
    assertThat(space.choice(1).mistakes()).containsExactly(Mistake.of(Toy.Code.OF_A, "is", "y"));
  }

  @Test
  void takesKeysOfTheSameBytesForOneKey() {
    Space space =
        Toy.of("a", "b", "c")
            .with(Toy.KEY, Toy.Code.OF_KEY, 1, Key.of(new byte[] {1, 2, 3}), "the right one")
            .with(Toy.KEY, Toy.Code.OF_KEY, 1, Key.of(new byte[] {4}), "one")
            .with(Toy.KEY, Toy.Code.OF_KEY, 2, Key.of(new byte[] {4}), "the same")
            .with(Toy.KEY, Toy.Code.OF_KEY, 2, Key.of(new byte[] {5}), "another")
            .space();

    assertThat(space.choices())
        .extracting(choice -> choice.mistakes().size())
        .containsExactly(2, 1);
  }

  @Test
  void takesOfAWholeSpaceTheMistakesThatAreWanted() {
    Toy toy = Toy.of("a", "b", "c").a(1, "x").a(1, "y").b(1, "z");
    Mistake known = Mistake.of(Toy.Code.OF_A, "is", "x");
    Wanted wanted = Wanted.only(Set.of(known));
    BodyForms.Made none = new BodyForms(0, 0, wanted).make(1, 1, () -> false);

    assertThat(Space.of(toy, none, it -> true, wanted).choices())
        .extracting(choice -> choice.dimension().label())
        .as("its code with any facts")
        .containsExactly("a", "a");
    Wanted rarer = Wanted.only(Set.of(Mistake.of(Toy.Code.ALSO_OF_A)));
    assertThat(Space.of(toy, none, it -> true, rarer).choices()).isEmpty();
    assertThat(wanted.contains(known)).isTrue();
    assertThat(wanted.contains(Mistake.of(Toy.Code.OF_A, "is", "y"))).isFalse();
    assertThat(wanted.in(Toy.B, Toy.A)).isTrue();
    assertThat(wanted.in(Toy.B, Toy.C)).isFalse();
    assertThat(wanted.ofBody()).isFalse();
    assertThat(Wanted.ALL.contains(known) && Wanted.ALL.in(Toy.B) && Wanted.ALL.ofBody()).isTrue();
  }

  private static List<String> useful(SignatureForm... forms) {
    SignatureJudge judge = judge(forms);
    return SPACE.choices().stream()
        .filter(judge::isUseful)
        .map(choice -> choice.mistakes().get(0).facts().get("is"))
        .toList();
  }

  private static Choice<?> change(String fact) {
    return SPACE.choices().stream()
        .filter(choice -> choice.mistakes().get(0).facts().containsValue(fact))
        .findFirst()
        .orElseThrow();
  }

  private static SignatureJudge judge(SignatureForm... forms) {
    return new SignatureJudge(List.of(forms));
  }
}
