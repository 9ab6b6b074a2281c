package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Hash;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Computes the MACs of recipes, faster where they begin as a first one does: its states of SHA-256
 * after each block are kept. One for each thread.
 */
final class Lane {
  private static final int BLOCK = 64;
  private static final int MOST_STATES = 16;

  /** A change of these changes the value on one line and nothing else. */
  private static final Map<Dimension, Line> VALUES =
      new EnumMap<>(
          Map.of(
              Dimension.CLIENT_ID, Line.CLIENT_ID,
              Dimension.REQUEST_ID, Line.REQUEST_ID,
              Dimension.TIMESTAMP, Line.TIMESTAMP,
              Dimension.TARGET, Line.TARGET,
              Dimension.BODY, Line.DIGEST,
              Dimension.DIGEST_HASH, Line.DIGEST,
              Dimension.DIGEST_ENCODING, Line.DIGEST,
              Dimension.DIGEST_PREFIX, Line.DIGEST));

  private final Buffer text = new Buffer();
  private final byte[] inner = new byte[32];
  private final byte[] mac = new byte[32];
  private final Map<Hash, RareMac> rare = new EnumMap<>(Hash.class);
  private @Nullable First first;
  private long computed;

  /** Makes that recipe the one that the next ones resemble. */
  void startFrom(Recipe recipe) {
    first = new First(recipe);
  }

  /** How many MACs were computed so far. */
  long computed() {
    return computed;
  }

  /** Returns the first recipe with one change. */
  Recipe first(Choice choice) {
    return choice.in(started().recipe);
  }

  /** Tells whether the recipe turns into exactly these bytes before it is signed. */
  boolean writes(Recipe recipe, byte[] expected) {
    computed++;
    recipe.write(text);
    if (recipe.textChange().equals(TextChange.NONE)) {
      return Arrays.equals(text.bytes(), 0, text.length(), expected, 0, expected.length);
    }
    return Arrays.equals(recipe.textChange().toBytes(text.toText()), expected);
  }

  private First started() {
    if (first == null) {
      throw new IllegalStateException("expected a recipe to start from");
    }
    return first;
  }

  /** Computes the MAC of the first recipe with one change; valid until the next call. */
  byte[] mac(Choice choice) {
    First common = started();
    int offset = common.offset(choice, text);
    if (offset < 0) {
      return mac(choice.in(common.recipe));
    }
    computed++;
    byte[] bytes = common.text.bytes();
    int blocks = common.blocksBefore(offset);
    int after = offset + common.value(choice.dimension()).bytes.length;
    text.clear();
    text.put(bytes, blocks * BLOCK, offset);
    text.put(value(choice, common.recipe));
    text.put(bytes, after, common.text.length());
    MessageDigest digest = Key.copy(common.states[blocks]);
    digest.update(text.bytes(), 0, text.length());
    return finish(common.recipe.key(), digest);
  }

  /** Computes the recipe's MAC; valid until the next call. */
  byte[] mac(Recipe recipe) {
    computed++;
    recipe.write(text);
    MacKind kind = recipe.mac();
    byte[] bytes = text.bytes();
    int length = text.length();
    if (!recipe.textChange().equals(TextChange.NONE)) {
      bytes = recipe.textChange().toBytes(text.toText());
      length = bytes.length;
    }
    if (kind == MacKind.RIGHT) {
      return hmacSha256(recipe.key(), bytes, length);
    }
    byte[] exact = Arrays.copyOf(bytes, length);
    return kind.isKeyed() ? rare(recipe.key(), kind.hash(), exact) : kind.hash().of(exact);
  }

  private byte[] rare(Key key, Hash hash, byte[] bytes) {
    RareMac last = rare.get(hash);
    if (last == null || !last.key.equals(key)) {
      last = new RareMac(key, key.newMac(hash));
      rare.put(hash, last);
    }
    return last.mac.doFinal(bytes);
  }

  private byte[] hmacSha256(Key key, byte[] bytes, int length) {
    First common = first;
    int blocks = 0;
    MessageDigest digest;
    if (common != null && common.recipe.key().equals(key)) {
      int same = Arrays.mismatch(bytes, 0, length, common.text.bytes(), 0, common.text.length());
      blocks = common.blocksBefore(same < 0 ? length : same);
      digest = Key.copy(common.states[blocks]);
    } else {
      digest = key.newInner();
    }
    digest.update(bytes, blocks * BLOCK, length - blocks * BLOCK);
    return finish(key, digest);
  }

  private byte[] finish(Key key, MessageDigest digest) {
    try {
      digest.digest(inner, 0, inner.length);
      MessageDigest outer = key.newOuter();
      outer.update(inner);
      outer.digest(mac, 0, mac.length);
      return mac;
    } catch (DigestException e) {
      throw new IllegalStateException("32 bytes hold a SHA-256", e);
    }
  }

  private static Octets value(Choice choice, Recipe recipe) {
    if (choice.value() instanceof Octets octets && choice.dimension() != Dimension.DIGEST_PREFIX) {
      return octets;
    }
    return choice.value() instanceof Stamp stamp ? stamp.value() : choice.in(recipe).digest();
  }

  /** A MAC with another hash, whose key need not be scheduled again. */
  private record RareMac(Key key, Mac mac) {}

  /** A recipe with its text, where its values begin, and the states after its blocks. */
  private static final class First {
    private final Recipe recipe;
    private final Buffer text = new Buffer();
    private final MessageDigest[] states;
    private final boolean resumable;
    private final Map<Line, Integer> offsets = new EnumMap<>(Line.class);

    First(Recipe recipe) {
      this.recipe = recipe;
      recipe.write(text);
      states = new MessageDigest[Math.min(text.length() / BLOCK + 1, MOST_STATES)];
      MessageDigest state = recipe.key().newInner();
      for (int i = 0; i < states.length; i++) {
        if (i > 0) {
          state.update(text.bytes(), (i - 1) * BLOCK, BLOCK);
        }
        states[i] = Key.copy(state);
      }
      resumable = recipe.mac() == MacKind.RIGHT && recipe.textChange().equals(TextChange.NONE);
    }

    Octets value(Dimension dimension) {
      return switch (dimension) {
        case CLIENT_ID -> recipe.clientId();
        case REQUEST_ID -> recipe.requestId();
        case TIMESTAMP -> recipe.stamp().value();
        case TARGET -> recipe.target();
        default -> recipe.digest();
      };
    }

    int blocksBefore(int offset) {
      return Math.min(offset / BLOCK, states.length - 1);
    }

    /** Returns where the choice's value begins, or -1 where the choice is more than a value. */
    int offset(Choice choice, Buffer scratch) {
      Line line = VALUES.get(choice.dimension());
      boolean named =
          choice.value() instanceof Stamp stamp
              && stamp.ofResponse() != recipe.stamp().ofResponse();
      if (line == null || named || !resumable) {
        return -1;
      }
      Integer offset = offsets.get(line);
      if (offset == null) {
        offset = recipe.layout().offset(line, recipe, scratch);
        offsets.put(line, offset);
      }
      return offset;
    }
  }
}
