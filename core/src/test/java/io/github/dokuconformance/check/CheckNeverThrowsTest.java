package io.github.dokuconformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.run.RunCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever comes in, findings come out. */
class CheckNeverThrowsTest {
  private static final int EXCHANGES = 2000;
  private static final List<JsonNode> BODIES =
      Samples.index().stream()
          .map(e -> Samples.json(e.path("file").asString().substring("examples/".length())))
          .toList();
  private static final List<String> NAMES =
      List.of(
          "Client-Id",
          "client-id",
          "Request-Id",
          "Request-Timestamp",
          "Response-Timestamp",
          "Signature",
          "Digest",
          "Request-Target",
          "Content-Type",
          "X-Other");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "MCH-FAKE-0001",
          "é",
          "😀",
          "x".repeat(129),
          "1767323045",
          "2026-01-02T03:04:05Z",
          "9999-99-99T99:99:99Z",
          "2026-01-02T03:04:05.1Z",
          "+1000000000-01-01T00:00:00Z",
          "HMACSHA256=",
          "HMACSHA256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
          "=",
          "a=b",
          "application/json",
          "application/json;charset=",
          ";",
          "٢٠٢٦-٠١-٠٢T٠٣:٠٤:٠٥Z",
          "\uD800");
  private static final List<String> TARGETS =
      List.of(
          "",
          "/",
          "?",
          "/?",
          "http://",
          "https://h",
          "https://h?x",
          "*",
          "/payments/notifications",
          "/akulaku-peer-to-peer/v2/generate-order",
          "/akulaku-peer-to-peer/v2/cancel",
          "/akulaku-peer-to-peer/v2/refund",
          "/orders/v1/status/x",
          "/orders/v1/status/",
          "//",
          "/%",
          "/orders/v1/status/a/b",
          "//akulaku-peer-to-peer//V2/refund/",
          "/é\uD800");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  @Timeout(120)
  void findsTheSameTwiceAndSaysAllOfIt(long seed) {
    Random random = new Random(seed);
    RunCheck run = new RunCheck(EXCHANGES / 2);

    for (int i = 0; i < EXCHANGES; i++) {
      Exchange exchange = exchange(random);
      CheckContext context = context(random);

      CheckResult result = Check.check(exchange, context);

      assertThat(Check.check(exchange, context).findings()).isEqualTo(result.findings());
      List<Finding> findings = new ArrayList<>(result.findings());
      findings.addAll(run.next(result.trace()));
      assertThat(findings).allMatch(CheckNeverThrowsTest::isComplete);
    }
  }

  @Test
  @Timeout(30)
  void staysWithinMemoryForABodyThatBreaksARuleInEachByte() {
    String items = "{},".repeat(3_000_000) + "{}";

    CheckResult result = Draft.order().body("{\"order\":{\"line_items\":[" + items + "]}}").check();

    assertThat(result.findings())
        .hasSizeLessThan(100)
        .extracting(Finding::code)
        .contains("json.too-many-values");
  }

  private static boolean isComplete(Finding finding) {
    return !finding.code().isBlank()
        && !finding.type().requirement().isBlank()
        && !finding.hint().isBlank()
        && !finding.source().page().isBlank()
        && finding.message().indexOf('\n') < 0;
  }

  private static Exchange exchange(Random random) {
    Request request =
        new Request(
            pick(List.of("POST", "POST", "POST", "GET", "PUT", "post", ""), random),
            Target.of(pick(TARGETS, random)),
            headers(random),
            body(random));
    Optional<Response> response =
        random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(
                new Response(
                    pick(List.of(200, 200, 200, 204, 302, 400, 409, 500, 0, -1), random),
                    headers(random),
                    body(random)));
    Optional<String> operation =
        switch (random.nextInt(3)) {
          case 0 -> Optional.of(pick(Contract.bundled().operations(), random)).map(Operation::id);
          case 1 -> Optional.of("no.such-operation").filter(id -> random.nextInt(9) == 0);
          default -> Optional.empty();
        };
    return new Exchange("fuzz", operation, request, response, time(random));
  }

  private static CheckContext context(Random random) {
    CheckContext context =
        random.nextInt(4) == 0 ? CheckContext.nothing() : Draft.order().context();
    context = random.nextBoolean() ? context.withNotificationPath(pick(TARGETS, random)) : context;
    Optional<Instant> now = time(random);
    return now.isPresent() ? context.withNow(now.get()) : context;
  }

  private static Optional<Instant> time(Random random) {
    return Optional.of(
            pick(
                List.of(
                    Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.parse("2026-01-02T03:04:05Z")),
                random))
        .filter(instant -> random.nextBoolean());
  }

  private static Headers headers(Random random) {
    List<Header> headers = new ArrayList<>();
    for (String name : NAMES) {
      int count = List.of(0, 1, 1, 1, 1, 1, 2).get(random.nextInt(7));
      for (int i = 0; i < count; i++) {
        headers.add(new Header(name, pick(VALUES, random)));
      }
    }
    return new Headers(headers);
  }

  private static Body body(Random random) {
    JsonNode mutated = Mutations.of(pick(BODIES, random), random);
    byte[] bytes = mutated.toString().getBytes(UTF_8);
    return switch (random.nextInt(10)) {
      case 0 -> Body.none();
      case 1 -> Body.of(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
      case 2 -> {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        yield Body.of(bytes);
      }
      default -> Body.of(bytes);
    };
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
