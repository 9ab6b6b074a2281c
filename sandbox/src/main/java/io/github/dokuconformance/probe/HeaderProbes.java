package io.github.dokuconformance.probe;

import static io.github.dokuconformance.probe.Expectation.REFUSED;
import static io.github.dokuconformance.probe.Level.MUST;
import static io.github.dokuconformance.probe.Level.SHOULD;
import static io.github.dokuconformance.signature.nonsnap.HeaderNames.CLIENT_ID;
import static io.github.dokuconformance.signature.nonsnap.HeaderNames.REQUEST_ID;
import static io.github.dokuconformance.signature.nonsnap.HeaderNames.REQUEST_TIMESTAMP;
import static io.github.dokuconformance.signature.nonsnap.HeaderNames.SIGNATURE;

import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.probe.Probe.Reason;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages whose headers name somebody or something else, are missing or stand twice.
 *
 * <p>They are of Non-SNAP alone, for they name its headers; another scheme brings its own.
 */
final class HeaderProbes {
  static final String OTHER = "MCH-TEST-ANOTHER-MERCHANT";

  private static final Reason OWN_ID =
      new Reason(
          "a notification for another merchant is booked at this one",
          "compare Client-Id with your own, and put the header's value into the string to sign");
  private static final Reason ALL_FOUR =
      new Reason(
          "a signed header can be left out, so the check does not cover it",
          "refuse a message that lacks Client-Id, Request-Id, Request-Timestamp or Signature");
  private static final Reason ONCE =
      new Reason(
          "a proxy and the endpoint may each look at another one of the two",
          "refuse a message that has one of the four headers twice");

  private HeaderProbes() {}

  static List<Probe> all() {
    return List.of(
        Probe.of(
            "client-id.other-key",
            MUST,
            REFUSED,
            "another merchant's Client-Id, rightly signed with that merchant's secret",
            OWN_ID,
            Sources.VERIFY,
            s -> s.draft().clientId(OTHER).key(ForgedMac.OF_ANOTHER).sign()),
        Probe.of(
            "client-id.same-key",
            SHOULD,
            REFUSED,
            "another Client-Id, rightly signed with this merchant's secret",
            OWN_ID,
            Sources.CLIENT_ID,
            s -> s.draft().clientId(OTHER).sign()),
        Probe.of(
            "client-id.changed",
            MUST,
            REFUSED,
            "changed after signing: another Client-Id",
            OWN_ID,
            Sources.VERIFY,
            s -> GenuineProbes.with(s.genuine(), CLIENT_ID, OTHER)),
        missing("client-id", SHOULD, CLIENT_ID),
        missing("request-id", MUST, REQUEST_ID),
        missing("request-timestamp", MUST, REQUEST_TIMESTAMP),
        twice(
            "client-id",
            "Client-Id twice, the right one first",
            s -> twice(s.genuine(), CLIENT_ID, OTHER)),
        twice(
            "signature",
            "Signature twice, the right one first",
            s -> twice(s.genuine(), SIGNATURE, NonSnap.SCHEME.prefix() + ForgedMac.invented())),
        Probe.of(
            "target.doku-path",
            MUST,
            REFUSED,
            "signed with the path of DOKU's own API as Request-Target",
            new Reason(
                "a signature that was made for another place is taken as made for this one",
                "sign the path of your own notification URL, and no other"),
            Sources.OWN_PATH,
            s -> s.draft().path(s.form().pathOfDoku()).sign()));
  }

  private static Probe missing(String name, Level level, String header) {
    return Probe.of(
        "missing." + name,
        level,
        REFUSED,
        "rightly signed, then " + header + " left out",
        ALL_FOUR,
        Sources.HEADERS,
        s -> s.genuine().withHeaders(s.genuine().headers().without(header)));
  }

  private static Probe twice(String name, String sent, Probe.Recipe recipe) {
    return Probe.of("twice." + name, SHOULD, REFUSED, sent, ONCE, Sources.ROBUST, recipe);
  }

  private static Request twice(Request request, String name, String second) {
    List<Header> headers = new ArrayList<>(request.headers().list());
    headers.add(new Header(name, second));
    return request.withHeaders(new Headers(headers));
  }
}
