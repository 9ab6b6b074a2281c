package io.github.dokuconformance.message.json;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.SecretMask;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes the exchange JSON, the form in which exchanges are recorded and passed on.
 *
 * <pre>{@code
 * {"operation":"akulaku.generate-order", "recordedAt":"2026-11-22T01:51:00Z",
 *  "request":{"method":"POST", "target":"/akulaku-peer-to-peer/v2/generate-order",
 *             "headers":[["Client-Id","MCH-0001"],["Signature","HMACSHA256=…"]],
 *             "body":{"utf8":"{…}"}},
 *  "response":{"status":200, "headers":[], "body":{"base64":"…"}}}
 * }</pre>
 *
 * <p>Where a secret was taken out, {@code "masked":true} comes first; such an exchange is not read
 * again, since its bytes are not those that were signed.
 *
 * <p>{@code request}, its {@code method} and {@code target}, and a response's {@code status} are
 * required; a body holds exactly one of {@code utf8} and {@code base64}.
 *
 * <p>Also read, but never written: headers as an object of values or lists of values, {@code url}
 * for {@code target}, and a body that is its text alone. Otherwise reading is strict: an unknown
 * member, a value of another type, a member that stands twice or bytes that are not UTF-8 are
 * errors. What is read and written again is equal. Stateless, so thread safe.
 */
public final class ExchangeJson {
  private static final String MASKED = "masked";
  private static final Set<String> EXCHANGE_MEMBERS =
      Set.of("operation", "recordedAt", "request", "response", MASKED);
  private static final Set<String> REQUEST_MEMBERS =
      Set.of("method", "target", "url", "headers", "body");
  private static final Set<String> RESPONSE_MEMBERS = Set.of("status", "headers", "body");
  private static final Set<String> BODY_MEMBERS = Set.of("utf8", "base64");

  private static final String WANTED_BODY =
      "expected the body as it was sent: {\"utf8\": \"…\"}, {\"base64\": \"…\"} or the text alone,"
          + " got JSON that has been parsed, whose bytes are no longer known";

  private static final JsonFactory FACTORY = new JsonFactory();

  private ExchangeJson() {}

  /**
   * Reads a document that is one exchange and nothing else.
   *
   * @param json the UTF-8 bytes of the document, without byte order mark
   * @param source what the exchange is called in reports: {@code orders.jsonl#1}
   * @throws JsonInputException if something else stands there; the message says where
   */
  public static Exchange read(byte[] json, String source) throws JsonInputException {
    Optional<Exchange> quick = QuickExchange.read(json, source);
    return quick.isPresent() ? quick.get() : readByParser(json, source);
  }

  /** Reads all that an exchange may be. */
  static Exchange readByParser(byte[] json, String source) throws JsonInputException {
    try (JsonCursor cursor = JsonCursor.over(json)) {
      Exchange exchange = read(cursor, source);
      cursor.requireEnd();
      return exchange;
    }
  }

