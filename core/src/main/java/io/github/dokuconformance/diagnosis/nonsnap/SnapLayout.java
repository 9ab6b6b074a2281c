package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.Hash;
import java.util.List;

/**
 * DOKU's other recipe, for SNAP: {@code METHOD:path:token:hex:timestamp}.
 *
 * <p>Source: developers.doku.com, "Symmetric Signature" (documented): lower-case hex of the SHA-256
 * of the minified body, HMAC-SHA512.
 *
 * @param body the body of the right recipe, in whose place {@code digested} is taken
 */
record SnapLayout(Octets method, Octets token, Content body, Content digested, MacKind mac)
    implements Layout {
  private static final Octets COLON = Octets.utf8(":");

  @Override
  public void write(Recipe recipe, Buffer out) {
    out.put(method);
    out.put(COLON);
    out.put(
        recipe.get(Dimensions.VALUE_WHITESPACE).around(Line.TARGET, recipe.get(Dimensions.TARGET)));
    out.put(COLON);
    out.put(token);
    out.put(COLON);
    out.put(digest(recipe));
    out.put(COLON);
    out.put(
        recipe
            .get(Dimensions.VALUE_WHITESPACE)
            .around(Line.TIMESTAMP, recipe.get(Dimensions.TIMESTAMP).value()));
  }

  @Override
  public List<Component> components(Recipe recipe) {
    return List.of(
        component("method", method),
        component(
            "path",
            recipe
                .get(Dimensions.VALUE_WHITESPACE)
                .around(Line.TARGET, recipe.get(Dimensions.TARGET))),
        component("token", token),
        component("digest", digest(recipe)),
        component(
            "timestamp",
            recipe
                .get(Dimensions.VALUE_WHITESPACE)
                .around(Line.TIMESTAMP, recipe.get(Dimensions.TIMESTAMP).value())));
  }

  @Override
  public Octets extra() {
    return token;
  }

  private Octets digest(Recipe recipe) {
    Content instead = recipe.get(Dimensions.DIGEST_LINE).instead();
    Content content =
        recipe.get(Dimensions.BODY).equals(body) ? digested : recipe.get(Dimensions.BODY);
    content = instead == null ? content : instead;
    return content.digest(Hash.SHA256, Encoding.HEX);
  }

  private static Component component(String name, Octets value) {
    return new Component(name, value.toText());
  }
}
