package io.github.dokuconformance.probe;

import static io.github.dokuconformance.probe.Expectation.ACCEPTED;
import static io.github.dokuconformance.probe.Expectation.ANSWERED;
import static io.github.dokuconformance.probe.Expectation.REFUSED;
import static io.github.dokuconformance.probe.Level.MUST;
import static io.github.dokuconformance.probe.Level.SHOULD;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.snap.SnapDiagnosis;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.probe.Probe.Reason;
import io.github.dokuconformance.probe.Probe.Recipe;
import io.github.dokuconformance.sandbox.fault.Spoiling;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Signature;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What DOKU sends with a token, and what a forger would: to the notification URL, and to where the
 * merchant gives tokens.
 */
final class SnapProbes {
  private static final int MAC_BYTES = 64;
  private static final int FIRST_CHARACTERS = 12;
  private static final Duration YEAR = Duration.ofDays(365);

  private static final Reason RECIPE =
      new Reason(
          "a payment that is not acknowledged is never booked",
          "check that the endpoint knows the order (else --order-file) and its own token; sign the"
              + " method, the path of the notification URL, the token without Bearer, the hex of"
              + " SHA-256 of the body without white space, and X-TIMESTAMP as it came, joined by"
              + " colons, by HMAC-SHA512 with the Secret Key");
  private static final Reason FORM =
      new Reason(
          "a genuine message in a form that pages or standards allow is never booked",
          "take each header's text as it came, and look its name up without regard to case");
  private static final Reason SIGNATURE =
      new Reason(
          "whoever gets hold of a token, from a log for one, books payments that were never made:"
              + " DOKU's own libraries look at the token alone",
          "verify X-SIGNATURE of each notification, beside the token");
  private static final Reason WHOLE =
      new Reason(
          "more than one text is taken for the signature, so it can be guessed piece by piece",
          "compare the whole exact text in constant time: timingSafeEqual, hash_equals,"
              + " MessageDigest.isEqual");
  private static final Reason TOKEN =
      new Reason(
          "a token that anybody can write says nothing of who sends the message",
          "verify the token: its own signature, by your key and algorithm alone, and that it has"
              + " not expired; refuse a message without one");
  private static final Reason CONTENT =
      new Reason(
          "who saw one genuine message can rewrite what it says",
          "verify the signature over the body that you act on");
  private static final Reason RAW =
      new Reason(
          "what is verified is your own rewriting of the body: what another part of the system"
              + " reads from the same bytes may differ",
          "take white space out of the raw body and hash that, before it is parsed");
  private static final Reason PATH =
      new Reason(
          "a signature that was made for another place is taken as made for this one",
          "sign the path of your own notification URL, and no constant");
  private static final Reason ASKER =
      new Reason(
          "whoever asks is given the token that stands for DOKU",
          "verify X-SIGNATURE of a request for a token with DOKU's public key, over X-CLIENT-KEY,"
              + " a bar and X-TIMESTAMP");

  private SnapProbes() {}

  /** The first message of every run that carries a token. */
  static Probe plain() {
    return genuine("plain", MUST, "a notification as DOKU sends it", RECIPE, Setting::genuine);
  }

  /** The last message of every run. */
  static Probe last() {
    return genuine(
        "after-attack",
        MUST,
        "a notification as DOKU sends it, after all hostile messages",
        new Reason(
            "an attacker who can send rubbish can keep real payments from being booked",
            "do not shut out the sender after refusals: an address can be shared or forged"),
        Setting::genuine);
  }

  /** A message with the token of the run, once that has ended. */
  static Probe expired() {
    return token(
        "expired",
        "the token that was right before it ended, the message rightly signed with it",
        Setting::genuine);
  }

