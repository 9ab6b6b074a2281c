package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The forms of a body, each made when it is first asked for. */
final class BodyForms {
  private final List<Form> forms = new ArrayList<>();

  void add(MistakeCode code, int cost, Supplier<byte[]> bytes, String... facts) {
    forms.add(new Form(Mistake.of(code, facts), cost, bytes));
  }

  void text(MistakeCode code, int cost, Supplier<String> text, String... facts) {
    add(code, cost, () -> text.get().getBytes(UTF_8), facts);
  }

  /** Makes and digests the forms on all cores; no more of them once told to stop. */
  Made make(BooleanSupplier stop) {
    List<Optional<Content>> contents =
        forms.parallelStream()
            .map(
                form ->
                    stop.getAsBoolean()
                        ? Optional.<Content>empty()
                        : Optional.of(Content.madeBy(form.bytes)))
            .toList();
    return new Made(List.copyOf(forms), contents);
  }

  /** Forms and, where there was time, what they come to. */
  record Made(List<Form> forms, List<Optional<Content>> contents) {
    void addTo(Choices choices) {
      for (int i = 0; i < forms.size(); i++) {
        Form form = forms.get(i);
        contents.get(i).ifPresent(content -> choices.add(form.mistake, form.cost, content));
      }
    }

    int missing() {
      return (int) contents.stream().filter(Optional::isEmpty).count();
    }
  }

  private record Form(Mistake mistake, int cost, Supplier<byte[]> bytes) {}
}
