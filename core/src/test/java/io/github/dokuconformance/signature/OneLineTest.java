package io.github.dokuconformance.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import io.github.dokuconformance.signature.snap.Snap;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A value with a line end would be a line of its own in what is signed, and a header of its own in
 * the message: nothing is signed with one, or with none.
 */
class OneLineTest {
  private static final SigningKey SECRET =
      SigningKey.of(MerchantSecret.of("SK-TEST-lines-NOT-A-SECRET"));
  private static final Components COMPONENTS =
      Components.of(SignedPart.REQUEST, "POST", "/a", Body.ofUtf8("{}"))
          .withClientId("MCH-FAKE-0001")
          .withRequestId("id")
          .withTimestamp("2026-01-02T03:04:05Z");
  private static final Components WITH_TOKEN =
      COMPONENTS
          .withTimestamp("2026-01-02T10:04:05+07:00")
          .withToken(AccessToken.of("FAKE.TOKEN.NOT-A-SECRET"));

  @Test
  void signsWhatIsOneLineEach() {
    assertThat(NonSnap.SCHEME.sign(COMPONENTS, SECRET).list())
        .extracting(Header::name)
        .containsExactlyElementsOf(NonSnap.SCHEME.names(SignedPart.REQUEST.part()));
    assertThat(Snap.SYMMETRIC.sign(WITH_TOKEN, SECRET).list()).isNotEmpty();
    assertThat(Snap.TOKEN.sign(WITH_TOKEN, SnapKeys.MERCHANT).list()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r", "a\nRequest-Target:/b", "a\r", "\na"})
  void refusesAnEmptyValueAndOneWithALineEndInAHeader(String value) {
    for (UnaryOperator<Components> change :
        List.<UnaryOperator<Components>>of(
            it -> it.withClientId(value),
            it -> it.withRequestId(value),
            it -> it.withTimestamp(value))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NonSnap.SCHEME.sign(change.apply(COMPONENTS), SECRET))
          .withMessageStartingWith("expected ")
          .withMessageContaining("one line of text");
    }
  }

  /** What is signed and stands in no header: the target. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/a\nDigest:x", "/a\r"})
  void refusesAnEmptyTargetAndOneWithALineEnd(String target) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NonSnap.SCHEME.sign(COMPONENTS.withTarget(target), SECRET))
        .withMessageContaining("one line of text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snap.SYMMETRIC.sign(WITH_TOKEN.withTarget(target), SECRET))
        .withMessageContaining("one line of text");
  }

  @ParameterizedTest
  @CsvSource({"'',false", "'a',true", "'a b',true", "'a\tb',true", "' ',true"})
  void knowsALine(String value, boolean isOne) {
    Component component = new Component("Client-Id", value);
    if (isOne) {
      component.requireOneLine();
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(component::requireOneLine)
          .withMessageContaining("Client-Id");
    }
  }
}