  static List<Probe> all(NotificationForm form) {
    return Stream.of(genuine(form), signatures(), tokens(), contents(form), places(), requests())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Probe> genuine(NotificationForm form) {
    List<Probe> probes = new ArrayList<>();
    if (form.canFail()) {
      probes.add(
          genuine(
              "status-failed",
              MUST,
              "a payment that failed",
              new Reason(
                  "DOKU repeats what is not acknowledged, and the order stays open at the merchant",
                  "acknowledge a failure with 2xx, and mark the order as failed"),
              s -> s.draft(Spelling.compact(s.failure())).sign()));
    }
    probes.add(
        genuine(
            "lower-case-names",
            MUST,
            "header names in lower case",
            FORM,
            s -> GenuineProbes.renamed(s.genuine(), name -> name.toLowerCase(Locale.ROOT))));
    probes.add(
        genuine(
            "local-time",
            MUST,
            "X-TIMESTAMP with +07:00, as DOKU's pages have it",
            FORM,
            s -> s.draft().timestamp(jakarta(s)).sign()));
    probes.add(
        genuine(
            "external-id-letters",
            SHOULD,
            "an X-EXTERNAL-ID of 54 characters with letters, as DOKU's own sample has it",
            FORM,
            s -> s.draft().requestId(letters(s.requestId())).sign()));
    probes.add(
        genuine(
            "content-type-charset",
            MUST,
            "Content-Type: application/json; charset=utf-8",
            FORM,
            s ->
                GenuineProbes.with(
                    s.genuine(), "Content-Type", "application/json; charset=utf-8")));
    probes.add(
        genuine(
            "spaced",
            SHOULD,
            "a body over several lines, signed without its white space",
            new Reason(
                "the pages say that the body is minified before it is hashed; a body that is not"
                    + " is refused",
                "take white space outside of strings out of the raw body, then hash it"),
            s -> s.draft(Spelling.indented(s.success(), "  ", "\n")).sign()));
    return probes;
  }

  private static List<Probe> signatures() {
    return List.of(
        forged(
            "jwt-alone",
            MUST,
            "a right token beside an X-SIGNATURE that is invented",
            SIGNATURE,
            s -> signature(s.genuine(), s, value -> invented())),
        forged(
            "other-key",
            MUST,
            "a right token beside an X-SIGNATURE by another merchant's secret",
            SIGNATURE,
            s -> s.draft().key(ForgedMac.OF_ANOTHER).sign()),
        forged(
            "no-signature",
            MUST,
            "a right token and no X-SIGNATURE",
            SIGNATURE,
            s -> without(s.genuine(), s, HeaderRole.SIGNATURE)),
        forged(
            "empty-signature",
            MUST,
            "a right token and an empty X-SIGNATURE",
            SIGNATURE,
            s -> signature(s.genuine(), s, value -> "")),
        forged(
            "null-signature",
            MUST,
            "the signature over the text null, no token and no time, which a library of DOKU's"
                + " computes for every message",
            SIGNATURE,
            s ->
                signature(
                    s.genuine(),
                    s,
                    value ->
                        s.form()
                            .scheme()
                            .signatureOfNothing(s.merchant().key())
                            .map(Signature::text)
                            .orElse(value + "!"))),
        forged(
            "truncated",
            MUST,
            "the first twelve characters of the right X-SIGNATURE",
            WHOLE,
            s -> signature(s.genuine(), s, value -> value.substring(0, FIRST_CHARACTERS))),
        forged(
            "trailing-text",
            SHOULD,
            "the right X-SIGNATURE with text after it",
            WHOLE,
            s -> signature(s.genuine(), s, value -> value + "AAAA")),
        forged(
            "letter-case",
            SHOULD,
            "the right X-SIGNATURE with one letter in the other case",
            WHOLE,
            s -> signature(s.genuine(), s, Spoiling::otherCase)));
  }

  private static List<Probe> tokens() {
    return List.of(
        token(
            "changed",
            "a token whose own signature is changed, the message rightly signed with it",
            s -> s.draft().token(changed(s.token())).sign()),
        token(
            "unsigned",
            "a token of the algorithm none with the right claims, the message rightly signed",
            s -> s.draft().token(unsigned(s.token())).sign()),
        token(
            "missing",
            "no Authorization header, the message signed with no token",
            SnapProbes::withoutToken));
  }

  private static List<Probe> contents(NotificationForm form) {
    List<Probe> probes = new ArrayList<>();
    probes.add(
        tampered(
            "amount",
            MUST,
            "changed after signing: another amount",
            CONTENT,
            s -> swapped(s, one -> one.withAmount(one.amount() + 1))));
    probes.add(
        tampered(
            "order",
            MUST,
            "changed after signing: another order's number",
            CONTENT,
            s -> swapped(s, one -> one.withInvoiceNumber(s.other().invoiceNumber()))));
    if (form.canFail()) {
      probes.add(
          tampered(
              "status",
              MUST,
              "a failure signed, a success sent",
              CONTENT,
              s -> s.draft(Spelling.compact(s.failure())).sign().withBody(s.draft().body())));
    }
    probes.add(
        tampered(
            "timestamp",
            MUST,
            "changed after signing: X-TIMESTAMP a second later",
            CONTENT,
            s ->
                with(
                    s.genuine(),
                    s,
                    HeaderRole.TIMESTAMP,
                    GenuineProbes.ago(s, Duration.ofSeconds(-1)))));
    probes.add(
        tampered(
            "member-twice",
            SHOULD,
            "changed after signing: a member put before the one of the same name that was signed",
            RAW,
            SnapProbes::memberTwice));
    return probes;
  }

  private static List<Probe> places() {
    return List.of(
        forged(
            "fixed-path",
            MUST,
            "signed with a constant path of DOKU's libraries, which is not that of this URL",
            PATH,
            s -> s.draft().path(fixed(s)).sign()),
        forged(
            "doku-path",
            MUST,
            "signed with the path of DOKU's own API",
            PATH,
            s -> s.draft().path(s.form().pathOfDoku()).sign()),
        forged(
            "partner-id",
            SHOULD,
            "another X-PARTNER-ID, which no signature covers",
            new Reason(
                "a notification for another merchant is booked at this one",
                "compare X-PARTNER-ID with your own"),
            s -> s.draft().clientId(HeaderProbes.OTHER).sign()),
        forged(
            "year-old",
            SHOULD,
            "rightly signed a year ago",
            new Reason(
                "who once captured a message can send it for ever, with a token that is new",
                "refuse an X-TIMESTAMP that is more than a day away"),
            s -> s.draft().timestamp(GenuineProbes.ago(s, YEAR)).sign()),
        Probe.of(
                "snap-repeated.same-request-id",
                SHOULD,
                ANSWERED,
                "the same message again, byte for byte",
                new Reason(
                    "DOKU repeats a message whose answer got lost",
                    "answer 2xx to what was booked already, or 409 to an X-EXTERNAL-ID of this"
                        + " day, and do nothing else"),
                Sources.REPEATED_ID,
                Setting::genuine)
            .after(Setting::genuine));
  }

  private static List<Probe> requests() {
    return List.of(
        request(
            "invented",
            "a request for a token whose X-SIGNATURE is invented",
            s ->
                with(
                    ask(s, s.merchant().clientId()),
                    s,
                    HeaderRole.SIGNATURE,
                    Base64.getEncoder().encodeToString(new byte[256]))),
        request(
            "no-signature",
            "a request for a token without X-SIGNATURE",
            s -> without(ask(s, s.merchant().clientId()), s, HeaderRole.SIGNATURE)),
        request(
            "timestamp",
            "a request for a token, changed after signing: X-TIMESTAMP a second later",
            s ->
                with(
                    ask(s, s.merchant().clientId()),
                    s,
                    HeaderRole.TIMESTAMP,
                    GenuineProbes.ago(s, Duration.ofSeconds(-1)))),
        request(
            "client",
            "a request for a token, changed after signing: another X-CLIENT-KEY",
            s -> {
              Request request = ask(s, s.merchant().clientId());
              String name =
                  s.desk().form().scheme().header(HeaderRole.CLIENT_ID, Part.REQUEST).orElseThrow();
              return GenuineProbes.with(request, name, HeaderProbes.OTHER);
            }));
  }

  private static Probe genuine(
      String name, Level level, String sent, Reason reason, Recipe recipe) {
    return Probe.of(
        "snap-genuine." + name, level, ACCEPTED, sent, reason, Sources.WITH_TOKEN, recipe);
  }

  private static Probe forged(String name, Level level, String sent, Reason reason, Recipe recipe) {
    return Probe.of("snap-forged." + name, level, REFUSED, sent, reason, Sources.SIGNED, recipe);
  }

  private static Probe token(String name, String sent, Recipe recipe) {
    return Probe.of("snap-token." + name, MUST, REFUSED, sent, TOKEN, Sources.TOKEN, recipe);
  }

  private static Probe tampered(
      String name, Level level, String sent, Reason reason, Recipe recipe) {
    return Probe.of("snap-tampered." + name, level, REFUSED, sent, reason, Sources.SIGNED, recipe);
  }

  private static Probe request(String name, String sent, Recipe recipe) {
    Source source = Sources.TOKEN_REQUEST;
    return Probe.of("snap-request." + name, MUST, REFUSED, sent, ASKER, source, recipe).asking();
  }

  private static Request ask(Setting s, String clientId) {
    Desk desk = s.desk();
    return desk.form().request(clientId, desk.key(), desk.url(), s.now());
  }

  private static Request swapped(Setting s, UnaryOperator<ProbedOrder> change) {
    return s.genuine().withBody(s.withOrder(change.apply(s.order())).draft().body());
  }

  /** Who parses before hashing takes the last of two, and hashes what was signed. */
  private static Request memberTwice(Setting s) {
    Request genuine = s.genuine();
    String body = genuine.body().toDisplayText();
    int name = body.indexOf('"');
    String first = body.substring(name, body.indexOf('"', name + 1) + 1);
    return genuine.withBody(Body.ofUtf8("{" + first + ":\"FORGED\"," + body.substring(1)));
  }

  private static String fixed(Setting s) {
    String own = s.merchant().target().path();
    return SnapDiagnosis.fixedPaths().stream()
        .filter(path -> !path.equals(own))
        .findFirst()
        .orElseThrow();
  }

  private static String jakarta(Setting s) {
    return s.now()
        .truncatedTo(ChronoUnit.SECONDS)
        .atOffset(ZoneOffset.ofHours(7))
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static String letters(String id) {
    return ("MIRS" + id + "x".repeat(54)).substring(0, 54);
  }

  private static String invented() {
    byte[] bytes = new byte[MAC_BYTES];
    Arrays.fill(bytes, (byte) 'x');
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** No signer makes an empty header, so the signature is put in by itself. */
  private static Request withoutToken(Setting s) {
    ProbeDraft draft = s.draft().token(AccessToken.of(""));
    String signature =
        draft
            .scheme()
            .stages(draft.components(), draft.key())
            .signature()
            .map(Signature::text)
            .orElseThrow();
    return without(signature(s.genuine(), s, value -> signature), s, HeaderRole.AUTHORIZATION);
  }

  private static AccessToken changed(AccessToken token) {
    String text = token.expose();
    int at = text.lastIndexOf('.') + 1;
    int middle = (at + text.length()) / 2;
    char other = text.charAt(middle) == 'A' ? 'B' : 'A';
    return AccessToken.of(text.substring(0, middle) + other + text.substring(middle + 1));
  }

  private static AccessToken unsigned(AccessToken token) {
    String text = token.expose();
    int from = text.indexOf('.');
    int to = text.lastIndexOf('.');
    String claims = from >= 0 && to > from ? text.substring(from + 1, to) : encoded("{}");
    return AccessToken.of(encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + claims + ".");
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static Request signature(Request request, Setting s, UnaryOperator<String> change) {
    String name = name(s, HeaderRole.SIGNATURE);
    return GenuineProbes.with(
        request, name, change.apply(request.headers().first(name).orElseThrow()));
  }

  private static Request with(Request request, Setting s, HeaderRole role, String value) {
    return GenuineProbes.with(request, name(s, role), value);
  }

  private static Request without(Request request, Setting s, HeaderRole role) {
    return request.withHeaders(request.headers().without(name(s, role)));
  }

  private static String name(Setting s, HeaderRole role) {
    return s.form().scheme().header(role, Part.REQUEST).orElseThrow();
  }
}
