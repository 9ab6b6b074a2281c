package io.github.dokuconformance.diagnosis.snap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;

import io.github.dokuconformance.diagnosis.BodyForms;
import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.Case;
import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Key;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.diagnosis.TextChange;
import io.github.dokuconformance.diagnosis.body.SentBody;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.snap.Minification;
import io.github.dokuconformance.signature.snap.Snap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One reading of what ought to be signed, with one of the keys.
 *
 * @param path that ought to be signed
 * @param minified the body as it ought to be hashed
 * @param secret of the merchant, where one is known
 * @param rsa what is known of a signature as long as one of RSA
 */
record SnapCase(
    DiagnosisInput input,
    SigningKey key,
    String path,
    Body minified,
    Optional<MerchantSecret> secret,
    Optional<SnapEvidence.Rsa> rsa)
    implements Case {
  static final Row SYMMETRIC =
      Row.of(MacKind.HMAC_SHA512, Slot.METHOD, Slot.PATH, Slot.TOKEN, Slot.HASH, Slot.TIMESTAMP);
  static final Row ASYMMETRIC =
      Row.of(MacKind.plain(Hash.SHA256), Slot.METHOD, Slot.PATH, Slot.HASH, Slot.TIMESTAMP);
  static final Row TOKEN = Row.of(MacKind.plain(Hash.SHA256), Slot.CLIENT, Slot.TIMESTAMP);

  /** Members by which a transaction is known. */
  private static final List<String> REFERENCES =
      List.of(
          "trxId",
          "partnerReferenceNo",
          "originalPartnerReferenceNo",
          "paymentRequestId",
          "inquiryRequestId");

  private static final String BEARER = "Bearer ";

  /** Returns one for each reading of body and query, under each secret. */
  static List<SnapCase> of(DiagnosisInput input, Optional<SnapEvidence.Rsa> rsa) {
    Scheme scheme = input.scheme().scheme();
    List<? extends SigningKey> keys =
        scheme == Snap.SYMMETRIC
            ? input.keys().secrets()
            // A public key opens the signature; what is searched is the same for all of them.
            : List.of(scheme.signer(input.keys(), input.part()).orElseThrow());
    Body sent = input.message().body();
    List<Body> bodies = new ArrayList<>();
    bodies.add(Minification.withoutSpace(sent));
    Minification.rewritten(sent).ifPresent(bodies::add);
    List<String> paths = new ArrayList<>();
    paths.add(input.request().target().path());
    input
        .request()
        .target()
        .query()
        .ifPresent(query -> paths.add(input.request().target().path() + "?" + query));
    List<SnapCase> cases = new ArrayList<>();
    for (SigningKey key : keys) {
      Optional<MerchantSecret> secret =
          key instanceof SymmetricKey symmetric
              ? Optional.of(symmetric.secret())
              : input.keys().secrets().stream().findFirst().map(SymmetricKey::secret);
      for (String path : scheme == Snap.TOKEN ? paths.subList(0, 1) : paths) {
        for (Body body : scheme == Snap.TOKEN ? bodies.subList(0, 1) : bodies) {
          cases.add(new SnapCase(input, key, path, body, secret, rsa));
        }
      }
    }
    return cases;
  }

  private Scheme scheme() {
    return input.scheme().scheme();
  }

  private Row row() {
    return scheme() == Snap.SYMMETRIC
        ? SYMMETRIC
        : scheme() == Snap.ASYMMETRIC ? ASYMMETRIC : TOKEN;
  }

  @Override
  public Recipe right() {
    Row row = row();
    byte[] macKey = secret.map(MerchantSecret::exposeForMac).orElse(new byte[0]);
    String separator = scheme() == Snap.TOKEN ? "|" : ":";
    return Recipe.of(new SnapAssembly(row.mac(), scheme() != Snap.TOKEN), SnapDimensions.IN_RECIPE)
        .with(SnapDimensions.SECRET, Key.of(macKey))
        .with(SnapDimensions.LAYOUT, row)
        .with(SnapDimensions.SEPARATOR, Octets.utf8(separator))
        .with(SnapDimensions.ENDING, Octets.NONE)
        .with(SnapDimensions.METHOD, Piece.of(input.request().method()))
        .with(SnapDimensions.PATH, Piece.of(path))
        .with(SnapDimensions.TOKEN, Piece.of(token()))
        .with(SnapDimensions.CLIENT, Piece.of(header(HeaderRole.CLIENT_ID)))
        .with(SnapDimensions.TIMESTAMP, Piece.of(header(HeaderRole.TIMESTAMP)))
        .with(SnapDimensions.BODY, Content.of(minified.toByteArray()))
        .with(SnapDimensions.BODY_HASH, BodyHash.RIGHT)
        .with(SnapDimensions.TEXT, TextChange.NONE)
        .with(SnapDimensions.MAC, row.mac());
  }

  Headers headers() {
    return input.request().headers();
  }

  String header(HeaderRole role) {
    return scheme().value(role, Part.REQUEST, headers()).orElse("");
  }

  /** Returns what else may stand for a request's id: a header of that name, or a reference. */
  List<String> references() {
    List<String> references = new ArrayList<>();
    headers().first("X-Request-Id").ifPresent(references::add);
    Optional<Json> body = SentBody.of(input.message().body()).json();
    for (String name : REFERENCES) {
      if (body.isPresent()
          && body.get() instanceof Json.Obj members
          && members.find(name).orElse(Json.Literal.NULL) instanceof Json.Str reference) {
        references.add(reference.value());
      }
    }
    return references;
  }

  /** Returns the token that the request carries; nothing where it carries none. */
  String token() {
    return Snap.SYMMETRIC
        .value(HeaderRole.AUTHORIZATION, Part.REQUEST, headers())
        .map(value -> AccessToken.ofHeader(value).expose())
        .orElse("");
  }

  @Override
  public void addChoices(Choices choices, BodyForms.Made bodies) {
    if (choices.wants(
        SnapDimensions.LAYOUT,
        SnapDimensions.SEPARATOR,
        SnapDimensions.ENDING,
        SnapDimensions.TEXT,
        SnapDimensions.MAC)) {
      StringChoices.add(this, row(), choices);
    }
    if (choices.wants(SnapDimensions.TIMESTAMP)) {
      SnapTimestampChoices.add(choices, header(HeaderRole.TIMESTAMP));
    }
    if (scheme() == Snap.TOKEN) {
      clients(choices);
      return;
    }
    methods(choices);
    if (choices.wants(SnapDimensions.PATH)) {
      PathChoices.add(input, choices, path);
    }
    bodies.addTo(choices, SnapDimensions.BODY);
    if (choices.wants(SnapDimensions.BODY_HASH)) {
      HashChoices.add(this, choices);
    }
    if (scheme() == Snap.SYMMETRIC) {
      tokens(choices);
      if (choices.wants(SnapDimensions.SECRET) && key instanceof SymmetricKey symmetric) {
        SnapSecretChoices.add(input, choices, symmetric.secret(), header(HeaderRole.CLIENT_ID));
      }
    }
  }

  private void methods(Choices choices) {
    String method = input.request().method();
    SnapMistake lower = SnapMistake.METHOD_LOWER_CASE;
    method(choices, lower, COMMON, method.toLowerCase(Locale.ROOT));
    method(
        choices,
        lower,
        SEEN,
        method.isEmpty()
            ? method
            : method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT));
    for (String other : List.of("POST", "PUT", "DELETE", "GET", "PATCH")) {
      method(choices, SnapMistake.METHOD_OTHER, COMMON, other);
    }
    method(choices, SnapMistake.METHOD_OTHER, RARE, "");
  }

  private static void method(Choices choices, SnapMistake code, int cost, String signed) {
    choices.add(
        SnapDimensions.METHOD,
        code,
        cost,
        Piece.of(signed),
        "signed",
        signed.isEmpty() ? "nothing" : signed);
  }

  private void tokens(Choices choices) {
    String token = token();
    choices.add(SnapDimensions.TOKEN, SnapMistake.TOKEN_OMITTED, COMMON, Piece.ABSENT);
    choices.add(SnapDimensions.TOKEN, SnapMistake.TOKEN_EMPTY, COMMON, Piece.of(""));
    for (String word : List.of(BEARER, "bearer ", "Bearer", "Bearer: ", "BEARER ")) {
      int cost = word.equals(BEARER) ? COMMON : SEEN;
      String shown = word.strip() + (word.endsWith(" ") ? "" : ", without a space after it,");
      token(choices, SnapMistake.TOKEN_WITH_BEARER, cost, word + token, "word", shown);
    }
    headers()
        .first("Authorization-Customer")
        .ifPresent(
            value -> {
              SnapMistake code = SnapMistake.TOKEN_CUSTOMER;
              token(choices, code, COMMON, AccessToken.ofHeader(value).expose(), "form", "bare");
              token(choices, code, SEEN, value, "form", "as its header has it");
            });
    boolean inbound = input.part().isOfDoku();
    input
        .keys()
        .tokens()
        .forEach(
            (name, known) -> {
              String text = known.expose();
              token(
                  choices,
                  SnapMistake.TOKEN_OWN_OUTBOUND,
                  inbound ? COMMON : SEEN,
                  text,
                  "name",
                  name);
              token(choices, SnapMistake.TOKEN_STALE, inbound ? SEEN : COMMON, text, "name", name);
            });
  }

  private static void token(
      Choices choices, SnapMistake code, int cost, String signed, String fact, String value) {
    choices.add(SnapDimensions.TOKEN, code, cost, Piece.of(signed), fact, value);
  }

  private void clients(Choices choices) {
    String right = header(HeaderRole.CLIENT_ID);
    List<String> others = new ArrayList<>(input.others().keySet());
    Snap.SYMMETRIC.value(HeaderRole.CLIENT_ID, Part.REQUEST, headers()).ifPresent(others::add);
    others.add(right.toLowerCase(Locale.ROOT));
    others.add(right.toUpperCase(Locale.ROOT));
    others.add("");
    for (String other : others) {
      choices.add(
          SnapDimensions.CLIENT,
          SnapMistake.TOKEN_STRING_CLIENT_ID,
          other.isEmpty() ? RARE : COMMON,
          Piece.of(other),
          "signed",
          other.isEmpty() ? "nothing" : other,
          "sent",
          right);
    }
  }

  @Override
  public String signature(byte[] mac) {
    if (key instanceof SymmetricKey) {
      return Base64.getEncoder().encodeToString(mac);
    }
    AsymmetricKey pair = (AsymmetricKey) key;
    if (!pair.canSign()) {
      return "not known: only the public half of the key is given";
    }
    Buffer text = new Buffer();
    row().write(right(), text);
    return Base64.getEncoder().encodeToString(pair.sign(Hash.SHA256, text.toByteArray()));
  }

  @Override
  public String checkValue() {
    return key.checkValue();
  }

  @Override
  public String keyName() {
    return key instanceof AsymmetricKey ? "public key" : Case.super.keyName();
  }
}