  /**
   * Reads the exchange at the cursor and leaves the cursor at its end.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public static Exchange read(JsonCursor json, String source) throws JsonInputException {
    String operation = null;
    Instant recordedAt = null;
    Request request = null;
    Response response = null;
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "operation" -> operation = json.string();
        case "recordedAt" -> recordedAt = instant(json);
        case "request" -> request = request(json);
        case "response" -> response = response(json);
        case MASKED ->
            throw json.error(
                "a secret was masked in this exchange, so that its bytes are not those that were"
                    + " signed; check the exchange itself, not this record of it");
        default -> throw json.unknownMember(name, EXCHANGE_MEMBERS);
      }
    }
    return new Exchange(
        source,
        Optional.ofNullable(operation),
        present(json, request, "request"),
        Optional.ofNullable(response),
        Optional.ofNullable(recordedAt));
  }

  private static Request request(JsonCursor json) throws JsonInputException {
    String method = null;
    String target = null;
    Headers headers = Headers.none();
    Body body = Body.none();
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "method" -> method = method(json);
        case "target", "url" -> {
          if (target != null) {
            throw json.error("expected one of target and url, got both");
          }
          target = target(json);
        }
        case "headers" -> headers = headers(json);
        case "body" -> body = body(json);
        default -> throw json.unknownMember(name, REQUEST_MEMBERS);
      }
    }
    return new Request(
        present(json, method, "method"), Target.of(present(json, target, "target")), headers, body);
  }

  private static Response response(JsonCursor json) throws JsonInputException {
    Integer status = null;
    Headers headers = Headers.none();
    Body body = Body.none();
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "status" -> status = json.integer(100, 599);
        case "headers" -> headers = headers(json);
        case "body" -> body = body(json);
        default -> throw json.unknownMember(name, RESPONSE_MEMBERS);
      }
    }
    return new Response(present(json, status, "status"), headers, body);
  }

  private static Headers headers(JsonCursor json) throws JsonInputException {
    HeaderBlock block = new HeaderBlock();
    if (json.isObject()) {
      headersByName(json, block);
      return block.toHeaders();
    }
    if (!json.isArray()) {
      throw json.error(
          "expected headers as [[\"Name\",\"value\"], …] or {\"Name\":\"value\", …}, got neither");
    }
    json.enterArray();
    while (json.nextElement()) {
      json.enterArray();
      String name = headerPart(json);
      String value = headerPart(json);
      if (json.nextElement()) {
        throw json.error("expected [name, value], got a third element");
      }
      add(json, block, name, value);
    }
    return block.toHeaders();
  }

  /** Reads headers as most programs have them: a value, or a list of values, by name. */
  private static void headersByName(JsonCursor json, HeaderBlock block) throws JsonInputException {
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      if (json.isArray()) {
        json.enterArray();
        while (json.nextElement()) {
          add(json, block, name, json.string());
        }
      } else {
        add(json, block, name, json.string());
      }
    }
  }

  private static void add(JsonCursor json, HeaderBlock block, String name, String value)
      throws JsonInputException {
    Optional<String> wanted = block.add(name, value);
    if (wanted.isPresent()) {
      throw json.error("expected " + wanted.get() + ", got " + Visible.quoted(name + ": " + value));
    }
  }

  private static String headerPart(JsonCursor json) throws JsonInputException {
    if (!json.nextElement()) {
      throw json.error("expected [name, value], got fewer elements");
    }
    return json.string();
  }

  private static Body body(JsonCursor json) throws JsonInputException {
    if (json.isString()) {
      return BodyText.utf8(json.string(), json);
    }
    if (!json.isObject()) {
      throw json.error(WANTED_BODY);
    }
    Body body = null;
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      if (!BODY_MEMBERS.contains(name)) {
        throw json.error(WANTED_BODY);
      }
      if (body != null) {
        throw json.error("expected exactly one of utf8 and base64, got both");
      }
      body =
          name.equals("utf8")
              ? BodyText.utf8(json.string(), json)
              : BodyText.base64(json.string(), json);
    }
    if (body == null) {
      throw json.error("expected exactly one of utf8 and base64, got neither");
    }
    return body;
  }

  private static String method(JsonCursor json) throws JsonInputException {
    String method = json.string();
    if (!HttpSyntax.isToken(method)) {
      throw json.error("expected a method such as POST, got " + Visible.quoted(method));
    }
    return method;
  }

  private static String target(JsonCursor json) throws JsonInputException {
    String target = json.string();
    if (!HttpSyntax.isTarget(target)) {
      throw json.error(
          "expected a target like /path or https://host/path, got " + Visible.quoted(target));
    }
    return target;
  }

  private static Instant instant(JsonCursor json) throws JsonInputException {
    String text = json.string();
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw json.error(
          "expected an instant such as 2026-11-22T01:51:00Z, got " + Visible.quoted(text));
    }
  }

  private static <T> T present(JsonCursor json, @Nullable T value, String name)
      throws JsonInputException {
    if (value == null) {
      throw json.error("expected a member \"" + name + "\", got none");
    }
    return value;
  }

  /** Returns the exchange on one line, without line end; its source is not part of it. */
  public static String write(Exchange exchange) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(exchange, json);
    }
    return text.toString();
  }

  /** As above, without secrets; where one stood there, the line says so. */
  public static String write(Exchange exchange, SecretMask mask) {
    String line = write(exchange);
    String masked = mask.text(line);
    return masked.equals(line) ? line : "{\"" + MASKED + "\":true," + masked.substring(1);
  }

  /** Writes the exchange as one object; its source is not part of it. */
  public static void write(Exchange exchange, JsonGenerator json) {
    json.writeStartObject();
    exchange.operation().ifPresent(id -> json.writeStringProperty("operation", id));
    exchange
        .recordedAt()
        .ifPresent(instant -> json.writeStringProperty("recordedAt", instant.toString()));
    json.writeObjectPropertyStart("request");
    json.writeStringProperty("method", exchange.request().method());
    json.writeStringProperty("target", exchange.request().target().raw());
    writeContent(exchange.request(), json);
    json.writeEndObject();
    exchange
        .response()
        .ifPresent(
            response -> {
              json.writeObjectPropertyStart("response");
              json.writeNumberProperty("status", response.status());
              writeContent(response, json);
              json.writeEndObject();
            });
    json.writeEndObject();
  }

  private static void writeContent(Message message, JsonGenerator json) {
    json.writeArrayPropertyStart("headers");
    for (Header header : message.headers().list()) {
      json.writeStartArray();
      json.writeString(header.name());
      json.writeString(header.value());
      json.writeEndArray();
    }
    json.writeEndArray();
    if (!message.body().isEmpty()) {
      json.writeObjectPropertyStart("body");
      BodyText.asUtf8(message.body())
          .ifPresentOrElse(
              text -> json.writeStringProperty("utf8", text),
              () -> json.writeStringProperty("base64", BodyText.asBase64(message.body())));
      json.writeEndObject();
    }
  }
}
