package io.github.dokuconformance.probe;

import static io.github.dokuconformance.probe.Expectation.REFUSED;
import static io.github.dokuconformance.probe.Level.INFORMATIONAL;
import static io.github.dokuconformance.probe.Level.MUST;
import static io.github.dokuconformance.probe.Level.SHOULD;
import static io.github.dokuconformance.signature.nonsnap.HeaderNames.CLIENT_ID;
import static io.github.dokuconformance.signature.nonsnap.HeaderNames.REQUEST_ID;
import static io.github.dokuconformance.signature.nonsnap.HeaderNames.REQUEST_TIMESTAMP;
import static io.github.dokuconformance.signature.nonsnap.HeaderNames.SIGNATURE;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.probe.Probe.Reason;
import io.github.dokuconformance.probe.Probe.Recipe;
import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Messages whose signature is absent, invented or not written as DOKU writes it.
 *
 * <p>They are of Non-SNAP alone, for each forges what that scheme writes; another brings its own.
 */
final class ForgedProbes {
  private static final Reason VERIFY =
      new Reason(
          "anybody who knows the URL can book payments that were never made",
          "compute the signature for every message and refuse, with 401 say, what differs");
  private static final Reason FAIL_CLOSED =
      new Reason(
          "who leaves a header out passes for DOKU: the check fails open",
          "refuse a message that lacks a header, before anything else, and when the check throws");
  private static final Reason WHOLE_MAC =
      new Reason(
          "a signature can be guessed piece by piece, for no more than a part of it is compared",
          "compare the whole value in constant time: hash_equals, timingSafeEqual,"
              + " MessageDigest.isEqual");
  private static final Reason EXACT_TEXT =
      new Reason(
          "DOKU never writes a signature so; a comparison this lenient takes more than one text",
          "compare with the exact text: HMACSHA256= and padded base64, nothing after it");
  private static final Reason BEFORE_PARSING =
      new Reason(
          "bodies of strangers reach code behind the check",
          "verify the signature over the raw body first, and parse after that");
  private static final int DEEP = 10_000;
  private static final int HUGE = 1 << 20;

  private ForgedProbes() {}

