package io.github.dokuconformance.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.nonsnap.HeaderNames;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a receiver wants that refuses what DOKU sends, and accepts this.
 *
 * <p>They are of Non-SNAP alone, for they name its headers and lines.
 *
 * @param text why the endpoint refuses what DOKU sends, as a sentence without a full stop
 */
record Demand(String text, Probe.Recipe recipe) {
  private static final String DIGEST = NonSnap.SCHEME.digestName();
  private static final String TARGET = NonSnap.SCHEME.targetName();

  /** Returns those that are known, the likeliest first. */
  static List<Demand> known(NotificationForm form, Target own) {
    String path = own.path();
    List<Demand> known =
        new ArrayList<>(
            List.of(
                header("a Digest header", s -> with(s.genuine(), DIGEST, digest(s))),
                header("a Digest header", s -> with(s.genuine(), DIGEST, "SHA-256=" + digest(s))),
                header("a Request-Target header", s -> with(s.genuine(), TARGET, path)),
                header(
                    "a Digest and a Request-Target header",
                    s -> with(with(s.genuine(), DIGEST, digest(s)), TARGET, path)),
                mistake(
                    "digest.prefixed", text -> text.replace(DIGEST + ":", DIGEST + ":SHA-256=")),
                mistake("string-to-sign.line-separator", text -> text.replace("\n", "\\n")),
                mistake("string-to-sign.trailing-newline", text -> text + "\n")));
    Stream.of(form.pathOfDoku(), own.toString(), path.replaceFirst("^/", ""), path + "/", "/")
        .distinct()
        .filter(other -> !other.equals(path))
        .map(Demand::path)
        .forEach(known::add);
    return known;
  }

  private static Demand header(String what, Probe.Recipe recipe) {
    return new Demand(
        "it wants " + what + ", which DOKU does not send: a genuine message with it is accepted",
        recipe);
  }

  private static Demand mistake(String code, UnaryOperator<String> change) {
    return new Demand(
        "it verifies by the mistake " + code + ": it accepts what is signed so",
        s -> signed(s, change));
  }

  private static Demand path(String path) {
    return new Demand(
        "it verifies another path than that of its own URL: it accepts what is signed with "
            + (path.isEmpty() ? "none" : Visible.line(path)),
        s -> s.draft().path(path).sign());
  }

  private static String digest(Setting setting) {
    return stages(setting).digest().orElseThrow();
  }

  private static Stages stages(Setting setting) {
    ProbeDraft draft = setting.draft();
    return NonSnap.SCHEME.stages(draft.components(), draft.key());
  }

  private static Request signed(Setting setting, UnaryOperator<String> change) {
    String text = change.apply(stages(setting).stringToSign().text());
    byte[] mac = ((SymmetricKey) setting.draft().key()).hmac(Hash.SHA256, text.getBytes(UTF_8));
    return GenuineProbes.with(
        setting.genuine(),
        HeaderNames.SIGNATURE,
        NonSnap.SCHEME.prefix() + Base64.getEncoder().encodeToString(mac));
  }

  private static Request with(Request request, String name, String value) {
    List<Header> headers = new ArrayList<>(request.headers().list());
    headers.add(new Header(name, value));
    return request.withHeaders(new Headers(headers));
  }
}
