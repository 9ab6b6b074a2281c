package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.SignedPart;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of the question why a signature does not match. */
public sealed interface Diagnosis {
  <T> T fold(
      Function<Valid, T> valid, Function<Explained, T> explained, Function<Unexplained, T> not);

  /** The signature is right after all. */
  record Valid(StageTexts right) implements Diagnosis {
    @Override
    public <T> T fold(
        Function<Valid, T> valid, Function<Explained, T> explained, Function<Unexplained, T> not) {
      return valid.apply(this);
    }
  }

  /**
   * The signature is exactly what one gets by these mistakes.
   *
   * @param mistakes the fewest, of those the likeliest, in the order of their dimensions; up to
   *     three, and a fourth only where the form of the header holds several
   * @param equivalents other explanations, as short, that give the same bytes
   * @param right the stages as they ought to be; without the signature, unless that was asked for
   * @param signer the stages as the signer had them; none where there is no signature
   * @param reformatted says that the recording is likelier to have changed than the signer to have
   *     erred, where that is so
   * @param checkValue tells the key from others without showing it
   * @param keyName what it is of
   */
  record Explained(
      SignedPart part,
      List<Mistake> mistakes,
      List<List<Mistake>> equivalents,
      StageTexts right,
      Optional<StageTexts> signer,
      Optional<String> reformatted,
      String checkValue,
      String keyName,
      SearchStatistics statistics)
      implements Diagnosis {
    public Explained {
      mistakes = List.copyOf(mistakes);
      equivalents = equivalents.stream().map(List::copyOf).toList();
    }

    public List<MistakeCode> codes() {
      return mistakes.stream().map(Mistake::code).toList();
    }

    /** Returns the codes in one line: {@code body.minified and target.full-url}. */
    public String names() {
      return codes().stream().map(MistakeCode::code).collect(Collectors.joining(" and "));
    }

    @Override
    public <T> T fold(
        Function<Valid, T> valid, Function<Explained, T> explained, Function<Unexplained, T> not) {
      return explained.apply(this);
    }
  }

  /**
   * None of the recipes searched gives the signature that came.
   *
   * @param signature what came
   * @param keyName what the check value is of
   * @param nextSteps the likeliest things to try, three at most
   */
  record Unexplained(
      SignedPart part,
      StageTexts right,
      String signature,
      String checkValue,
      String keyName,
      SearchStatistics statistics,
      List<NextStep> nextSteps)
      implements Diagnosis {
    public Unexplained {
      nextSteps = List.copyOf(nextSteps);
    }

    /** Returns what the signature itself has shown of the key that made it. */
    public Optional<NextStep> proven() {
      return nextSteps.stream().filter(NextStep::isProven).findFirst();
    }

    /** Tells whether no key that is given made the signature, so that no text was looked for. */
    public boolean isByAnotherKey() {
      return nextSteps.contains(NextStep.KEY_IS_ANOTHER);
    }

    @Override
    public <T> T fold(
        Function<Valid, T> valid, Function<Explained, T> explained, Function<Unexplained, T> not) {
      return not.apply(this);
    }
  }
}
