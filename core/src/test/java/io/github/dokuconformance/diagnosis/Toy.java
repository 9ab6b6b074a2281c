package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HmacEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Three values joined by nothing, so small that what a search must name can be told by hand: a
 * value may be made by several sets of mistakes.
 */
final class Toy implements Case {
  static final Dimension<Octets> A = octets(0, "a");
  static final Dimension<Octets> B = octets(1, "b");
  static final Dimension<Octets> C = octets(2, "c");
  static final Dimension<TextChange> TEXT =
      Dimension.of(3, "text", TextChange.class)
          .weighing((weight, change) -> weight.ofChangedText());
  static final Dimension<Key> KEY = Dimension.of(4, "key", Key.class).besideText();
  static final Dimension<MacKind> MAC =
      Dimension.of(5, "mac", MacKind.class).bringing(kind -> kind).besideText();
  static final Key SECRET = Key.of(new byte[] {1, 2, 3});

  private static final int DIMENSIONS = 6;
  private static final List<Dimension<Octets>> VALUES = List.of(A, B, C);

  enum Code implements MistakeCode {
    OF_A(A),
    ALSO_OF_A(A),
    OF_B(B),
    OF_C(C),
    OF_TEXT(TEXT),
    OF_KEY(KEY),
    OF_MAC(MAC);

    @SuppressWarnings("ImmutableEnumChecker") // a dimension never changes
    private final Dimension<?> dimension;

    Code(Dimension<?> dimension) {
      this.dimension = dimension;
    }

    @Override
    public String code() {
      return "toy." + name();
    }

    @Override
    public Dimension<?> dimension() {
      return dimension;
    }
  }

  private final Recipe right;
  private final List<Consumer<Choices>> changes = new ArrayList<>();

  private Toy(Recipe right) {
    this.right = right;
  }

  static Toy of(String a, String b, String c) {
    return new Toy(
        Recipe.of(new Joined(), DIMENSIONS)
            .with(A, Octets.utf8(a))
            .with(B, Octets.utf8(b))
            .with(C, Octets.utf8(c))
            .with(TEXT, TextChange.NONE)
            .with(KEY, SECRET)
            .with(MAC, MacKind.HMAC_SHA256));
  }

  /** Adds a value with its cost; the fact is the value's text. */
  Toy a(int cost, String value) {
    return with(A, Code.OF_A, cost, Octets.utf8(value), value);
  }

  Toy b(int cost, String value) {
    return with(B, Code.OF_B, cost, Octets.utf8(value), value);
  }

  Toy c(int cost, String value) {
    return with(C, Code.OF_C, cost, Octets.utf8(value), value);
  }

  <T> Toy with(Dimension<T> dimension, Code code, int cost, T value, String fact) {
    changes.add(choices -> choices.add(dimension, code, cost, value, "is", fact));
    return this;
  }

  Space space() {
    return Space.of(this, new BodyForms(0, 0, Wanted.ALL).make(1, 1, () -> false), it -> true);
  }

  Search search(Judge judge, Budget budget) {
    return new Search(new Prepared(List.of(space()), 0, 0, Cut.NONE), judge, budget, () -> false);
  }

  /** Returns the facts of what was found, one for each change, such as {@code x} and {@code yz}. */
  static Optional<List<String>> facts(Search search, int target) {
    return search.found(target).map(Toy::facts);
  }

  static List<String> facts(Found found) {
    return found.choices().stream()
        .map(choice -> String.join("", choice.mistakes().get(0).facts().values()))
        .toList();
  }

  /** Returns the form of a header that holds the MAC of that text and nothing else. */
  static Form form(String text) {
    return new Form(Key.of(new byte[] {1, 2, 3}), text, 0);
  }

  @Override
  public Recipe right() {
    return right;
  }

  @Override
  public void addChoices(Choices choices, BodyForms.Made bodies) {
    changes.forEach(change -> change.accept(choices));
  }

  @Override
  public String signature(byte[] mac) {
    return HexFormat.of().formatHex(mac);
  }

  @Override
  public String checkValue() {
    return "toy";
  }

  private static Dimension<Octets> octets(int index, String label) {
    return Dimension.of(index, label, Octets.class).weighing(Weight::longer);
  }

  /** A header that holds a MAC, which so many mistakes are written by. */
  record Form(Octets mac, int mistakes) implements SignatureForm {
    Form(Key key, String text, int mistakes) {
      this(
          Octets.of(
              HmacEngine.reference()
                  .hmac(Hash.SHA256, key.octets().bytes)
                  .mac(Octets.utf8(text).bytes)),
          mistakes);
    }

    @Override
    public Set<Long> beginnings() {
      return Set.of(SignatureForm.beginning(mac.bytes));
    }

    @Override
    public List<List<Mistake>> matches(byte[] other) {
      return Arrays.equals(mac.bytes, other) ? List.of(List.of()) : List.of();
    }

    @Override
    public OptionalInt fewestMistakes(int macBytes) {
      return macBytes == mac.length() ? OptionalInt.of(mistakes) : OptionalInt.empty();
    }
  }

  private record Joined() implements Assembly {
    @Override
    public void write(Recipe recipe, Buffer out) {
      VALUES.forEach(value -> out.put(recipe.get(value)));
    }

    @Override
    public TextChange textChange(Recipe recipe) {
      return recipe.get(TEXT);
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
      return Content.empty();
    }

    @Override
    public Optional<Octets> digest(Recipe recipe) {
      return Optional.empty();
    }

    @Override
    public List<Component> components(Recipe recipe) {
      return VALUES.stream()
          .map(value -> new Component(value.label(), recipe.get(value).toText()))
          .toList();
    }

    @Override
    public int place(Choice<?> choice, Recipe recipe) {
      return VALUES.indexOf(choice.dimension());
    }

    @Override
    public int offset(int place, Recipe recipe, Buffer scratch) {
      return VALUES.subList(0, place).stream().mapToInt(it -> recipe.get(it).length()).sum();
    }

    @Override
    public Octets value(int place, Recipe recipe) {
      return recipe.get(VALUES.get(place));
    }
  }
}
