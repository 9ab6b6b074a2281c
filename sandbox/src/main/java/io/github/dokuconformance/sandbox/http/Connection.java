package io.github.dokuconformance.sandbox.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.SecondText;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Serves the requests of one connection, one after the other. */
final class Connection {
  private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);
  private static final SecondText DATE =
      new SecondText(
          second -> DateTimeFormatter.RFC_1123_DATE_TIME.format(second.atZone(ZoneOffset.UTC)));

  private final Wire wire;
  private final Gate gate;
  private final HttpFront.Handler handler;

  Connection(Wire wire, Gate gate, HttpFront.Handler handler) {
    this.wire = wire;
    this.gate = gate;
    this.handler = handler;
  }

  /**
   * Returns when the connection is done.
   *
   * @throws IOException where the client went away or was too slow
   */
  void serve() throws IOException {
    try {
      for (Optional<String> head = wire.head(); head.isPresent(); head = wire.head()) {
        Reply reply = reply(RequestHead.parse(head.get()));
        wire.write(reply.bytes());
        if (reply.isLast()) {
          return;
        }
      }
    } catch (Refused e) {
      wire.write(Reply.of(handler.refuse(e.status(), e.reason()), false, false, date()).bytes());
      wire.skipRest();
    }
  }

  private Reply reply(RequestHead head) throws IOException, Refused {
    gate.admit(head, wire.local(), handler.isPage(head.target()));
    if (head.awaitsContinue()) {
      wire.write(CONTINUE);
      wire.allowRequest();
    }
    boolean toHead = head.method().equals("HEAD");
    boolean keep = head.keepsConnection();
    try (BodyReader body = new BodyReader(wire)) {
      Request request = new Request(head.method(), head.target(), head.headers(), body.read(head));
      wire.allowAnyTime();
      return Reply.of(handler.handle(request, wire.peer()), toHead, keep, date());
    } catch (RuntimeException e) {
      return Reply.of(handler.failed(e), toHead, keep, date());
    }
  }

  private static String date() {
    return DATE.of(Instant.now());
  }
}
