package io.github.dokuconformance.cli.input.recognition;

import static io.github.dokuconformance.cli.input.recognition.InputTexts.readAll;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.har.HarSourceTest;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.message.json.JsonInputException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, the outcome is exchanges or one line that says what is wrong. */
class DamagedInputTest {
  private static final int MUTATIONS = 2_000;

  /** Bytes on which readers decide something. */
  private static final byte[] SPECIAL = "\r\n \t\0{}[]\",:\\'$#-@&=/;u0F9\u007f".getBytes(UTF_8);

  static Stream<Arguments> everyTruncation() {
    return wholes();
  }

  static Stream<Arguments> manyMutations() {
    return wholes();
  }

  private static Stream<Arguments> wholes() {
    String json =
        """
        {"operation":"akulaku.cancel","recordedAt":"2026-11-22T01:51:00Z",
        "request":{"method":"POST","target":"/akulaku/v2/cancel?a=b","headers":[["Client-Id","é"]],
        "body":{"utf8":"{\\"name\\":\\"Kopi ☕ \\u2615\\"}"}},
        "response":{"status":200,"headers":[["A","b"]],"body":{"base64":"e30="}}}
        """;
    String line = json.replace("\n", "") + "\n";
    String http =
        """
        POST /akulaku/v2/cancel HTTP/1.1
        Client-Id: MCH-1
        Content-Length: 13

        {"name":"é"}

        HTTP/1.1 200 OK
        Transfer-Encoding: chunked

        2;x=y
        {}
        0
        Trailer: 1

        """;
    String curl =
        """
        # copied
        curl -sSXPOST 'https://h/akulaku?a=b' -H "Client-Id: M\\"CH" \\
          --data-raw $'{"name":"\\u2615\\x41\\101\\'"}' --json {} --compressed -G
        """;
    return Stream.of(
        argumentSet("http", InputFormat.HTTP, http.getBytes(UTF_8)),
        argumentSet("http with CRLF", InputFormat.HTTP, http.replace("\n", "\r\n").getBytes(UTF_8)),
        argumentSet("har", InputFormat.HAR, HarSourceTest.har(HarSourceTest.ENTRY).getBytes(UTF_8)),
        argumentSet("curl", InputFormat.CURL, curl.getBytes(UTF_8)),
        argumentSet("json", InputFormat.JSON, json.getBytes(UTF_8)),
        argumentSet("array", InputFormat.JSON, ("[" + json + "," + json + "]").getBytes(UTF_8)),
        argumentSet("jsonl", InputFormat.JSONL, (line + line).getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource
  void everyTruncation(InputFormat format, byte[] whole) throws InputException {
    assertThat(readAll(whole, format)).isNotEmpty();

    for (int length = 0; length < whole.length; length++) {
      requireExchangesOrOneLine(Arrays.copyOf(whole, length), format);
    }
  }

  @ParameterizedTest
  @MethodSource
  void manyMutations(InputFormat format, byte[] whole) {
    Random random = new Random(20261122);

    for (int i = 0; i < MUTATIONS; i++) {
      requireExchangesOrOneLine(mutated(whole, random), format);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noise(long seed) {
    Random random = new Random(seed);

    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      for (InputFormat format : InputFormat.values()) {
        requireExchangesOrOneLine(noise, format);
      }
    }
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole;
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      bytes = changed(bytes, random);
    }
    return bytes;
  }

  /** Overwrites, inserts or removes a byte, or repeats or removes a run of them. */
  private static byte[] changed(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(40));
    byte value =
        random.nextBoolean() ? SPECIAL[random.nextInt(SPECIAL.length)] : (byte) random.nextInt();
    return switch (random.nextInt(5)) {
      case 0 -> joined(Arrays.copyOf(bytes, from), new byte[] {value}, tail(bytes, from + 1));
      case 1 -> joined(Arrays.copyOf(bytes, from), new byte[] {value}, tail(bytes, from));
      case 2 -> joined(Arrays.copyOf(bytes, from), tail(bytes, from + 1));
      case 3 -> joined(Arrays.copyOf(bytes, to), tail(bytes, from));
      default -> joined(Arrays.copyOf(bytes, from), tail(bytes, to));
    };
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static void requireExchangesOrOneLine(byte[] input, InputFormat format) {
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          try {
            for (Exchange exchange : readAll(input, format)) {
              requireRoundTrip(exchange);
            }
          } catch (InputException e) {
            assertThat(e.getMessage()).startsWith("stdin:").doesNotContainPattern("\\p{Cntrl}");
          }
        });
  }

  /** Whatever was read can be passed on: no reader lets through what the exchange JSON refuses. */
  private static void requireRoundTrip(Exchange exchange) throws JsonInputException {
    byte[] json = ExchangeJson.write(exchange).getBytes(UTF_8);

    assertThat(List.of(ExchangeJson.read(json, exchange.source()))).containsExactly(exchange);
  }
}
