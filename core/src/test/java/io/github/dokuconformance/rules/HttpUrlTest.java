package io.github.dokuconformance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a",
        "https://a",
        "HTTP://A",
        "HttpS://Z",
        "http://0",
        "https://9.example/",
        "http://[::1]/",
        "https://z.example:8443/a?b#c"
      })
  void isAbsoluteWithAHost(String url) {
    assertThat(HttpUrl.isAbsolute(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http",
        "http:/a",
        "http://",
        "https://",
        "ftp://a",
        "//a.example",
        "/a",
        "a.example",
        "https:a.example",
        "http:///a",
        "https://.a",
        "https://@a",
        "https://-a",
        "https:// a",
        "https://a b",
        "https://a\n",
        "https://é.example",
        "https://a\u007f",
        "https://:80",
        "https://`",
        "https://{"
      })
  void isNotAbsolute(String url) {
    assertThat(HttpUrl.isAbsolute(url)).isFalse();
  }

  /** The same by the quick way, of plain characters, and by the JDK's reader, of any. */
  @ParameterizedTest
  @CsvSource({
    "https://Shop.Example, shop.example, /",
    "https://shop.example/, shop.example, /",
    "https://shop.example/Notify/9-_.z, shop.example, /Notify/9-_.z",
    "https://shop.example:8443/a, shop.example, /a",
    "https://shop.example/a?b=C&d=1, shop.example, /a",
    "https://shop.example?b=1, shop.example, /",
    "https://user@Shop.Example:1/a, shop.example, /a",
    "https://shop.example/a%20b, shop.example, /a%20b",
    "https://shop.example/a~b, shop.example, /a~b",
    "https://shop.example/a#b, shop.example, /a",
    "'https://[::1]:8443/a', [::1], /a",
    "https://shop~.example/a, '', /a"
  })
  void hasAHostInLowerCaseAndAPathAsItStands(String url, String host, String path)
      throws URISyntaxException {
    assertThat(HttpUrl.read(url)).isEqualTo(new HttpUrl(host, path));
  }

  @Test
  void refusesAnEscapeThatIsNone() {
    assertThatExceptionOfType(URISyntaxException.class)
        .isThrownBy(() -> HttpUrl.read("https://shop.example/%zz"));
  }
}
