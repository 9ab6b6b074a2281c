package io.github.dokuconformance.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Request;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Endpoints with one mistake each, most of them seen in public integrations. */
final class FlawedReceivers {
  private FlawedReceivers() {}

  /**
   * An endpoint and exactly the requirements, of the levels must and should, that it does not meet.
   *
   * @param failed ids; {@code forged.*} stands for all probes of that family of those levels
   */
  record Flawed(
      String name, Supplier<Receiver> receiver, Set<String> failed, Set<TestServer.Wire> wire) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Flawed> all() {
    return Stream.of(comparisons(), openings(), digests(), strictness(), state(), wires())
        .flatMap(List::stream);
  }

  private static List<Flawed> comparisons() {
    return List.of(
        flawed(
            "compares as far as the signature goes",
            () ->
                new Receiver() {
                  @Override
                  boolean isSame(String expected, String got) {
                    return expected.startsWith(got);
                  }
                },
            "forged.empty-signature",
            "forged.prefix-only",
            "forged.truncated-mac"),
        flawed(
            "compares the beginning",
            () ->
                new Receiver() {
                  @Override
                  boolean isSame(String expected, String got) {
                    // Long enough to hold a capital letter, whatever the signature is.
                    return got.startsWith(expected.substring(0, 40));
                  }
                },
            "forged.other-last-byte",
            "forged.trailing-text"),
        flawed(
            "looks for the signature inside the header",
            () ->
                new Receiver() {
                  @Override
                  boolean isSame(String expected, String got) {
                    return got.contains(expected);
                  }
                },
            "forged.trailing-text"),
        flawed(
            "compares without regard to case",
            () ->
                new Receiver() {
                  @Override
                  boolean isSame(String expected, String got) {
                    return expected.equalsIgnoreCase(got);
                  }
                },
            "forged.one-case-mac"),
        flawed(
            "takes hex and base64, with or without prefix",
            () ->
                new Receiver() {
                  @Override
                  boolean isSame(String expected, String got) {
                    String mac = expected.substring(11);
                    String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(mac));
                    String bare = got.replaceFirst("(?i)^HMACSHA256=", "");
                    return bare.equals(mac) || bare.equals(hex);
                  }
                }),
        flawed(
            "throws at a signature without a right prefix",
            () ->
                new Receiver() {
                  @Override
                  boolean isSame(String expected, String got) {
                    byte[] mac = Base64.getDecoder().decode(got.split("HMACSHA256=", 2)[1]);
                    return mac.length == 32 && super.isSame(expected, got);
                  }
                },
            "run.no-server-error"));
  }

  private static List<Flawed> openings() {
    return List.of(
        flawed(
            "never verifies",
            () ->
                new Receiver() {
                  @Override
                  void verify(Request request) {
                    requestIds.add(request.headers().first("Request-Id").orElse(""));
                  }

                  @Override
                  String header(Request request, String name) {
                    return request.headers().first(name).orElse("");
                  }
                },
            "client-id.*",
            "forged.digest-header",
            "forged.empty-key",
            "forged.empty-signature",
            "forged.long-signature",
            "forged.no-headers",
            "forged.no-signature",
            "forged.not-base64",
            "forged.one-case-mac",
            "forged.other-key",
            "forged.other-last-byte",
            "forged.prefix-only",
            "forged.random-mac",
            "forged.trailing-text",
            "forged.truncated-mac",
            "missing.*",
            "stale.year-old",
            "tampered.*",
            "target.doku-path",
            "twice.*"),
        flawed(
            "acknowledges whatever comes",
            () ->
                new Receiver() {
                  @Override
                  public Integer apply(Request request) {
                    bookings.incrementAndGet();
                    return 200;
                  }
                },
            "client-id.*",
            "effect.none-of-repeated",
            "effect.none-of-same-order",
            "forged.*",
            "missing.*",
            "stale.year-old",
            "tampered.*",
            "target.doku-path",
            "twice.*"),
        flawed(
            "fails open where a header is missing",
            () ->
                new Receiver() {
                  @Override
                  void verify(Request request) {
                    if (Stream.of("Client-Id", "Request-Id", "Request-Timestamp", "Signature")
                        .allMatch(name -> request.headers().first(name).isPresent())) {
                      super.verify(request);
                    }
                  }

                  @Override
                  String header(Request request, String name) {
                    return request.headers().first(name).isEmpty()
                        ? ""
                        : super.header(request, name);
                  }
                },
            "forged.no-headers",
            "forged.no-signature",
            "missing.*"),
        flawed(
            "swallows what the check throws",
            () ->
                new Receiver() {
                  @Override
                  int onFailure() {
                    return 200;
                  }

                  @Override
                  boolean isSame(String expected, String got) {
                    byte[] mac = Base64.getDecoder().decode(got.substring(11));
                    return mac.length > 0 && super.isSame(expected, got);
                  }
                },
            "forged.empty-signature",
            "forged.not-base64",
            "forged.trailing-text"),
        flawed(
            "verifies with an empty secret where it knows none",
            () ->
                new Receiver() {
                  @Override
                  boolean isOwn(String clientId) {
                    return true;
                  }

                  @Override
                  String secretOf(String clientId) {
                    return clientId.equals(CLIENT_ID) ? SECRET : "";
                  }
                },
            "forged.empty-key"),
        flawed(
            "takes the digest from a header where there is one",
            () ->
                new Receiver() {
                  @Override
                  String digestLine(Request request) {
                    return request
                        .headers()
                        .first("Digest")
                        .map(digest -> "\nDigest:" + digest)
                        .orElseGet(() -> super.digestLine(request));
                  }
                },
            "forged.digest-header"),
        flawed(
            "does not compare Client-Id",
            () ->
                new Receiver() {
                  @Override
                  boolean isOwn(String clientId) {
                    return true;
                  }
                },
            "client-id.same-key"),
        flawed(
            "signs its configured Client-Id, whatever the header says",
            () ->
                new Receiver() {
                  @Override
                  boolean isOwn(String clientId) {
                    return true;
                  }

                  @Override
                  String signedClientId(String header) {
                    return CLIENT_ID;
                  }

                  @Override
                  String header(Request request, String name) {
                    return name.equals("Client-Id") ? CLIENT_ID : super.header(request, name);
                  }
                },
            "client-id.changed",
            "missing.client-id",
            "twice.client-id"),
        flawed(
            "takes the first of two headers",
            () ->
                new Receiver() {
                  @Override
                  String header(Request request, String name) {
                    return request.headers().first(name).orElseThrow(() -> new Refusal(401));
                  }
                },
            "twice.*"),
        flawed(
            "tries DOKU's path too",
            () ->
                new Receiver() {
                  private boolean own = true;

                  @Override
                  synchronized void verify(Request request) {
                    try {
                      own = true;
                      super.verify(request);
                    } catch (Refusal refusal) {
                      own = false;
                      super.verify(request);
                    }
                  }

                  @Override
                  String target(Request request) {
                    return own ? super.target(request) : "/akulaku-peer-to-peer/v2/generate-order";
                  }
                },
            "target.doku-path"),
        flawed(
            "does not look at the timestamp",
            () ->
                new Receiver() {
                  @Override
                  boolean isFresh(String timestamp) {
                    return true;
                  }
                },
            "stale.year-old"));
  }

  private static List<Flawed> digests() {
    JsonMapper plain = JsonMapper.shared();
    JsonMapper php =
        JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();
    return List.of(
        digesting(
            "re-serialises",
            body -> plain.writeValueAsString(plain.readTree(body)),
            "malformed.cut",
            "malformed.deep-json",
            "malformed.not-json",
            "run.no-server-error",
            "spelling.crlf",
            "spelling.escaped-slash",
            "spelling.leading-space",
            "spelling.pretty-printed",
            "spelling.spaced",
            "spelling.surrogate-escapes",
            "spelling.trailing-newline",
            "spelling.unicode-escapes",
            "spelling.unknown-object",
            "tampered.trailing-newline",
            "tampered.white-space"),
        digesting(
            "re-serialises as PHP does",
            body -> php.writeValueAsString(php.readTree(body)),
            "malformed.cut",
            "malformed.deep-json",
            "malformed.not-json",
            "run.no-server-error",
            "spelling.crlf",
            "spelling.emoji",
            "spelling.leading-space",
            "spelling.line-separator",
            "spelling.non-ascii",
            "spelling.pretty-printed",
            "spelling.slash",
            "spelling.spaced",
            "spelling.surrogate-escapes",
            "spelling.trailing-newline",
            "spelling.unicode-escapes",
            "spelling.unknown-object",
            "tampered.trailing-newline",
            "tampered.white-space"),
        digesting(
            "re-serialises into its own order",
            body ->
                JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build()
                    .writeValueAsString(plain.readValue(body, Object.class)),
            "effect.of-genuine",
            "genuine.*",
            "malformed.cut",
            "malformed.deep-json",
            "malformed.empty-body",
            "malformed.not-json",
            "repeated.*",
            "run.no-server-error",
            "spelling.*"),
        digesting(
            "escapes HTML characters as Gson does",
            body -> body.replace("<", "\\u003c").replace("&", "\\u0026").replace("=", "\\u003d"),
            "spelling.html-characters",
            "spelling.html-entities"),
        digesting(
            "trims the body",
            String::strip,
            "spelling.leading-space",
            "spelling.spaced",
            "spelling.trailing-newline",
            "tampered.trailing-newline"),
        digesting("turns CRLF into LF", body -> body.replace("\r\n", "\n"), "spelling.crlf"),
        digesting(
            "URL-decodes the body",
            body -> URLDecoder.decode(body, UTF_8),
            "spelling.percent",
            "spelling.plus"),
        digesting(
            "HTML-decodes the body",
            body -> body.replace("&amp;", "&").replace("&quot;", "\""),
            "spelling.html-entities"),
        digesting(
            "strips backslashes",
            body -> body.replace("\\", ""),
            "spelling.escaped-slash",
            "spelling.escapes",
            "spelling.surrogate-escapes",
            "spelling.unicode-escapes"),
        digesting(
            "strips white space, inside strings too",
            body -> body.replaceAll("\\s+", ""),
            "spelling.crlf",
            "spelling.double-space",
            "spelling.emoji",
            "spelling.html-characters",
            "spelling.html-entities",
            "spelling.leading-space",
            "spelling.non-ascii",
            "spelling.percent",
            "spelling.pretty-printed",
            "spelling.spaced",
            "spelling.trailing-newline",
            "spelling.unicode-escapes",
            "tampered.trailing-newline",
            "tampered.white-space"),
        digesting(
            "reads the body as ISO-8859-1",
            body -> new String(body.getBytes(UTF_8), ISO_8859_1),
            "spelling.emoji",
            "spelling.line-separator",
            "spelling.non-ascii"));
  }

  private static List<Flawed> strictness() {
    return List.of(
        requiring(
            "demands a Digest header",
            request -> request.headers().first("Digest").isPresent(),
            "effect.of-genuine",
            "genuine.*",
            "repeated.*",
            "spelling.*"),
        requiring(
            "looks headers up by exact case",
            request ->
                request.headers().stream().anyMatch(header -> header.name().equals("Signature")),
            "genuine.lower-case-names",
            "genuine.upper-case-names"),
        requiring(
            "wants Content-Type to be application/json and no more",
            request ->
                request.headers().first("Content-Type").equals(Optional.of("application/json")),
            "genuine.content-type-charset"),
        requiring(
            "wants a Request-Id of 36 characters",
            request -> request.headers().first("Request-Id").orElse("").length() <= 40,
            "genuine.request-id-128"),
        requiring(
            "takes 16 KiB at most",
            request -> request.body().length() <= 16 << 10,
            "spelling.large"),
        reading(
            "refuses fields it does not know",
            body ->
                !body.toString().contains("field_that_doku_may_add")
                    && !body.has("additional_info"),
            "spelling.large",
            "spelling.number-like-names",
            "spelling.unknown-fields",
            "spelling.unknown-object"),
        reading(
            "relies on peer_to_peer_info",
            body -> body.has("peer_to_peer_info"),
            "spelling.without-details"),
        reading(
            "refuses FAILED",
            body -> body.at("/transaction/status").asString().equals("SUCCESS"),
            "genuine.status-failed"),
        reading(
            "expects members in the documented order",
            body -> body.propertyNames().iterator().next().equals("service"),
            "spelling.reordered"),
        flawed(
            "lets a message be an hour old",
            () ->
                new Receiver() {
                  @Override
                  Duration oldest() {
                    return Duration.ofHours(1);
                  }
                },
            "genuine.twelve-hours-old"),
        flawed(
            "signs the query too",
            () ->
                new Receiver() {
                  @Override
                  String target(Request request) {
                    return request.target().raw();
                  }
                },
            "genuine.query"),
        flawed(
            "fails at a body that is no notification",
            () ->
                new Receiver() {
                  @Override
                  JsonNode parse(byte[] body) {
                    return JsonMapper.shared().readTree(body).requiredAt("/order");
                  }

                  @Override
                  int book(Request request) {
                    parse(request.body().toByteArray()).required("invoice_number");
                    return bookings.incrementAndGet() > 0 ? 200 : 0;
                  }
                },
            "effect.none-of-repeated",
            "effect.none-of-same-order",
            "malformed.*"));
  }

  private static List<Flawed> state() {
    return List.of(
        flawed(
            "answers 409 to what it has booked",
            () ->
                new Receiver() {
                  @Override
                  int book(Request request) {
                    int before = bookings.get();
                    int status = super.book(request);
                    return bookings.get() > before ? status : 409;
                  }
                },
            "repeated.*"),
        flawed(
            "books what comes again",
            () ->
                new Receiver() {
                  @Override
                  int book(Request request) {
                    booked.clear();
                    return super.book(request);
                  }
                },
            "effect.none-of-repeated",
            "effect.none-of-same-order"),
        flawed(
            "books each Request-Id",
            () ->
                new Receiver() {
                  @Override
                  int book(Request request) {
                    if (!requestIds.contains(header(request, "Request-Id"))) {
                      booked.clear();
                    }
                    return super.book(request);
                  }
                },
            "effect.none-of-same-order"),
        flawed(
            "books before it verifies",
            () ->
                new Receiver() {
                  @Override
                  int answer(Request request) {
                    bookings.incrementAndGet();
                    verify(request);
                    return 200;
                  }
                },
            "effect.none-of-refused",
            "effect.none-of-repeated",
            "effect.none-of-same-order"),
        flawed(
            "acknowledges and books nothing",
            () ->
                new Receiver() {
                  @Override
                  int book(Request request) {
                    int status = super.book(request);
                    bookings.set(0);
                    return status;
                  }
                },
            "effect.of-genuine"),
        flawed(
            "ends at a deeply nested body",
            () ->
                new Receiver() {
                  @Override
                  public Integer apply(Request request) {
                    if (!request.body().toDisplayText().startsWith("[[[")) {
                      return super.apply(request);
                    }
                    end.run();
                    return TestServer.DROP;
                  }
                },
            "run.keeps-listening",
            "run.no-server-error",
            "forged.huge-body",
            "forged.one-case-mac",
            "forged.trailing-text",
            "tampered.*",
            "client-id.*",
            "missing.*",
            "twice.*",
            "target.*",
            "repeated.*",
            "stale.year-old",
            "malformed.*",
            "genuine.after-attack"),
        flawed(
            "shuts the sender out after twenty refusals",
            () ->
                new Receiver() {
                  private final AtomicInteger refusals = new AtomicInteger();

                  @Override
                  public Integer apply(Request request) {
                    int status = refusals.get() < 20 ? super.apply(request) : 429;
                    if (status == 401) {
                      refusals.incrementAndGet();
                    }
                    return status;
                  }
                },
            "genuine.after-attack",
            "repeated.*"));
  }

  private static List<Flawed> wires() {
    return List.of(
        wired("reads one segment", TestServer.Wire.READS_FIRST_SEGMENT, "genuine.in-pieces"),
        wired("takes no chunks", TestServer.Wire.IGNORES_CHUNKED, "genuine.chunked"),
        wired(
            "serves one connection at a time",
            TestServer.Wire.ONE_CONNECTION_AT_A_TIME,
            "genuine.beside-stalled"));
  }

  private static Flawed flawed(String name, Supplier<Receiver> receiver, String... failed) {
    return new Flawed(name, receiver, Set.of(failed), Set.of());
  }

  private static Flawed wired(String name, TestServer.Wire wire, String... failed) {
    return new Flawed(name, Receiver::new, Set.of(failed), Set.of(wire));
  }

  private static Flawed digesting(String name, UnaryOperator<String> change, String... failed) {
    return flawed(
        name,
        () ->
            new Receiver() {
              @Override
              byte[] digested(byte[] body) {
                return change.apply(new String(body, UTF_8)).getBytes(UTF_8);
              }
            },
        failed);
  }

  private static Flawed requiring(String name, Predicate<Request> wanted, String... failed) {
    return flawed(
        name,
        () ->
            new Receiver() {
              @Override
              void verify(Request request) {
                super.verify(request);
                require(wanted.test(request), 400);
              }
            },
        failed);
  }

  private static Flawed reading(String name, Predicate<JsonNode> wanted, String... failed) {
    return flawed(
        name,
        () ->
            new Receiver() {
              @Override
              JsonNode parse(byte[] body) {
                JsonNode tree = super.parse(body);
                require(!tree.has("order") || wanted.test(tree), 422);
                return tree;
              }
            },
        failed);
  }
}
