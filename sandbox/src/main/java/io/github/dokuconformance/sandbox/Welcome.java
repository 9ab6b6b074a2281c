package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import java.net.URI;

/** What stands at the address alone, for who opens it in a browser. DOKU has nothing there. */
final class Welcome {
  private static final String TEXT =
      """
      A sandbox of doku-conformance: it answers merchants as DOKU's APIs do, on this
      machine alone. It is not DOKU, and no money moves.

      Point your client's base URL here, with one of the merchants that the sandbox
      was started with. Or make a call by hand; doku-conformance contract lists them:

        doku-conformance sign --client-id ID --secret-file FILE --body FILE \\
          --operation OPERATION --base-url %1$s --curl | sh

      Where it was started it says what it thinks of each. It is steered here:

        curl %1$s%2$s
             its state, and all that it takes
        curl %1$s%2$s/faults
             the lies that it can tell
        curl -X POST %1$s%2$s/orders/INVOICE/pay
             a customer who pays, whereupon the merchant is notified
        curl %1$s%2$s/exchanges
             what was said, as doku-conformance check reads it
      """;

  private Welcome() {}

  static boolean isAsked(Request request) {
    return request.method().equals("GET") && request.target().path().equals("/");
  }

  static Response at(URI url) {
    return new Response(
        200,
        Headers.of("Content-Type", "text/plain; charset=utf-8"),
        Body.ofUtf8(TEXT.formatted(url, Sandbox.CONTROL)));
  }
}
