package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.diagnosis.Diagnosis.Valid;
import io.github.dokuconformance.signature.HeaderRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Says which mistakes yield the signature that came, by making them and comparing.
 *
 * <p>A match is proof: only signatures of at least 64 bits that are recomputed exactly count. Where
 * nothing matches, nothing is claimed. Thread safe; the same input and the same lessons give the
 * same answer, unless time ended the search.
 */
public final class Diagnoser {
  private Diagnoser() {}

  public static Diagnosis diagnose(DiagnosisInput input) {
    return diagnose(input, Budget.standard());
  }

  public static Diagnosis diagnose(DiagnosisInput input, Budget budget) {
    return diagnose(input, budget, Lessons.none());
  }

  /** As {@link #diagnose(DiagnosisInput, Budget)}, and lets lessons learn from what is found. */
  public static Diagnosis diagnose(DiagnosisInput input, Budget budget, Lessons lessons) {
    return diagnose(input, List.of(header(input)), budget, false, lessons).get(0);
  }

  /**
   * Returns the explanation where mistakes explain it that were learnt before; takes little. Where
   * forms of a body came to the same bytes before, no others are looked for.
   */
  public static Optional<Diagnosis> recall(DiagnosisInput input, Lessons lessons) {
    if (lessons.count() == 0) {
      return Optional.empty();
    }
    Evidence evidence = input.scheme().read(input);
    String header = header(input);
    SignatureForm form = evidence.form(header);
    SearchStatistics statistics = new SearchStatistics(0, Map.of(), 0, Cut.NONE, 0, 0);
    return lessons
        .recall(evidence, new SignatureJudge(List.of(form)), Budget.standard().deadline())
        .map(found -> new Report(input, header, form, statistics, false).explained(found));
  }

  /**
   * Diagnoses, and puts the right signature beside the right stages.
   *
   * <p>Only for a person who owns the secret and asked: with that signature anybody can send the
   * message.
   */
  public static Diagnosis diagnoseShowingExpectedSignature(DiagnosisInput input, Budget budget) {
    return diagnose(input, List.of(header(input)), budget, true, Lessons.none()).get(0);
  }

  static String header(DiagnosisInput input) {
    return input
        .scheme()
        .scheme()
        .value(HeaderRole.SIGNATURE, input.part().part(), input.message().headers())
        .orElse("")
        .strip();
  }

  /** Searches once for many signatures that one message might have come with. */
  static List<Diagnosis> diagnose(DiagnosisInput input, List<String> headers, Budget budget) {
    return diagnose(input, headers, budget, false, Lessons.none());
  }

  private static List<Diagnosis> diagnose(
      DiagnosisInput input,
      List<String> headers,
      Budget budget,
      boolean showExpected,
      Lessons lessons) {
    BooleanSupplier outOfTime = budget.deadline();
    Evidence evidence = input.scheme().read(input);
    List<SignatureForm> forms = headers.stream().map(evidence::form).toList();
    SignatureJudge judge = new SignatureJudge(forms);
    Budget needed = Prepared.isRight(evidence, judge) ? budget.withWork(1) : budget;
    Prepared prepared = Prepared.of(evidence, judge::isUseful, needed, outOfTime);
    List<Space> spaces = prepared.spaces();
    Search search = new Search(prepared, judge, budget, outOfTime);
    Reach reach = search.run();
    SearchStatistics statistics =
        new SearchStatistics(
            reach.hypotheses(),
            singles(spaces),
            reach.complete(),
            reach.cut(),
            prepared.bodyFormsSkipped(),
            reach.work());
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      search.found(i).ifPresent(lessons::learn);
      Report report = new Report(input, headers.get(i), forms.get(i), statistics, showExpected);
      diagnoses.add(
          search
              .found(i)
              .map(report::explained)
              .orElseGet(() -> report.unexplained(spaces.get(0))));
    }
    return diagnoses;
  }

  private static Map<Dimension<?>, Integer> singles(List<Space> spaces) {
    Map<Dimension<?>, Integer> singles = new TreeMap<>();
    for (Space space : spaces) {
      space.choices().forEach(choice -> singles.merge(choice.dimension(), 1, Integer::sum));
    }
    return singles;
  }

  /** Puts what was found into words that hold no secret. */
  private record Report(
      DiagnosisInput input,
      String header,
      SignatureForm form,
      SearchStatistics statistics,
      boolean showExpected) {
    Diagnosis explained(Found found) {
      Mask mask = Mask.of(input);
      StageTexts right = right(found.space(), mask);
      byte[] mac = new Lane().mac(found.recipe());
      List<List<Mistake>> written = form.matches(mac);
      if (found.choices().isEmpty() && written.get(0).isEmpty()) {
        return new Valid(StageTexts.of(found.recipe(), Optional.of(header), mask));
      }
      Equivalents equivalents = Equivalents.of(found);
      List<List<Mistake>> all =
          equivalents.sets().stream()
              .flatMap(set -> written.stream().map(more -> joined(set, more, mask)))
              .toList();
      return new Explained(
          input.part(),
          all.get(0),
          all.subList(1, all.size()),
          right,
          Optional.of(StageTexts.of(found.recipe(), Optional.of(header), mask)),
          Reformatted.likelier(input.message(), all),
          found.space().origin().checkValue(),
          found.space().origin().keyName(),
          statistics.withMoreWork(equivalents.work()));
    }

    Diagnosis unexplained(Space space) {
      Mask mask = Mask.of(input);
      StageTexts right = right(space, mask);
      String checkValue = space.origin().checkValue();
      return header.isEmpty()
          ? new Explained(
              input.part(),
              List.of(Mistake.of(input.scheme().missing())),
              List.of(),
              right,
              Optional.empty(),
              Optional.empty(),
              checkValue,
              space.origin().keyName(),
              statistics)
          : new Unexplained(
              input.part(),
              right,
              mask.text(header),
              checkValue,
              space.origin().keyName(),
              statistics,
              NextSteps.of(input, right.digest().isPresent()));
    }

    private StageTexts right(Space space, Mask mask) {
      return StageTexts.of(
          space.right(), showExpected ? Optional.of(signature(space)) : Optional.empty(), mask);
    }

    private static String signature(Space space) {
      return space.origin().signature(new Lane().mac(space.right()));
    }

    private static List<Mistake> joined(List<Mistake> set, List<Mistake> form, Mask mask) {
      List<Mistake> all = new ArrayList<>(set);
      all.addAll(form);
      all.sort(Comparator.comparing(Diagnoser::dimension));
      return all.stream().map(mask::mistake).toList();
    }
  }

  private static Dimension<?> dimension(Mistake mistake) {
    return mistake.code().dimension();
  }
}
