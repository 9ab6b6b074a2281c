package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.signature.Hash;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes the MACs of recipes, faster where they begin as a first one does: its states of the hash
 * after each block are kept. One for each thread.
 */
final class Lane {
  private static final int MOST_STATES = 16;

  private final Buffer text = new Buffer();
  private final Map<Hash, Room> rooms = new EnumMap<>(Hash.class);
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
  Recipe first(Choice<?> choice) {
    return choice.in(started().recipe);
  }

  /** Tells whether the recipe turns into exactly these bytes before it is signed. */
  boolean writes(Recipe recipe, byte[] expected) {
    computed++;
    recipe.write(text);
    TextChange change = recipe.assembly().textChange(recipe);
    if (change.equals(TextChange.NONE)) {
      return Arrays.equals(text.bytes(), 0, text.length(), expected, 0, expected.length);
    }
    return Arrays.equals(change.toBytes(text.toText()), expected);
  }

  private First started() {
    return requireNonNull(first, "expected a recipe to start from");
  }

  /** Computes the MAC of the first recipe with one change; valid until the next call. */
  byte[] mac(Choice<?> choice) {
    First common = started();
    int place = common.place(choice);
    int offset = place < 0 ? -1 : common.offset(place, text);
    if (offset < 0) {
      return mac(choice.in(common.recipe));
    }
    computed++;
    byte[] bytes = common.text.bytes();
    Assembly assembly = common.recipe.assembly();
    int blocks = common.blocksBefore(offset);
    int after = offset + assembly.value(place, common.recipe).bytes.length;
    text.clear();
    text.put(bytes, blocks * common.block, offset);
    text.put(assembly.value(place, common.recipe, choice));
    text.put(bytes, after, common.text.length());
    MessageDigest digest = Key.copy(common.states[blocks]);
    digest.update(text.bytes(), 0, text.length());
    return finish(common.kind, common.schedule, digest);
  }

  /** Computes the recipe's MAC; valid until the next call. */
  byte[] mac(Recipe recipe) {
    computed++;
    recipe.write(text);
    Assembly assembly = recipe.assembly();
    byte[] bytes = text.bytes();
    int length = text.length();
    TextChange change = assembly.textChange(recipe);
    if (!change.equals(TextChange.NONE)) {
      bytes = change.toBytes(text.toText());
      length = bytes.length;
    }
    MacKind kind = assembly.mac(recipe);
    Key key = assembly.key(recipe);
    First common = first;
    if (common != null && common.signsWith(kind, key)) {
      int same = Arrays.mismatch(bytes, 0, length, common.text.bytes(), 0, common.text.length());
      int blocks = common.blocksBefore(same < 0 ? length : same);
      MessageDigest digest = Key.copy(common.states[blocks]);
      digest.update(bytes, blocks * common.block, length - blocks * common.block);
      return finish(kind, common.schedule, digest);
    }
    Key.Schedule schedule = key.schedule(kind.hash());
    MessageDigest digest = newInner(kind, schedule);
    digest.update(bytes, 0, length);
    return finish(kind, schedule, digest);
  }

  /** Computes the MAC of a text as the recipe says; valid until the next call. */
  byte[] mac(Recipe recipe, byte[] bytes) {
    computed++;
    MacKind kind = recipe.assembly().mac(recipe);
    Key.Schedule schedule = recipe.assembly().key(recipe).schedule(kind.hash());
    MessageDigest digest = newInner(kind, schedule);
    digest.update(bytes);
    return finish(kind, schedule, digest);
  }

  private static MessageDigest newInner(MacKind kind, Key.Schedule schedule) {
    return kind.keyed() ? schedule.newInner() : kind.hash().newDigest();
  }

  private byte[] finish(MacKind kind, Key.Schedule schedule, MessageDigest digest) {
    Room room = rooms.get(kind.hash());
    if (room == null) {
      room = new Room(kind.hash().length());
      rooms.put(kind.hash(), room);
    }
    try {
      if (!kind.keyed()) {
        digest.digest(room.mac, 0, room.mac.length);
        return room.mac;
      }
      digest.digest(room.inner, 0, room.inner.length);
      MessageDigest outer = schedule.newOuter();
      outer.update(room.inner);
      outer.digest(room.mac, 0, room.mac.length);
      return room.mac;
    } catch (DigestException e) {
      throw new IllegalStateException("the room is as long as the hash", e);
    }
  }

  /** Where hashes are put. */
  private static final class Room {
    private final byte[] inner;
    private final byte[] mac;

    Room(int length) {
      this.inner = new byte[length];
      this.mac = new byte[length];
    }
  }

  /** A recipe with its text, where its values begin, and the states after its blocks. */
  private static final class First {
    private static final int UNKNOWN = -2;

    private final Recipe recipe;
    private final Buffer text = new Buffer();
    private final MacKind kind;
    private final Key key;
    private final Key.Schedule schedule;
    private final int block;
    private final MessageDigest[] states;
    private final boolean changed;
    private int[] offsets = {};

    First(Recipe recipe) {
      this.recipe = recipe;
      Assembly assembly = recipe.assembly();
      kind = assembly.mac(recipe);
      key = assembly.key(recipe);
      schedule = key.schedule(kind.hash());
      block = kind.hash().block();
      recipe.write(text);
      states = new MessageDigest[Math.min(text.length() / block + 1, MOST_STATES)];
      MessageDigest state = newInner(kind, schedule);
      for (int i = 0; i < states.length; i++) {
        if (i > 0) {
          state.update(text.bytes(), (i - 1) * block, block);
        }
        states[i] = Key.copy(state);
      }
      changed = !assembly.textChange(recipe).equals(TextChange.NONE);
    }

    boolean signsWith(MacKind otherKind, Key otherKey) {
      return kind.equals(otherKind) && (!kind.keyed() || key.equals(otherKey));
    }

    int blocksBefore(int offset) {
      return Math.min(offset / block, states.length - 1);
    }

    /** Returns the place that the choice changes, or -1 where it changes more than a value. */
    int place(Choice<?> choice) {
      return changed ? -1 : recipe.assembly().place(choice, recipe);
    }

    int offset(int place, Buffer scratch) {
      if (place >= offsets.length) {
        int known = offsets.length;
        offsets = Arrays.copyOf(offsets, place + 1);
        Arrays.fill(offsets, known, offsets.length, UNKNOWN);
      }
      if (offsets[place] == UNKNOWN) {
        offsets[place] = recipe.assembly().offset(place, recipe, scratch);
      }
      return offsets[place];
    }
  }
}
