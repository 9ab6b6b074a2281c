package io.github.dokuconformance.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://merchant.example,                 false, merchant.example, 80,   /",
    "https://merchant.example/a,              true,  merchant.example, 443,  /a",
    "HTTP://merchant.example:8080/a%20b?c=%2F, false, merchant.example, 8080, /a%20b?c=%2F",
    "http://merchant.example?task=notify,     false, merchant.example, 80,   /?task=notify",
    "http://[::1]:9000/a/,                    false, ::1,              9000, /a/"
  })
  void readsUrlWithoutDecodingIt(
      String text, boolean secure, String host, int port, String target) {
    NotificationUrl url = NotificationUrl.parse(text);

    assertThat(url.isSecure()).isEqualTo(secure);
    assertThat(url.host()).isEqualTo(host);
    assertThat(url.port()).isEqualTo(port);
    assertThat(url.target().raw()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "merchant.example/a",
        "/payments/notifications",
        "ftp://merchant.example/a",
        "http:///a",
        "http://merchant.example/a b",
        "http://merchant.example/a#b",
        "http://merchant.example/caf\u00e9",
        "http://merchant.example:0/",
        "http://merchant.example:70000/"
      })
  void refusesWhatIsNoHttpUrl(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotificationUrl.parse(text))
        .withMessageContaining("https://merchant.example/payments/notifications");
  }

  @Test
  void refusesPasswordWithoutRepeatingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotificationUrl.parse("https://user:hunter2@merchant.example/a"))
        .withMessageNotContaining("hunter2");
  }
}
