package io.github.dokuconformance.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {
  private static final Headers TWICE =
      Headers.of("Signature", "a", "Client-Id", "MCH-1", "SIGNATURE", "b");

  @Test
  void areFoundInAnyLetterCase() {
    assertThat(TWICE.first("signature")).contains("a");
    assertThat(TWICE.first("client-ID")).contains("MCH-1");
    assertThat(TWICE.first("Signatur")).isEmpty();
    assertThat(TWICE.all("signature")).containsExactly("a", "b");
    assertThat(TWICE.all("Request-Id")).isEmpty();
    assertThat(TWICE.count("signature")).isEqualTo(2);
    assertThat(TWICE.count("Request-Id")).isZero();
  }

  @Test
  void keepTheirOrderAndSpelling() {
    assertThat(TWICE.stream())
        .containsExactly(
            new Header("Signature", "a"),
            new Header("Client-Id", "MCH-1"),
            new Header("SIGNATURE", "b"));
    assertThat(Headers.none().list()).isEmpty();
  }

  @Test
  void haveOneFieldInPlaceOfAllOfItsName() {
    assertThat(TWICE.with("signature", "c"))
        .isEqualTo(Headers.of("signature", "c", "Client-Id", "MCH-1"));
    assertThat(TWICE.with("Request-Id", "r"))
        .isEqualTo(
            Headers.of(
                "Signature", "a", "Client-Id", "MCH-1", "SIGNATURE", "b", "Request-Id", "r"));
    assertThat(TWICE.without("signature")).isEqualTo(Headers.of("Client-Id", "MCH-1"));
  }

  @Test
  void areReceivedWithEachValueOfAName() {
    assertThat(Headers.received(Map.of("Via", List.of("a", "b"))))
        .isEqualTo(Headers.of("Via", "a", "Via", "b"));
  }

  @Test
  void haveAValueForEachName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Headers.of("Client-Id", "MCH-1", "Signature"))
        .withMessage("expected a value after each name, got an odd number of texts: 3");
  }
}
