package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The forms of a body, each made when it is first asked for. */
public final class BodyForms {
  /** What a form takes beside its bytes. */
  private static final long FORM = 1 << 12;

  /** What a form takes for each token of JSON, in bytes. */
  private static final long TOKEN = 8;

  private final long bodyLength;
  private final Wanted wanted;
  private final List<Form> forms = new ArrayList<>();

  /**
   * Makes room for the forms of one body.
   *
   * @param length of the body in bytes
   * @param tokens how many of JSON it has
   * @param wanted the mistakes whose forms are added; others are left out
   */
  public BodyForms(int length, int tokens, Wanted wanted) {
    this.bodyLength = length + TOKEN * tokens;
    this.wanted = wanted;
  }

  /** Tells whether forms that this mistake leads to are added at all. */
  public boolean wants(MistakeCode code) {
    return wanted.contains(code);
  }

  /** Adds a form that is hardly longer than the body; facts are names and texts in turn. */
  public void add(MistakeCode code, int cost, Supplier<byte[]> bytes, String... facts) {
    add(code, cost, 0, bytes, facts);
  }

  /** As {@link #add}, for a form that is text. */
  public void text(MistakeCode code, int cost, Supplier<String> text, String... facts) {
    longerText(code, cost, 0, text, facts);
  }

  /** Adds a form that may be so many bytes longer than the body. */
  public void longerText(
      MistakeCode code, int cost, long longer, Supplier<String> text, String... facts) {
    add(code, cost, longer, () -> text.get().getBytes(UTF_8), facts);
  }

  private void add(
      MistakeCode code, int cost, long longer, Supplier<byte[]> bytes, String... facts) {
    if (!wants(code)) {
      return;
    }
    Mistake mistake = Mistake.of(code, facts);
    if (wanted.contains(mistake)) {
      long work = FORM + (1 + Content.MAKING) * (bodyLength + longer);
      forms.add(new Form(mistake, cost, work, bytes));
    }
  }

  /**
   * Makes and digests the forms: the likelier first as far as the work allowed suffices, and no
   * more of them once told to stop.
   */
  Made make(long allowed, int threads, BooleanSupplier stop) {
    Set<Integer> affordable = new HashSet<>();
    long work = 0;
    for (int i : likeliestFirst()) {
      if (work + forms.get(i).work <= allowed) {
        work += forms.get(i).work;
        affordable.add(i);
      }
    }
    @Nullable Content[] made = new Content[forms.size()];
    Crew.share(
        threads,
        made.length,
        i -> {
          if (affordable.contains(i) && !stop.getAsBoolean()) {
            made[i] = Content.madeBy(forms.get(i).bytes);
          }
        });
    List<Optional<Content>> contents = Arrays.stream(made).map(Optional::ofNullable).toList();
    boolean late = affordable.stream().anyMatch(i -> contents.get(i).isEmpty());
    Cut cut = late ? Cut.TIME : affordable.size() < forms.size() ? Cut.WORK : Cut.NONE;
    return new Made(List.copyOf(forms), contents, work, cut);
  }

  private int[] likeliestFirst() {
    return IntStream.range(0, forms.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> forms.get(i).cost))
        .mapToInt(i -> i)
        .toArray();
  }

  /** Forms and, where the budget sufficed, what they come to. */
  public static final class Made {
    private final List<Form> forms;
    private final List<Optional<Content>> contents;
    private final long work;
    private final Cut cut;

    private Made(List<Form> forms, List<Optional<Content>> contents, long work, Cut cut) {
      this.forms = forms;
      this.contents = contents;
      this.work = work;
      this.cut = cut;
    }

    /** Adds those that were made, as values of that dimension. */
    public void addTo(Choices choices, Dimension<Content> dimension) {
      for (int i = 0; i < forms.size(); i++) {
        Form form = forms.get(i);
        contents
            .get(i)
            .ifPresent(content -> choices.add(dimension, form.mistake, form.cost, content));
      }
    }

    int missing() {
      return (int) contents.stream().filter(Optional::isEmpty).count();
    }

    long work() {
      return work;
    }

    Cut cut() {
      return cut;
    }
  }

  private record Form(Mistake mistake, int cost, long work, Supplier<byte[]> bytes) {}
}
