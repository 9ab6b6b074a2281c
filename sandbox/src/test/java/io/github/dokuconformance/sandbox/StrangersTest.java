package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.sandbox.order.OrderState;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What other sites' pages and other machines may do to a sandbox: nothing. */
class StrangersTest {
  private final List<String> turnedAway = new CopyOnWriteArrayList<>();
  private final SandboxListener listener =
      new SandboxListener() {
        @Override
        public void turnedAway(String reason) {
          turnedAway.add(reason);
        }
      };
  private final Sandbox sandbox =
      TestMerchant.start(TestMerchant.options().listener(listener).allowHost("doku.test"));
  private final TestMerchant merchant = new TestMerchant(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  static List<Arguments> attacks() {
    String form =
        "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\nContent-Type: text/plain\r\n";
    return List.of(
        argumentSet("rebinding, reading", "GET /_sandbox/exchanges", "evil.example:PORT", "", 421),
        argumentSet("rebinding, steering", "POST /_sandbox/reset", "evil.example:PORT", "", 421),
        argumentSet(
            "rebinding, a page", "GET /_sandbox/pages/1000000001", "evil.example:PORT", "", 421),
        argumentSet(
            "rebinding, the API", "GET /orders/v1/status/INV-1", "evil.example:PORT", "", 421),
        argumentSet(
            "rebinding, with the own origin",
            "POST /_sandbox/reset",
            "evil.example:PORT",
            "Origin: http://evil.example:PORT\r\n",
            421),
        argumentSet("a form, steering", "POST /_sandbox/reset", "localhost:PORT", form, 403),
        argumentSet(
            "a form, the page", "POST /_sandbox/pages/1000000001", "localhost:PORT", form, 403),
        argumentSet("a form, the API", "POST " + TestMerchant.CANCEL, "localhost:PORT", form, 403),
        argumentSet(
            "an image",
            "GET /_sandbox/pages/1000000001",
            "localhost:PORT",
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n",
            403),
        argumentSet(
            "an old browser's image",
            "GET /_sandbox/exchanges",
            "localhost:PORT",
            "Referer: http://evil.example/\r\n",
            403),
        argumentSet(
            "a link",
            "GET /_sandbox/exchanges",
            "localhost:PORT",
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n",
            403),
        argumentSet(
            "a page's own script",
            "POST /_sandbox/reset",
            "localhost:PORT",
            "Origin: http://localhost:PORT\r\nSec-Fetch-Site: same-origin\r\n",
            403));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void refusesAndChangesNothing(String start, String host, String headers, int status)
      throws IOException {
    merchant.order("INV-1").assertGenuine();

    String answer = send(start, host, headers);

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("expected ");
    assertThat(sandbox.orders("INV-1"))
        .singleElement()
        .satisfies(order -> assertThat(order.state()).isEqualTo(OrderState.PENDING));
    assertThat(sandbox.summary().exchanges()).isEqualTo(1);
    assertThat(merchant.status("INV-1").assertGenuine().status()).isEqualTo(200);
    assertThat(merchant.control("GET", "/summary", "").status()).isEqualTo(200);
  }

  @Test
  void saysWhatToDo() throws IOException {
    String answer = send("GET /orders/v1/status/x", "host.docker.internal:PORT", "");

    assertThat(answer).contains("--allow-host host.docker.internal");
    assertThat(turnedAway)
        .singleElement()
        .asString()
        .contains("\"host.docker.internal:" + sandbox.port() + "\"");
  }

  @Test
  void answersToANameThatTheUserAllows() throws IOException {
    assertThat(send("GET /_sandbox", "doku.test:1234", "")).startsWith("HTTP/1.1 200 ");
    assertThat(send("GET /orders/v1/status/x", "doku.test", "")).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void aLinkOfTheShopLeadsToThePage() throws IOException {
    String page = merchant.order("INV-1").text("/payment/url");

    String answer =
        send(
            "GET " + page.substring(sandbox.url().toString().length()),
            "localhost:PORT",
            "Referer: https://m.example/\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n");

    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("INV-1");
  }

  @Test
  void theTokenLetsABrowsersToolIn() throws IOException {
    String browser = "Origin: http://localhost:PORT\r\nAuthorization: Bearer ";

    assertThat(send("GET /_sandbox", "localhost:PORT", browser + sandbox.controlToken() + "\r\n"))
        .startsWith("HTTP/1.1 200 ");
    assertThat(send("GET /_sandbox", "localhost:PORT", browser + "guessed\r\n"))
        .startsWith("HTTP/1.1 403 ")
        .contains("ready file");
  }

  @Test
  void nodesFetchIsNoBrowser() throws IOException {
    String headers = "Accept: */*\r\nSec-Fetch-Mode: cors\r\nUser-Agent: node\r\n";

    assertThat(send("POST /_sandbox/reset", "localhost:PORT", headers)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void anotherMachineNeedsTheToken() throws IOException {
    InetAddress outside = outside();
    org.junit.jupiter.api.Assumptions.assumeTrue(outside != null, "this machine has one address");
    try (Sandbox open =
        TestMerchant.start(TestMerchant.options().address(new InetSocketAddress("0.0.0.0", 0)))) {
      String host = outside.getHostAddress() + ":" + open.port();
      String token = "Authorization: Bearer " + open.controlToken() + "\r\n";

      assertThat(send(outside, open.port(), "POST /_sandbox/reset", host, ""))
          .startsWith("HTTP/1.1 403 ")
          .contains("another machine");
      assertThat(send(outside, open.port(), "POST /_sandbox/reset", host, token))
          .startsWith("HTTP/1.1 200 ");
      assertThat(send(outside, open.port(), "GET /orders/v1/status/x", host, ""))
          .startsWith("HTTP/1.1 400 ");
    }
  }

  /** Returns an address of this machine by which even itself comes from outside. */
  private static InetAddress outside() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst()
        .orElse(null);
  }

  @Test
  void readingAPageTellsNothingOfAClientByGuess() {
    sandbox.arm(
        new io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed(
            io.github.dokuconformance.sandbox.fault.Fault.WRONG_KEY,
            java.util.Optional.empty(),
            1));
    merchant.order("INV-1");

    for (long number = 9_000_000_001L; number < 9_000_000_020L; number++) {
      merchant.exchange(
          new Request("GET", Target.of("/_sandbox/pages/" + number), Headers.none(), Body.none()));
    }

    assertThat(sandbox.summary().unnoticed()).isEmpty();
  }

  private String send(String start, String host, String headers) throws IOException {
    return send(InetAddress.getLoopbackAddress(), sandbox.port(), start, host, headers);
  }

  private static String send(
      InetAddress address, int port, String start, String host, String headers) throws IOException {
    String request =
        start
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\n"
            + headers
            + "Content-Length: 0\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(address, port)) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(request.replace("PORT", Integer.toString(port)).getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
