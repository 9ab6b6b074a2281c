package io.github.dokuconformance.diagnosis.snap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Permutations;
import io.github.dokuconformance.diagnosis.TextChange;
import io.github.dokuconformance.diagnosis.VisibleLines;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.snap.Snap;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Separators, order, what else is put together, and what is computed over the whole. */
final class StringChoices {
  private final SnapCase message;
  private final Row right;
  private final Choices choices;
  private final boolean token;

  private StringChoices(SnapCase message, Row right, Choices choices) {
    this.message = message;
    this.right = right;
    this.choices = choices;
    this.token = scheme() == Snap.TOKEN;
  }

  private Scheme scheme() {
    return message.input().scheme().scheme();
  }

  static void add(SnapCase message, Row right, Choices choices) {
    StringChoices adder = new StringChoices(message, right, choices);
    adder.separators();
    adder.orders();
    adder.extras();
    adder.recipes();
    if (message.rsa().isPresent()) {
      adder.rsa();
    } else {
      adder.macs();
    }
  }

  private void separators() {
    SnapMistake code = token ? SnapMistake.TOKEN_STRING_SEPARATOR : SnapMistake.SEPARATOR;
    for (String text :
        List.of("|", ":", "\n", "", ", ", ",", ": ", " ", ";", "&", ".", "-", "\\n")) {
      int cost = "|:\n".contains(text) ? COMMON : SEEN;
      choices.add(
          SnapDimensions.SEPARATOR,
          code,
          cost,
          Octets.utf8(text),
          "separator",
          VisibleLines.separator(text));
    }
    for (String text : List.of("\n", "\r\n", " ", "\\n", separator())) {
      choices.add(
          SnapDimensions.ENDING,
          SnapMistake.STRING_TRAILING_NEWLINE,
          text.equals("\n") ? COMMON : SEEN,
          Octets.utf8(text),
          "ended with",
          VisibleLines.separator(text));
    }
  }

  private String separator() {
    return token ? "|" : ":";
  }

  private void orders() {
    SnapMistake code = token ? SnapMistake.TOKEN_STRING_ORDER : SnapMistake.ORDER;
    for (List<Slot> order : Permutations.of(right.slots())) {
      // Two neighbours that changed places are likelier than five in disorder.
      int cost = moved(order) <= 2 ? COMMON : RARE;
      choices.add(
          SnapDimensions.LAYOUT,
          code,
          cost,
          right.with(order),
          "order",
          order.stream().map(Slot::label).collect(Collectors.joining(", ")));
    }
  }

  private long moved(List<Slot> order) {
    long moved = 0;
    for (int i = 0; i < order.size(); i++) {
      moved += order.get(i) == right.slots().get(i) ? 0 : 1;
    }
    return moved;
  }

  private void extras() {
    if (token) {
      Set<String> bodies = new LinkedHashSet<>();
      bodies.add(message.input().message().body().toDisplayText());
      bodies.add(message.minified().toDisplayText());
      bodies.add("{\"grantType\":\"client_credentials\"}");
      bodies.remove("");
      for (String body : bodies) {
        String digest = HexFormat.of().formatHex(Hash.SHA256.of(body.getBytes(UTF_8)));
        extra(SnapMistake.TOKEN_STRING_BODY_APPENDED, COMMON, body, "the body", true);
        extra(SnapMistake.TOKEN_STRING_BODY_APPENDED, SEEN, digest, "its hash", true);
        extra(SnapMistake.TOKEN_STRING_BODY_APPENDED, RARE, body, "the body", false);
      }
    }
    SnapMistake code = SnapMistake.STRING_EXTRA_COMPONENT;
    for (boolean last : new boolean[] {true, false}) {
      for (HeaderRole role : List.of(HeaderRole.CLIENT_ID, HeaderRole.REQUEST_ID)) {
        String name = scheme().header(role, Part.REQUEST).orElse("");
        String value = message.header(role);
        if (!value.isEmpty() && !(token && role == HeaderRole.CLIENT_ID)) {
          extra(code, SEEN, value, name, last);
        }
      }
      for (String name : List.of("CHANNEL-ID", "X-CLIENT-KEY", "Authorization-Customer")) {
        if (!token) {
          message.headers().first(name).ifPresent(value -> extra(code, RARE, value, name, last));
        }
      }
      if (token) {
        extra(code, SEEN, message.input().request().method(), "the method", last);
        extra(code, SEEN, message.path(), "the path", last);
      }
    }
  }

  private void extra(SnapMistake code, int cost, String text, String what, boolean last) {
    List<Slot> slots = new ArrayList<>(right.slots());
    slots.add(last ? slots.size() : 0, Slot.EXTRA);
    choices.add(
        SnapDimensions.LAYOUT,
        code,
        cost,
        right.with(slots, Octets.utf8(text)),
        "what",
        what,
        "where",
        last ? "at the end" : "at the beginning");
  }

