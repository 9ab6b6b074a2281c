package io.github.dokuconformance.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in. */
class GateTest {
  private static final int PORT = 8580;
  private static final String CROSS = "Sec-Fetch-Site: cross-site\r\n";

  private final InetAddress loopback = InetAddress.getLoopbackAddress();
  private final Gate gate =
      new Gate(
          "localhost",
          new InetSocketAddress(loopback, PORT),
          Stream.of("doku", "shop.example:3000").map(Authority::named).toList());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8580",
        "LocalHost.:8580",
        "127.0.0.1:8580",
        "[::1]:8580",
        "[0:0:0:0:0:0:0:1]:8580",
        "[::ffff:127.0.0.1]:8580",
        "doku",
        "doku:8580",
        "doku:9000",
        "shop.example:3000"
      })
  void letsInWhoNamesABoundOrAnAllowedHost(String host) {
    assertThatCode(() -> admit("GET /", host, "", false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:8580",
        "evil.example",
        "localhost",
        "localhost:80",
        "localhost:8581",
        "localhost.evil.example:8580",
        "127.0.0.1.evil.example:8580",
        "127.0.0.2:8580",
        "10.0.0.1:8580",
        "[::2]:8580",
        "0.0.0.0:8580",
        "shop.example:8580",
        "notdoku:8580",
        "localhost:8580@evil.example",
        "evil.example@localhost:8580",
        "localhost:8580, evil.example",
        "localhost:85800000",
        "localhost:",
        "[localhost]:8580",
        "[::1:8580",
        ":8580",
        ".:8580",
        ""
      })
  void refusesEveryOtherHost(String host) {
    Refused refused = refused("GET /", host, "", true);

    assertThat(refused.status()).isEqualTo(421);
    assertThat(refused.reason()).contains("localhost:8580", "\"" + host + "\"");
  }

  @Test
  void saysHowToAllowAHost() {
    assertThat(refused("GET /", "host.docker.internal:8580", "", false).reason())
        .isEqualTo(
            "expected as Host localhost:8580 or 127.0.0.1:8580 or [::1]:8580 or doku or"
                + " shop.example:3000, got \"host.docker.internal:8580\"; if that is this server,"
                + " allow it: --allow-host host.docker.internal (in Java allowHost)");
    assertThat(refused("GET /", "localhost:9000", "", false).reason())
        .contains("--allow-host localhost:9000");
  }

  @Test
  void goesByTheTargetToo() {
    assertThatCode(() -> admit("GET http://localhost:8580/", "localhost:8580", "", false))
        .doesNotThrowAnyException();

    assertThat(refused("GET http://evil.example/", "localhost:8580", "", false).status())
        .isEqualTo(421);
    assertThat(refused("GET http://localhost:8580/", "evil.example", "", false).status())
        .isEqualTo(421);
  }

  @Test
  void answersToTheAddressThatWasReached() throws UnknownHostException {
    InetAddress reached = InetAddress.getByName("192.0.2.7");
    InetSocketAddress any = new InetSocketAddress("0.0.0.0", PORT);
    Gate everywhere = new Gate("0.0.0.0", any, List.of());
    Gate one = new Gate("doku.test", new InetSocketAddress(reached, PORT), List.of());

    for (String host : List.of("192.0.2.7:8580", "localhost:8580")) {
      assertThatCode(() -> everywhere.admit(head("GET /", host, ""), reached, false))
          .doesNotThrowAnyException();
    }
    for (String host : List.of("192.0.2.7:8580", "doku.test:8580")) {
      assertThatCode(() -> one.admit(head("GET /", host, ""), reached, false))
          .doesNotThrowAnyException();
    }
    assertThat(
            catchThrowableOfType(
                Refused.class,
                () -> everywhere.admit(head("GET /", "192.0.2.8:8580", ""), reached, false)))
        .isNotNull();
  }

  static List<Arguments> senders() {
    return List.of(
        argumentSet("no browser", "POST /", "", false, true),
        argumentSet("its own page", "POST /", "Origin: http://localhost:8580\r\n", false, true),
        argumentSet("by address", "POST /", "Origin: http://127.0.0.1:8580\r\n", false, true),
        argumentSet(
            "an allowed page", "POST /", "Origin: http://shop.example:3000\r\n", false, true),
        argumentSet(
            "an allowed page of another site",
            "POST /",
            "Origin: https://doku\r\n" + CROSS,
            false,
            true),
        argumentSet("a page", "POST /", "Origin: http://evil.example\r\n", true, false),
        argumentSet("a page over TLS", "POST /", "Origin: https://localhost:443\r\n", true, false),
        argumentSet("of another port", "POST /", "Origin: http://localhost:3000\r\n", true, false),
        argumentSet("without name", "POST /", "Origin: null\r\n", true, false),
        argumentSet("an empty one", "POST /", "Origin:\r\n", true, false),
        argumentSet(
            "two",
            "POST /",
            "Origin: http://localhost:8580\r\nOrigin: http://evil.example\r\n",
            true,
            false),
        argumentSet("a GET with CORS", "GET /", "Origin: http://evil.example\r\n", true, false),
        argumentSet("an image", "GET /", CROSS + "Sec-Fetch-Mode: no-cors\r\n", true, false),
        argumentSet("a link", "GET /", CROSS + "Sec-Fetch-Mode: navigate\r\n", false, false),
        argumentSet(
            "a link to a page", "GET /", CROSS + "Sec-Fetch-Mode: navigate\r\n", true, true),
        argumentSet("a form", "POST /", CROSS + "Sec-Fetch-Mode: navigate\r\n", true, false),
        argumentSet("a sister's image", "GET /", "Sec-Fetch-Site: same-site\r\n", false, false),
        argumentSet("its own image", "GET /", "Sec-Fetch-Site: same-origin\r\n", false, true),
        argumentSet("an address typed in", "GET /", "Sec-Fetch-Site: none\r\n", false, true));
  }

  @ParameterizedTest
  @MethodSource("senders")
  void refusesWhatAnotherSitesPageSends(
      String start, String headers, boolean isPage, boolean admitted) {
    if (admitted) {
      assertThatCode(() -> admit(start, "localhost:8580", headers, isPage))
          .doesNotThrowAnyException();
    } else {
      Refused refused = refused(start, "localhost:8580", headers, isPage);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.reason()).startsWith("expected no other site's page as sender, got ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "http://doku", "doku/", "a b", "doku:x", "doku:99999", "münchen"})
  void wantsAHostToBeAllowed(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Authority.named(text))
        .withMessageContaining("host.docker.internal");
  }

  private void admit(String start, String host, String headers, boolean isPage) throws Refused {
    gate.admit(head(start, host, headers), loopback, isPage);
  }

  private Refused refused(String start, String host, String headers, boolean isPage) {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> admit(start, host, headers, isPage));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static RequestHead head(String start, String host, String headers) throws Refused {
    return RequestHead.parse(start + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n");
  }
}
