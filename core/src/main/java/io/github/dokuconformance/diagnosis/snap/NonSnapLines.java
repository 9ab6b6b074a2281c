package io.github.dokuconformance.diagnosis.snap;

import static io.github.dokuconformance.signature.HeaderRole.CLIENT_ID;
import static io.github.dokuconformance.signature.HeaderRole.REQUEST_ID;
import static io.github.dokuconformance.signature.HeaderRole.TIMESTAMP;

import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.ArrayList;
import java.util.List;

/**
 * DOKU's other recipe: five lines, HMAC-SHA256.
 *
 * @param requestId that stands in for Request-Id
 * @param sent the body as it was sent, whose digest is taken; nothing for none
 */
record NonSnapLines(Octets clientId, Octets requestId, Content sent, boolean digested)
    implements RowLayout {
  @Override
  public void write(Recipe recipe, Buffer out) {
    List<Component> lines = components(recipe);
    for (int i = 0; i < lines.size(); i++) {
      Component line = lines.get(i);
      out.put(Octets.utf8((i == 0 ? "" : "\n") + line.name() + ":" + line.value()));
    }
    out.put(recipe.get(SnapDimensions.ENDING));
  }

  @Override
  public List<Component> components(Recipe recipe) {
    List<Component> lines = new ArrayList<>();
    lines.add(line(CLIENT_ID, clientId));
    lines.add(line(REQUEST_ID, requestId));
    lines.add(line(TIMESTAMP, recipe.get(SnapDimensions.TIMESTAMP).value()));
    lines.add(
        new Component(
            NonSnap.SCHEME.targetName(), recipe.get(SnapDimensions.PATH).value().toText()));
    if (digested) {
      lines.add(
          new Component(
              NonSnap.SCHEME.digestName(), sent.digest(Hash.SHA256, Encoding.BASE64).toText()));
    }
    return lines;
  }

  private static Component line(HeaderRole role, Octets value) {
    return new Component(NonSnap.SCHEME.header(role, Part.REQUEST).orElseThrow(), value.toText());
  }

  @Override
  public MacKind mac() {
    return MacKind.HMAC_SHA256;
  }

  @Override
  public Octets extra() {
    return Octets.NONE;
  }

  @Override
  public int offset(Slot slot, Recipe recipe, Buffer scratch) {
    return -1;
  }
}
