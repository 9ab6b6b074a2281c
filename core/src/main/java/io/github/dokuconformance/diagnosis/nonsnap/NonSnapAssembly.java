package io.github.dokuconformance.diagnosis.nonsnap;

import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.BODY;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.CLIENT_ID;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.DIGEST_ENCODING;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.DIGEST_HASH;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.DIGEST_LINE;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.DIGEST_PREFIX;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.LINES;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.MAC;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.REQUEST_ID;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.SECRET;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.TARGET;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.TEXT;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.TIMESTAMP;

import io.github.dokuconformance.diagnosis.Assembly;
import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.Choice;
import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.Dimension;
import io.github.dokuconformance.diagnosis.Key;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.diagnosis.TextChange;
import io.github.dokuconformance.signature.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts lines together, or what a recipe has in their place. */
final class NonSnapAssembly implements Assembly {
  static final NonSnapAssembly INSTANCE = new NonSnapAssembly();

  /** A change of these changes the value on one line and nothing else. */
  private static final Map<Dimension<?>, Line> VALUES =
      Map.of(
          CLIENT_ID, Line.CLIENT_ID,
          REQUEST_ID, Line.REQUEST_ID,
          TIMESTAMP, Line.TIMESTAMP,
          TARGET, Line.TARGET,
          BODY, Line.DIGEST,
          DIGEST_HASH, Line.DIGEST,
          DIGEST_ENCODING, Line.DIGEST,
          DIGEST_PREFIX, Line.DIGEST);

  private NonSnapAssembly() {}

  @Override
  public void write(Recipe recipe, Buffer out) {
    recipe.get(LINES).write(recipe, out);
  }

  @Override
  public TextChange textChange(Recipe recipe) {
    return recipe.get(TEXT);
  }

  @Override
  public MacKind mac(Recipe recipe) {
    MacKind mac = recipe.get(MAC);
    return mac.equals(MacKind.HMAC_SHA256) ? recipe.get(LINES).mac() : mac;
  }

  @Override
  public Key key(Recipe recipe) {
    return recipe.get(SECRET);
  }

  @Override
  public Content body(Recipe recipe) {
    return recipe.get(BODY);
  }

  @Override
  public Optional<Octets> digest(Recipe recipe) {
    return recipe.get(DIGEST_LINE).present()
        ? Optional.of(valueOfDigestLine(recipe))
        : Optional.empty();
  }

  @Override
  public List<Component> components(Recipe recipe) {
    return recipe.get(LINES).components(recipe);
  }

  @Override
  public int place(Choice<?> choice, Recipe recipe) {
    Line line = VALUES.get(choice.dimension());
    boolean renames =
        choice.value() instanceof Stamp stamp
            && stamp.ofResponse() != recipe.get(TIMESTAMP).ofResponse();
    return line == null || renames ? -1 : Line.RIGHT.indexOf(line);
  }

  @Override
  public int offset(int place, Recipe recipe, Buffer scratch) {
    return recipe.get(LINES).offset(Line.RIGHT.get(place), recipe, scratch);
  }

  @Override
  public Octets value(int place, Recipe recipe) {
    return switch (Line.RIGHT.get(place)) {
      case CLIENT_ID -> recipe.get(CLIENT_ID);
      case REQUEST_ID -> recipe.get(REQUEST_ID);
      case TIMESTAMP -> recipe.get(TIMESTAMP).value();
      case TARGET -> recipe.get(TARGET);
      case DIGEST, EXTRA -> valueOfDigestLine(recipe);
    };
  }

  @Override
  public Octets value(int place, Recipe recipe, Choice<?> choice) {
    // No recipe is made where the value is at hand.
    if (choice.value() instanceof Octets octets && !choice.dimension().equals(DIGEST_PREFIX)) {
      return octets;
    }
    return choice.value() instanceof Stamp stamp ? stamp.value() : value(place, choice.in(recipe));
  }

  /** Returns what stands after the name on the line of the digest. */
  static Octets valueOfDigestLine(Recipe recipe) {
    DigestLine line = recipe.get(DIGEST_LINE);
    Content content = line.instead() == null ? recipe.get(BODY) : line.instead();
    if (line.raw()) {
      return content.octets();
    }
    Octets digest = content.digest(recipe.get(DIGEST_HASH), recipe.get(DIGEST_ENCODING));
    Octets prefix = recipe.get(DIGEST_PREFIX);
    if (prefix.isEmpty()) {
      return digest;
    }
    Buffer prefixed = new Buffer();
    prefixed.put(prefix);
    prefixed.put(digest);
    return Octets.of(prefixed.toByteArray());
  }
}
