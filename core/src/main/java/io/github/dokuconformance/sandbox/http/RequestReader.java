package io.github.dokuconformance.sandbox.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Reads one request, up to {@link MessageLimits}; to be closed when the request was handled.
 *
 * <p>The server keeps neither the order nor the letter case of header names: they come out as
 * {@code Client-Id}, whatever was sent.
 */
final class RequestReader implements AutoCloseable {
  private static final int SMALL = 64 << 10;

  /** Bodies over 64 KiB that are in memory at once. */
  private static final Semaphore LARGE = new Semaphore(4);

  private final HttpExchange exchange;
  private boolean large;

  RequestReader(HttpExchange exchange) {
    this.exchange = exchange;
  }

  Request read() throws IOException, Refused {
    Headers headers = headers();
    return new Request(
        exchange.getRequestMethod(),
        Target.of(exchange.getRequestURI().toString()),
        headers,
        Body.of(body(announced(headers))));
  }

  private Headers headers() throws Refused {
    HeaderBlock block = new HeaderBlock();
    for (Map.Entry<String, List<String>> field : exchange.getRequestHeaders().entrySet()) {
      String name = titleCase(field.getKey());
      for (String value : field.getValue()) {
        Optional<String> wanted = block.add(name, utf8(value));
        if (wanted.isPresent()) {
          throw new Refused(400, "expected " + wanted.get());
        }
      }
    }
    return block.toHeaders();
  }

  /** Returns the length that the request announces, or -1. */
  private static long announced(Headers headers) throws Refused {
    Optional<String> length = headers.first("Content-Length");
    if (headers.first("Transfer-Encoding").isPresent() || length.isEmpty()) {
      return -1;
    }
    long announced = Long.parseLong(length.get());
    if (announced > MessageLimits.BODY_BYTES) {
      throw tooLarge();
    }
    return announced;
  }

  private byte[] body(long announced) throws IOException, Refused {
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(SMALL);
    if (body.length == SMALL) {
      LARGE.acquireUninterruptibly();
      large = true;
      byte[] rest = in.readNBytes(MessageLimits.BODY_BYTES - SMALL + 1);
      body = Arrays.copyOf(body, SMALL + rest.length);
      System.arraycopy(rest, 0, body, SMALL, rest.length);
    }
    if (body.length > MessageLimits.BODY_BYTES) {
      throw tooLarge();
    }
    if (announced >= 0 && body.length < announced) {
      throw new IOException("the connection ended within the body");
    }
    return body;
  }

  private static Refused tooLarge() {
    return new Refused(
        413, "expected a body of at most " + MessageLimits.BODY_BYTES + " bytes (10 MiB)");
  }

  private static String titleCase(String name) {
    StringBuilder out = new StringBuilder(name);
    for (int i = name.indexOf('-') + 1; i > 0 && i < name.length(); i = name.indexOf('-', i) + 1) {
      out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
    }
    return out.toString();
  }

  /** Returns the text that the bytes spell: the server reads them as ISO 8859-1. */
  private static String utf8(String value) {
    if (value.chars().allMatch(c -> c < 0x80)) {
      return value;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(value.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException e) {
      return value;
    }
  }

  @Override
  public void close() {
    if (large) {
      LARGE.release();
    }
  }

  /** A request that is answered without being handled. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String reason) {
      super(reason);
      this.status = status;
    }

    int status() {
      return status;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
