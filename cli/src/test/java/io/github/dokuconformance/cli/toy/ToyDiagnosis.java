package io.github.dokuconformance.cli.toy;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;

import io.github.dokuconformance.diagnosis.Assembly;
import io.github.dokuconformance.diagnosis.BodyForms;
import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.Case;
import io.github.dokuconformance.diagnosis.Choice;
import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Dimension;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Evidence;
import io.github.dokuconformance.diagnosis.Key;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.diagnosis.SchemeDiagnosis;
import io.github.dokuconformance.diagnosis.SignatureForm;
import io.github.dokuconformance.diagnosis.TextChange;
import io.github.dokuconformance.diagnosis.Wanted;
import io.github.dokuconformance.diagnosis.Weight;
import io.github.dokuconformance.diagnosis.body.BodyChoices;
import io.github.dokuconformance.diagnosis.body.SentBody;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.SymmetricKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Explains signatures of the toy scheme. */
public record ToyDiagnosis(ToyScheme scheme) implements SchemeDiagnosis {
  static final Dimension<Key> KEY = Dimension.of(0, "key", Key.class).besideText();
  static final Dimension<Octets> SEPARATOR =
      Dimension.of(1, "separator", Octets.class).weighing(Weight::longer);
  static final Dimension<Octets> TOKEN =
      Dimension.of(2, "token", Octets.class).weighing(Weight::longer);
  static final Dimension<Content> BODY =
      Dimension.of(3, "body", Content.class).weighing(Weight::ofBody);
  static final Dimension<MacKind> MAC =
      Dimension.of(4, "mac", MacKind.class).bringing(kind -> kind).besideText();
  static final Dimension<String> FORM = Dimension.of(5, "form", String.class);

  @Override
  public List<ToyMistake> codes() {
    return List.of(ToyMistake.values());
  }

  @Override
  public MistakeCode missing() {
    return ToyMistake.SIGNATURE_MISSING;
  }

  @Override
  public Evidence read(DiagnosisInput input) {
    SentBody body = SentBody.of(input.message().body());
    List<? extends SigningKey> keys =
        scheme == ToyScheme.HMAC ? input.keys().secrets() : input.keys().pairs(input.part());
    return new Evidence() {
      @Override
      public List<? extends Case> cases() {
        // A public key opens the signature; what is searched is the same for all of them.
        List<? extends SigningKey> each = scheme == ToyScheme.HMAC ? keys : keys.subList(0, 1);
        return each.stream().map(key -> new ToyCase(scheme, input, key)).toList();
      }

      @Override
      public BodyForms bodyForms(Wanted wanted) {
        BodyForms forms = body.newForms(wanted);
        BodyChoices.add(body, forms, mistake -> ToyMistake.BODY_OTHER);
        return forms;
      }

      @Override
      public SignatureForm form(String header) {
        return scheme == ToyScheme.HMAC ? new ToyForms.Hex(header) : ToyForms.opened(header, input);
      }
    };
  }

  private record ToyCase(ToyScheme scheme, DiagnosisInput input, SigningKey key) implements Case {
    @Override
    public Recipe right() {
      boolean keyed = key instanceof SymmetricKey;
      byte[] secret =
          key instanceof SymmetricKey symmetric ? symmetric.secret().exposeForMac() : new byte[0];
      return Recipe.of(new ToyAssembly(input.request().method()), 5)
          .with(KEY, Key.of(secret))
          .with(SEPARATOR, Octets.utf8("|"))
          .with(TOKEN, Octets.utf8(ToyScheme.token(input.request().headers())))
          .with(BODY, Content.of(input.message().body().toByteArray()))
          .with(MAC, keyed ? MacKind.hmac(Hash.SHA1) : MacKind.plain(Hash.SHA1));
    }

    @Override
    public void addChoices(Choices choices, BodyForms.Made bodies) {
      List.of(":", "\n", "")
          .forEach(
              text ->
                  choices.add(
                      SEPARATOR, ToyMistake.SEPARATOR, SEEN, Octets.utf8(text), "text", text));
      bodies.addTo(choices, BODY);
      input
          .keys()
          .tokens()
          .forEach(
              (name, token) ->
                  choices.add(
                      TOKEN,
                      ToyMistake.TOKEN_OTHER,
                      COMMON,
                      Octets.utf8(token.expose()),
                      "name",
                      name));
      for (Hash hash : Hash.values()) {
        MacKind kind = new MacKind(hash, key instanceof SymmetricKey);
        choices.add(MAC, ToyMistake.MAC_OTHER, SEEN, kind, "hash", hash.label());
      }
      if (key instanceof SymmetricKey) {
        input
            .others()
            .forEach(
                (name, keys) ->
                    keys.secrets()
                        .forEach(
                            other ->
                                choices.add(
                                    KEY,
                                    ToyMistake.KEY_OTHER,
                                    COMMON,
                                    Key.of(other.secret().exposeForMac()),
                                    "name",
                                    name)));
      }
    }

    @Override
    public String signature(byte[] mac) {
      return HexFormat.of().formatHex(mac);
    }

    @Override
    public String checkValue() {
      return key.checkValue();
    }
  }

  private record ToyAssembly(String method) implements Assembly {
    private static final int DIGEST = 0;

    @Override
    public void write(Recipe recipe, Buffer out) {
      writeCall(recipe, out);
      out.put(value(DIGEST, recipe));
    }

    private void writeCall(Recipe recipe, Buffer out) {
      out.put(Octets.utf8(method + " "));
      out.put(recipe.get(TOKEN));
      out.put(recipe.get(SEPARATOR));
    }

    @Override
    public TextChange textChange(Recipe recipe) {
      return TextChange.NONE;
    }

    @Override
    public MacKind mac(Recipe recipe) {
      return recipe.get(MAC);
    }

    @Override
    public Key key(Recipe recipe) {
      return recipe.get(KEY);
    }

    @Override
    public Content body(Recipe recipe) {
      return recipe.get(BODY);
    }

    @Override
    public Optional<Octets> digest(Recipe recipe) {
      return Optional.of(value(DIGEST, recipe));
    }

    @Override
    public List<Component> components(Recipe recipe) {
      return List.of(
          new Component("call", method + " " + recipe.get(TOKEN).toText()),
          new Component("body", value(DIGEST, recipe).toText()));
    }

    @Override
    public int place(Choice<?> choice, Recipe recipe) {
      return choice.dimension().equals(BODY) ? DIGEST : -1;
    }

    @Override
    public int offset(int place, Recipe recipe, Buffer scratch) {
      scratch.clear();
      writeCall(recipe, scratch);
      return scratch.length();
    }

    @Override
    public Octets value(int place, Recipe recipe) {
      return recipe.get(BODY).digest(Hash.SHA1, Encoding.HEX);
    }
  }

  @Override
  public String toString() {
    return ((Scheme) scheme).id();
  }
}
