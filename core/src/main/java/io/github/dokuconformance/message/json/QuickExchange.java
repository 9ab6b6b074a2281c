package io.github.dokuconformance.message.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.json.QuickText;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an exchange in the form in which recorders write it, from its bytes, in a third of the time
 * of a parser: a body goes from the line to where it is kept at one go.
 *
 * <p>It gives up where anything is wrong or only rare, such as a body in base64; then {@link
 * ExchangeJson} reads the line from its beginning, and says what is wrong where.
 */
final class QuickExchange extends QuickText {
  private QuickExchange(byte[] json) {
    super(json);
  }

  /** Returns the exchange; nothing where it can't tell. */
  static Optional<Exchange> read(byte[] json, String source) {
    try {
      return Optional.of(new QuickExchange(json).exchange(source));
    } catch (GivenUp e) {
      return Optional.empty();
    }
  }

  private Exchange exchange(String source) throws GivenUp {
    String operation = null;
    Request request = null;
    Response response = null;
    open('{');
    do {
      switch (member()) {
        case "operation" -> operation = once(operation, text());
        case "request" -> request = once(request, request());
        case "response" -> response = once(response, response());
        default -> require(false);
      }
    } while (more('}'));
    require(peek() == END);
    return new Exchange(
        source,
        Optional.ofNullable(operation),
        present(request),
        Optional.ofNullable(response),
        Optional.empty());
  }

  private Request request() throws GivenUp {
    String method = null;
    String target = null;
    Headers headers = null;
    Body body = null;
    open('{');
    do {
      switch (member()) {
        case "method" -> method = once(method, name());
        case "target" -> target = once(target, text());
        case "headers" -> headers = once(headers, headers());
        case "body" -> body = once(body, body());
        default -> require(false);
      }
    } while (more('}'));
    require(HttpSyntax.isToken(present(method)) && HttpSyntax.isTarget(present(target)));
    return new Request(present(method), Target.of(present(target)), orNone(headers), orNone(body));
  }

  private Response response() throws GivenUp {
    Integer status = null;
    Headers headers = null;
    Body body = null;
    open('{');
    do {
      switch (member()) {
        case "status" -> status = once(status, status());
        case "headers" -> headers = once(headers, headers());
        case "body" -> body = once(body, body());
        default -> require(false);
      }
    } while (more('}'));
    return new Response(present(status), orNone(headers), orNone(body));
  }

  private Headers headers() throws GivenUp {
    HeaderBlock block = new HeaderBlock();
    open('[');
    if (ends(']')) {
      return block.toHeaders();
    }
    do {
      open('[');
      String name = name();
      require(more(']'));
      String value = text();
      require(!more(']') && block.add(name, value).isEmpty());
    } while (more(']'));
    return block.toHeaders();
  }

  private Body body() throws GivenUp {
    open('{');
    require(member().equals("utf8"));
    open('"');
    byte[] body = new byte[bytes.length - at];
    int length = 0;
    boolean ascii = true;
    byte b;
    while ((b = next()) != '"') {
      if (b != '\\') {
        require(b < 0 || b >= ' ');
        ascii &= b >= 0;
        body[length++] = b;
      } else if (at < bytes.length && bytes[at] == '"') {
        // Most escapes are of this one.
        body[length++] = bytes[at++];
      } else {
        length = unescape(body, length);
      }
    }
    require(length <= MessageLimits.BODY_BYTES && !more('}'));
    if (!ascii) {
      utf8(body, 0, length);
    }
    return Body.of(body, 0, length);
  }

  /** Returns the next byte of a string. */
  private byte next() throws GivenUp {
    require(at < bytes.length);
    return bytes[at++];
  }

  /** Writes what an escape stands for, whose backslash is behind; returns where that ends. */
  private int unescape(byte[] out, int length) throws GivenUp {
    int kind = next();
    int plain = escaped(kind);
    if (plain != END) {
      out[length] = (byte) plain;
      return length + 1;
    }
    require(kind == 'u');
    int code = code();
    if (Character.isHighSurrogate((char) code)) {
      require(next() == '\\' && next() == 'u');
      int low = code();
      require(Character.isLowSurrogate((char) low));
      code = Character.toCodePoint((char) code, (char) low);
    } else {
      require(!Character.isLowSurrogate((char) code));
    }
    byte[] utf8 = Character.toString(code).getBytes(UTF_8);
    System.arraycopy(utf8, 0, out, length, utf8.length);
    return length + utf8.length;
  }

  private int code() throws GivenUp {
    int code = 0;
    for (int digits = 0; digits < 4; digits++) {
      code = code * 16 + digit(next());
    }
    return code;
  }

  private int status() throws GivenUp {
    int status = 0;
    require(peek() != '0');
    for (int next = peek(); next >= '0' && next <= '9'; next = bytes[at]) {
      status = status * 10 + (next - '0');
      at++;
      require(at < bytes.length && status < 600);
    }
    require(status >= 100);
    return status;
  }

  private String member() throws GivenUp {
    String name = name();
    open(':');
    return name;
  }

  private static <T> T once(@Nullable T before, T value) throws GivenUp {
    require(before == null);
    return value;
  }

  private static <T> T present(@Nullable T value) throws GivenUp {
    if (value == null) {
      throw givenUp();
    }
    return value;
  }

  private static Headers orNone(@Nullable Headers headers) {
    return headers == null ? Headers.none() : headers;
  }

  private static Body orNone(@Nullable Body body) {
    return body == null ? Body.none() : body;
  }
}
