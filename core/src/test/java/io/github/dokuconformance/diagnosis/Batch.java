package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One search for many signatures of one message, with answers no richer than a test needs. */
final class Batch {
  private final List<String> headers;
  private final Evidence evidence;
  private final Search search;
  final Reach reach;

  private Batch(DiagnosisInput input, List<String> headers, Budget budget) {
    this.headers = headers;
    evidence = input.scheme().read(input);
    SignatureJudge judge = new SignatureJudge(headers.stream().map(evidence::form).toList());
    Prepared prepared = Prepared.of(evidence, judge::isUseful, budget, () -> false);
    search = new Search(prepared, judge, budget, () -> false);
    reach = search.run();
  }

  static Batch of(DiagnosisInput input, List<String> headers, Budget budget) {
    return new Batch(input, headers, budget);
  }

  Optional<Found> found(int index) {
    return search.found(index);
  }

  /** Returns the number of mistakes of the first explanation; none where there is none. */
  Optional<Integer> mistakes(int index) {
    return found(index).map(found -> found.choices().size() + forms(index, found).get(0).size());
  }

  /** Tells whether these codes are the first explanation or one that comes to the same bytes. */
  boolean explains(int index, List<? extends MistakeCode> codes) {
    return found(index)
        .map(
            found ->
                hasCodes(index, found, firsts(found), codes)
                    || hasCodes(index, found, Equivalents.of(found).sets(), codes))
        .orElse(false);
  }

  private boolean hasCodes(
      int index, Found found, List<List<Mistake>> sets, List<? extends MistakeCode> codes) {
    List<String> sorted = sorted(codes.stream());
    return forms(index, found).stream()
        .anyMatch(
            form ->
                sets.stream()
                    .anyMatch(
                        set -> {
                          List<Mistake> all = new ArrayList<>(set);
                          all.addAll(form);
                          return sorted(all.stream().map(Mistake::code)).equals(sorted);
                        }));
  }

  private static List<String> sorted(Stream<? extends MistakeCode> codes) {
    return codes.map(MistakeCode::code).sorted().toList();
  }

  private static List<List<Mistake>> firsts(Found found) {
    return List.of(found.choices().stream().map(choice -> choice.mistakes().get(0)).toList());
  }

  private List<List<Mistake>> forms(int index, Found found) {
    return evidence.form(headers.get(index)).matches(new Lane().mac(found.recipe()));
  }
}
