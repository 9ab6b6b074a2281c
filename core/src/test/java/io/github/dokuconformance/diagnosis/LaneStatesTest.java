package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HmacEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A MAC is the same whatever states of its hash are at hand, around every border of a block. */
class LaneStatesTest {
  private static final int[] LENGTHS = {0, 1, 63, 64, 65, 127, 128, 130, 1023, 1024, 1100, 2300};

  static List<MacKind> kinds() {
    return List.of(
        MacKind.HMAC_SHA256,
        MacKind.HMAC_SHA512,
        MacKind.hmac(Hash.MD5),
        MacKind.plain(Hash.SHA256),
        MacKind.plain(Hash.SHA512));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void computesWhatTheReferenceComputes(MacKind kind) {
    Lane lane = new Lane();
    long computed = 0;
    for (int before : LENGTHS) {
      Toy toy = Toy.of("p".repeat(before), "right", "s".repeat(70));
      for (int length : new int[] {0, 1, 5, 64, 129, 1200}) {
        toy.b(1, "q".repeat(length)).a(1, "r".repeat(length)).c(1, "t".repeat(length));
      }
      for (int length : new int[] {63, 64, 65, 127, 128, 129}) {
        Key key = Key.of("k".repeat(length).getBytes(ISO_8859_1));
        toy.with(Toy.KEY, Toy.Code.OF_KEY, 1, key, "of " + length);
      }
      toy.with(Toy.KEY, Toy.Code.OF_KEY, 1, Key.of(new byte[0]), "no key");
      toy.with(Toy.TEXT, Toy.Code.OF_TEXT, 1, TextChange.of(text -> text + "é"), "é");
      toy.with(Toy.MAC, Toy.Code.OF_MAC, 1, MacKind.hmac(Hash.SHA1), "SHA-1");
      Recipe first = toy.space().right().with(Toy.MAC, kind);
      lane.startFrom(first);
      for (Choice<?> choice : toy.space().choices()) {
        assertThat(lane.mac(choice)).as("%s", choice).isEqualTo(slowly(choice.in(first)));
        assertThat(lane.mac(choice.in(first))).isEqualTo(slowly(choice.in(first)));
        assertThat(lane.mac(first)).isEqualTo(slowly(first));
        computed += 3;
      }
      Recipe changed = first.with(Toy.TEXT, TextChange.of(text -> text.replace('q', 'é')));
      lane.startFrom(changed);
      for (Choice<?> choice : toy.space().choices()) {
        assertThat(lane.mac(choice)).as("%s", choice).isEqualTo(slowly(choice.in(changed)));
        computed++;
      }
    }
    assertThat(lane.computed()).isEqualTo(computed);
  }

  @Test
  void computesTheMacOfAGivenText() {
    Recipe right = Toy.of("a", "b", "c").space().right();
    byte[] text = Octets.utf8("another text").bytes;

    assertThat(new Lane().mac(right, text)).isEqualTo(Toy.form("another text").mac().bytes);
    assertThat(new Lane().mac(right.with(Toy.MAC, MacKind.plain(Hash.MD5)), text))
        .isEqualTo(Hash.MD5.of(text));
    Lane lane = new Lane();
    lane.mac(right, text);
    assertThat(lane.computed()).isEqualTo(1);
  }

  @Test
  void tellsWhetherARecipeWritesExactlyATextBeforeAndAfterItWasStarted() {
    Lane lane = new Lane();
    Recipe right = Toy.of("a", "b", "é").space().right();

    assertThat(lane.writes(right, Octets.utf8("abé").bytes)).isTrue();
    for (String other : new String[] {"", "ab", "abe", "abéé", "xbé"}) {
      assertThat(lane.writes(right, Octets.utf8(other).bytes)).as(other).isFalse();
    }
    Recipe marked = right.with(Toy.TEXT, TextChange.charset(ISO_8859_1, "#"));
    assertThat(lane.writes(marked, new byte[] {'#', 'a', 'b', (byte) 0xe9})).isTrue();
    assertThat(lane.writes(marked, Octets.utf8("#abé").bytes)).isFalse();
    assertThat(lane.computed()).isEqualTo(8);
  }

  @Test
  void needsARecipeToStartFrom() {
    Choice<?> choice = Toy.of("a", "b", "c").a(1, "x").space().choice(0);

    assertThatNullPointerException()
        .isThrownBy(() -> new Lane().mac(choice))
        .withMessageContaining("expected a recipe to start from");
  }

  private static byte[] slowly(Recipe recipe) {
    List<String> values = new ArrayList<>();
    recipe.assembly().components(recipe).forEach(component -> values.add(component.value()));
    byte[] text = recipe.get(Toy.TEXT).toBytes(String.join("", values));
    MacKind kind = recipe.get(Toy.MAC);
    return kind.keyed()
        ? HmacEngine.reference().hmac(kind.hash(), recipe.get(Toy.KEY).octets().bytes).mac(text)
        : HmacEngine.reference().digest(kind.hash(), Body.of(text));
  }
}