  /** Another of DOKU's recipes as a whole. */
  private void recipes() {
    boolean rsa = message.rsa().isPresent();
    if (!rsa) {
      nonSnap();
    }
    SnapMistake asymmetric = SnapMistake.RECIPE_ASYMMETRIC;
    if (scheme() == Snap.SYMMETRIC && rsa) {
      layout(asymmetric, COMMON, SnapCase.ASYMMETRIC, "without the token");
      Row plain = SnapCase.SYMMETRIC.with(MacKind.plain(Hash.SHA256));
      layout(asymmetric, SEEN, plain, "with the token");
      layout(asymmetric, RARE, SnapCase.TOKEN, "that of a request for a token");
    }
    if (scheme() != Snap.SYMMETRIC && !rsa && message.secret().isPresent()) {
      SnapMistake symmetric = SnapMistake.RECIPE_SYMMETRIC;
      layout(symmetric, COMMON, right.with(MacKind.HMAC_SHA512), "this string, by HMAC-SHA512");
      layout(symmetric, SEEN, right.with(MacKind.HMAC_SHA256), "this string, by HMAC-SHA256");
      if (!token) {
        layout(symmetric, COMMON, SnapCase.SYMMETRIC, "with the token, by HMAC-SHA512");
      }
    }
  }

  private void layout(SnapMistake code, int cost, Row row, String what) {
    choices.add(SnapDimensions.LAYOUT, code, cost, row, "string", what);
  }

  private void nonSnap() {
    if (message.secret().isEmpty()) {
      return;
    }
    Body sent = message.input().message().body();
    Set<String> ids = new LinkedHashSet<>();
    ids.add(message.header(HeaderRole.REQUEST_ID));
    message.references().forEach(ids::add);
    for (String id : ids) {
      nonSnap(id, sent, "of the body as it was sent", !sent.isEmpty());
      nonSnap(id, message.minified(), "of the minified body", !sent.isEmpty());
      nonSnap(id, sent, "left out", false);
    }
  }

  private void nonSnap(String id, Body body, String digest, boolean digested) {
    choices.add(
        SnapDimensions.LAYOUT,
        SnapMistake.RECIPE_NON_SNAP,
        COMMON,
        new NonSnapLines(
            Octets.utf8(message.header(HeaderRole.CLIENT_ID)),
            Octets.utf8(id),
            Content.of(body.toByteArray()),
            digested),
        "digest",
        digest);
  }

  private void macs() {
    if (scheme() != Snap.SYMMETRIC) {
      return;
    }
    for (Hash hash : Hash.values()) {
      choices.add(
          SnapDimensions.MAC,
          SnapMistake.MAC_ALGORITHM,
          hash == Hash.SHA256 ? COMMON : SEEN,
          MacKind.hmac(hash),
          "algorithm",
          "HMAC-" + hash.label());
      choices.add(
          SnapDimensions.MAC,
          SnapMistake.MAC_UNKEYED,
          hash == Hash.SHA512 ? COMMON : SEEN,
          MacKind.plain(hash),
          "hash",
          hash.label());
    }
  }

  private void rsa() {
    for (Hash hash : Hash.values()) {
      choices.add(
          SnapDimensions.MAC,
          SnapMistake.RSA_HASH,
          hash == Hash.SHA1 || hash == Hash.SHA512 ? COMMON : SEEN,
          MacKind.plain(hash),
          "hash",
          hash.label());
    }
    for (Hash hash : List.of(Hash.SHA256, Hash.SHA512, Hash.SHA1)) {
      doubled(hash, "its hexadecimal text", hex -> hex);
      doubled(hash, "its upper-case hexadecimal text", hex -> hex.toUpperCase(Locale.ROOT));
      TextChange raw =
          new TextChange(
              text -> new String(hash.of(text.getBytes(UTF_8)), ISO_8859_1), "", ISO_8859_1);
      text(SnapMistake.RSA_DOUBLE_HASH, raw, "what", hash.label() + ", its bytes");
    }
    message
        .rsa()
        .flatMap(SnapEvidence.Rsa::opened)
        .flatMap(OpenedSignature::salt)
        .ifPresent(this::pss);
  }

  private void doubled(Hash hash, String form, UnaryOperator<String> spelling) {
    text(
        SnapMistake.RSA_DOUBLE_HASH,
        TextChange.of(
            text -> spelling.apply(HexFormat.of().formatHex(hash.of(text.getBytes(UTF_8))))),
        "what",
        hash.label() + ", " + form);
  }

  /** RFC 8017, section 9.1.1: eight zeros, the digest and the salt are hashed once more. */
  private void pss(byte[] salt) {
    TextChange padded =
        new TextChange(
            text ->
                "\0".repeat(8)
                    + new String(Hash.SHA256.of(text.getBytes(UTF_8)), ISO_8859_1)
                    + new String(salt, ISO_8859_1),
            "",
            ISO_8859_1);
    text(SnapMistake.RSA_PADDING_PSS, padded, "salt", salt.length + " bytes");
  }

  private void text(SnapMistake code, TextChange change, String fact, String value) {
    choices.add(SnapDimensions.TEXT, code, COMMON, change, fact, value);
  }
}