  static List<Probe> all() {
    return List.of(
        must(
            "random-mac",
            "a well-formed signature that is invented",
            VERIFY,
            s -> invented(s.genuine())),
        must(
            "other-key",
            "a signature made with another merchant's secret",
            VERIFY,
            s -> s.draft().key(ForgedMac.OF_ANOTHER).sign()),
        must(
            "empty-key",
            "another Client-Id, and a signature made with an empty secret",
            new Reason(
                "an endpoint that finds no secret for a Client-Id verifies with nothing",
                "refuse a Client-Id that is not yours, and stop at start-up when no secret is set"),
            s -> s.draft().clientId(HeaderProbes.OTHER).key(ForgedMac.EMPTY).sign()),
        must(
            "no-signature",
            "no Signature header",
            FAIL_CLOSED,
            s -> s.genuine().withHeaders(s.genuine().headers().without(SIGNATURE))),
        must(
            "no-headers",
            "the body alone, without any of DOKU's headers",
            FAIL_CLOSED,
            ForgedProbes::bare),
        must(
            "empty-signature",
            "an empty Signature header",
            FAIL_CLOSED,
            s -> ForgedMac.changed(s.genuine(), value -> "")),
        must(
            "prefix-only",
            "HMACSHA256= and nothing after it",
            WHOLE_MAC,
            s -> ForgedMac.changedMac(s.genuine(), mac -> "")),
        must(
            "truncated-mac",
            "the first six characters of the right signature",
            WHOLE_MAC,
            s -> ForgedMac.changedMac(s.genuine(), ForgedMac::firstCharacters)),
        must(
            "other-last-byte",
            "the right signature with its last byte changed",
            WHOLE_MAC,
            s -> ForgedMac.changedMac(s.genuine(), ForgedMac::otherLastByte)),
        must(
            "digest-header",
            "a signature for another body, and a Digest header that says so",
            new Reason(
                "an endpoint that takes the digest from a header can be given any body",
                "compute the digest from the raw body; a notification carries no Digest header"),
            ForgedProbes::digestHeader),
        must(
            "not-base64",
            "text that is not base64 after the prefix",
            VERIFY,
            s -> ForgedMac.changedMac(s.genuine(), mac -> "%%not base64%%")),
        must(
            "long-signature",
            "a signature of 4096 characters",
            VERIFY,
            s -> ForgedMac.changedMac(s.genuine(), mac -> "A".repeat(4096))),
        must(
            "empty-body",
            "an invented signature and no body",
            BEFORE_PARSING,
            s -> invented(s.draft("").sign())),
        must(
            "not-json",
            "an invented signature and a body that is not JSON",
            BEFORE_PARSING,
            s -> invented(s.draft("not json").sign())),
        must(
            "deep-json",
            "an invented signature and 10,000 arrays in each other",
            BEFORE_PARSING,
            s -> invented(s.draft("[".repeat(DEEP) + "]".repeat(DEEP)).sign())),
        must(
                "huge-body",
                "an invented signature and a body of 1 MiB",
                BEFORE_PARSING,
                ForgedProbes::huge)
            .closingAllowed(),
        of(
            "one-case-mac",
            SHOULD,
            "the right signature in lower case",
            EXACT_TEXT,
            s -> ForgedMac.changedMac(s.genuine(), ForgedMac::oneCase)),
        of(
            "trailing-text",
            SHOULD,
            "the right signature with text after it",
            EXACT_TEXT,
            s -> ForgedMac.changed(s.genuine(), value -> value + "AAAA")),
        of(
            "hex-mac",
            INFORMATIONAL,
            "the right MAC in hex",
            EXACT_TEXT,
            s -> ForgedMac.changedMac(s.genuine(), ForgedMac::hex)),
        of(
            "no-prefix",
            INFORMATIONAL,
            "the right MAC without HMACSHA256=",
            EXACT_TEXT,
            s ->
                ForgedMac.changed(
                    s.genuine(), value -> value.substring(NonSnap.SCHEME.prefix().length()))),
        of(
            "lower-case-prefix",
            INFORMATIONAL,
            "the right MAC after hmacsha256=",
            EXACT_TEXT,
            s ->
                ForgedMac.changed(
                    s.genuine(),
                    value ->
                        NonSnap.SCHEME.prefix().toLowerCase(Locale.ROOT)
                            + value.substring(NonSnap.SCHEME.prefix().length()))));
  }

  private static Probe must(String name, String sent, Reason reason, Recipe recipe) {
    return of(name, MUST, sent, reason, recipe);
  }

  private static Probe of(String name, Level level, String sent, Reason reason, Recipe recipe) {
    return Probe.of("forged." + name, level, REFUSED, sent, reason, Sources.VERIFY, recipe);
  }

  private static Request invented(Request request) {
    return ForgedMac.changedMac(request, mac -> ForgedMac.invented());
  }

  private static Request bare(Setting setting) {
    Request request = setting.genuine();
    Headers headers = request.headers();
    for (String name : List.of(CLIENT_ID, REQUEST_ID, REQUEST_TIMESTAMP, SIGNATURE)) {
      headers = headers.without(name);
    }
    return request.withHeaders(headers);
  }

  /** A captured message whose body was exchanged, with the digest of the body it had. */
  private static Request digestHeader(Setting setting) {
    Request captured = setting.withOrder(setting.other()).genuine();
    String digest = NonSnap.digest(captured.body(), HmacEngine.fastest());
    return GenuineProbes.with(captured, NonSnap.SCHEME.digestName(), digest)
        .withBody(setting.draft().body());
  }

  private static Request huge(Setting setting) {
    byte[] body = new byte[HUGE];
    Arrays.fill(body, (byte) ' ');
    return invented(setting.draft(Body.of(body)).sign());
  }
}
