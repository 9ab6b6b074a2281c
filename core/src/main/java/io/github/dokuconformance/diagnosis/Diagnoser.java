package io.github.dokuconformance.diagnosis;

import static java.util.stream.Collectors.toMap;

import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.diagnosis.Diagnosis.Valid;
import io.github.dokuconformance.signature.nonsnap.HeaderNames;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.ArrayList;
import java.util.Base64;
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
 * nothing matches, nothing is claimed. Thread safe; the same input gives the same answer, unless
 * time ended the search.
 */
public final class Diagnoser {
  private Diagnoser() {}

  public static Diagnosis diagnose(DiagnosisInput input) {
    return diagnose(input, Budget.standard());
  }

  public static Diagnosis diagnose(DiagnosisInput input, Budget budget) {
    return diagnose(input, List.of(header(input)), budget, false).get(0);
  }

  /**
   * Diagnoses, and puts the right signature beside the right stages.
   *
   * <p>Only for a person who owns the secret and asked: with that signature anybody can send the
   * message.
   */
  public static Diagnosis diagnoseShowingExpectedSignature(DiagnosisInput input, Budget budget) {
    return diagnose(input, List.of(header(input)), budget, true).get(0);
  }

  private static String header(DiagnosisInput input) {
    return input.message().headers().first(HeaderNames.SIGNATURE).orElse("").strip();
  }

  /** Searches once for many signatures that one message might have come with. */
  static List<Diagnosis> diagnose(DiagnosisInput input, List<String> headers, Budget budget) {
    return diagnose(input, headers, budget, false);
  }

  private static List<Diagnosis> diagnose(
      DiagnosisInput input, List<String> headers, Budget budget, boolean showExpected) {
    BooleanSupplier outOfTime = budget.deadline();
    SignatureJudge judge = new SignatureJudge(headers.stream().map(SignatureForm::of).toList());
    Budget needed = Prepared.isRight(input, judge) ? budget.withWork(1) : budget;
    Prepared prepared = Prepared.of(input, judge::isUseful, needed, outOfTime);
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
      String header = headers.get(i);
      Report report = new Report(input, header, statistics, showExpected);
      diagnoses.add(
          search
              .found(i)
              .map(report::explained)
              .orElseGet(() -> report.unexplained(spaces.get(0))));
    }
    return diagnoses;
  }

  private static Map<Dimension, Integer> singles(List<Space> spaces) {
    return spaces.stream()
        .flatMap(space -> space.choices().stream())
        .collect(toMap(Choice::dimension, choice -> 1, Integer::sum, TreeMap::new));
  }

  /** Puts what was found into words that hold no secret. */
  private record Report(
      DiagnosisInput input, String header, SearchStatistics statistics, boolean showExpected) {
    Diagnosis explained(Found found) {
      Mask mask = Mask.of(input);
      StageTexts right = right(found.space(), mask);
      byte[] mac = new Lane().mac(found.recipe());
      List<List<Mistake>> forms = SignatureForm.of(header).matches(mac);
      if (found.choices().isEmpty() && forms.get(0).isEmpty()) {
        return new Valid(StageTexts.of(found.recipe(), Optional.of(header), mask));
      }
      Equivalents equivalents = Equivalents.of(found);
      List<List<Mistake>> all =
          equivalents.sets().stream()
              .flatMap(set -> forms.stream().map(form -> joined(set, form, mask)))
              .toList();
      return new Explained(
          input.part(),
          all.get(0),
          all.subList(1, all.size()),
          right,
          Optional.of(StageTexts.of(found.recipe(), Optional.of(header), mask)),
          input.secret().checkValue(),
          statistics.withMoreWork(equivalents.work()));
    }

    Diagnosis unexplained(Space space) {
      Mask mask = Mask.of(input);
      StageTexts right = right(space, mask);
      return header.isEmpty()
          ? missing(right)
          : new Unexplained(
              input.part(),
              right,
              mask.text(header),
              input.secret().checkValue(),
              statistics,
              NextSteps.of(input));
    }

    private Diagnosis missing(StageTexts right) {
      return new Explained(
          input.part(),
          List.of(Mistake.of(MistakeCode.SIGNATURE_MISSING)),
          List.of(),
          right,
          Optional.empty(),
          input.secret().checkValue(),
          statistics);
    }

    private StageTexts right(Space space, Mask mask) {
      return StageTexts.of(
          space.right(), showExpected ? Optional.of(signature(space)) : Optional.empty(), mask);
    }

    private static String signature(Space space) {
      byte[] mac = new Lane().mac(space.right());
      return NonSnap.SCHEME.prefix() + Base64.getEncoder().encodeToString(mac);
    }

    private static List<Mistake> joined(List<Mistake> set, List<Mistake> form, Mask mask) {
      List<Mistake> all = new ArrayList<>(set);
      all.addAll(form);
      all.sort(Comparator.comparing(mistake -> mistake.code().dimension()));
      return all.stream().map(mask::mistake).toList();
    }
  }
}
