package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    out.put(recipe.padding().around(Line.TARGET, recipe.target()));
    out.put(COLON);
    out.put(token);
    out.put(COLON);
    out.put(digest(recipe));
    out.put(COLON);
    out.put(recipe.padding().around(Line.TIMESTAMP, recipe.stamp().value()));
  }

  @Override
  public List<Component> components(Recipe recipe) {
    return List.of(
        component("method", method),
        component("path", recipe.padding().around(Line.TARGET, recipe.target())),
        component("token", token),
        component("digest", digest(recipe)),
        component("timestamp", recipe.padding().around(Line.TIMESTAMP, recipe.stamp().value())));
  }

  private Octets digest(Recipe recipe) {
    Content instead = recipe.digestLine().instead();
    Content content = recipe.body().equals(body) ? digested : recipe.body();
    content = instead == null ? content : instead;
    return content.digest(Hash.SHA256, Encoding.HEX);
  }

  private static Component component(String name, Octets value) {
    return new Component(name, new String(value.bytes, UTF_8));
  }
}
