package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A developer's own string to sign beside the right one, and what the signature says about both.
 *
 * @param right the right text
 * @param actual the developer's, as it was taken; a secret in either is masked
 * @param difference where they part, if they do
 * @param lines each line that is not as it ought to be
 * @param explanations sets of one or two mistakes, each of which leads from the one to the other;
 *     none where the signature was not made over the developer's string
 */
public record StringComparison(
    String right,
    String actual,
    Optional<Difference> difference,
    List<LineDifference> lines,
    List<List<Mistake>> explanations,
    StringProof proof) {
  public StringComparison {
    lines = List.copyOf(lines);
    explanations = explanations.stream().map(List::copyOf).toList();
  }

  /** Compares bytes with what ought to be signed for that message. */
  public static StringComparison of(DiagnosisInput input, byte[] actual, Budget budget) {
    Mask mask = Mask.of(input);
    BooleanSupplier outOfTime = budget.deadline();
    Evidence evidence = input.scheme().read(input);
    Prepared beside =
        Prepared.of(evidence, choice -> !TextJudge.isUseful(choice), budget.withWork(1), outOfTime);
    StringProof.Taken taken =
        StringProof.of(evidence, beside.spaces(), Diagnoser.header(input), actual);
    Budget allowed = taken.proof().saysWhatWasSigned() ? budget : budget.withWork(1);
    Prepared prepared = Prepared.of(evidence, TextJudge::isUseful, allowed, outOfTime);
    byte[] bytes = taken.text().bytes;
    Search search = new Search(prepared, new TextJudge(bytes), allowed, outOfTime);
    search.run();
    Optional<Found> found = search.found(0);
    Recipe rightRecipe = found.map(Found::space).orElse(prepared.spaces().get(0)).right();
    Buffer right = new Buffer();
    rightRecipe.write(right);
    String text = new String(bytes, UTF_8);
    return new StringComparison(
        mask.text(right.toText()),
        mask.text(text),
        Difference.between(right.toByteArray(), bytes),
        LineDifference.between(rightRecipe.assembly().components(rightRecipe), text).stream()
            .map(line -> line.masked(mask))
            .toList(),
        found
            .filter(set -> !set.choices().isEmpty())
            .map(set -> Equivalents.of(set).sets())
            .orElse(List.of())
            .stream()
            .map(set -> set.stream().map(mask::mistake).toList())
            .toList(),
        taken.proof().masked(mask));
  }

  /**
   * The first place at which two texts differ.
   *
   * @param line from 1
   * @param column from 1, in characters
   * @param offset from 0, in bytes
   * @param expected what ought to stand there, visibly; "end" after the last character
   * @param actual what stands there
   */
  public record Difference(int line, int column, int offset, String expected, String actual) {
    static Optional<Difference> between(byte[] right, byte[] actual) {
      int offset = Arrays.mismatch(right, actual);
      if (offset < 0) {
        return Optional.empty();
      }
      // Back to the first byte of a character, so that both sides can be shown as characters.
      while (offset > 0 && offset < right.length && (right[offset] & 0xc0) == 0x80) {
        offset--;
      }
      String before = new String(right, 0, offset, UTF_8);
      String lastLine = before.substring(before.lastIndexOf('\n') + 1);
      return Optional.of(
          new Difference(
              (int) before.chars().filter(c -> c == '\n').count() + 1,
              lastLine.codePointCount(0, lastLine.length()) + 1,
              offset,
              shown(right, offset),
              shown(actual, offset)));
    }

    private static String shown(byte[] text, int offset) {
      if (offset >= text.length) {
        return "end";
      }
      String rest = new String(text, offset, Math.min(4, text.length - offset), UTF_8);
      return VisibleLines.character(rest.codePointAt(0));
    }
  }
}
