package io.github.dokuconformance.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/a/b, /a/b, -, -",
        "/a?b=c?d, /a, b=c?d, -",
        "/a?, /a, '', -",
        "/INV%201?x=%20, /INV%201, x=%20, -",
        "/https://h/p, /https://h/p, -, -",
        "https://h:443/p?q, /p, q, h:443",
        "HTTPS://h/p, /p, -, h",
        "http://h, /, -, h",
        "HTTP://h?q, /, q, h",
        "https://h/?q, /, q, h",
        "a/b, a/b, -, -",
        "'', '', -, -"
      })
  void isSplitAsItStands(String raw, String path, String query, String authority) {
    Target target = Target.of(raw);

    assertThat(target.path()).isEqualTo(path);
    assertThat(target.query().orElse(null)).isEqualTo(query);
    assertThat(target.authority().orElse(null)).isEqualTo(authority);
    assertThat(target).hasToString(raw);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/a%20b?c=%2F,/a%20b?c=%2F",
    "https://h/a,/a",
    "https://h,/",
    "https://h?q,/?q"
  })
  void isWhatIsSentToAUrl(String url, String raw) {
    assertThat(Target.of(URI.create(url))).isEqualTo(Target.of(raw));
  }
}
