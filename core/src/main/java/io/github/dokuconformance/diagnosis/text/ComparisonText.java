package io.github.dokuconformance.diagnosis.text;

import io.github.dokuconformance.diagnosis.LineDifference;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.StringComparison;
import io.github.dokuconformance.diagnosis.StringComparison.Difference;
import io.github.dokuconformance.diagnosis.StringProof;
import io.github.dokuconformance.diagnosis.StringProof.Verdict;
import io.github.dokuconformance.diagnosis.VisibleLines;
import io.github.dokuconformance.signature.Component;
import java.util.List;

/** Says of a developer's own string to sign what the signature proves of it. */
record ComparisonText(DiagnosisText out) {
  /**
   * Writes the lines.
   *
   * @param explained whether a diagnosis of the message follows, which names what was signed
   */
  void write(StringComparison comparison, boolean explained) {
    StringProof proof = comparison.proof();
    boolean right = comparison.difference().isEmpty();
    out.say(
        proof.verdict() == Verdict.NEITHER && explained
            ? "The signature that came was not made over your string, but as is shown below."
            : head(proof, right));
    proof.mistakes().forEach(out::mistake);
    if (!right) {
      difference(comparison, comparison.difference().get());
    } else if (explained) {
      out.say("Your string" + form(proof) + " is the right one.");
    }
  }

  private static String head(StringProof proof, boolean right) {
    String form = form(proof);
    String string = "your string" + form;
    String wrongSecret =
        "the secret or the MAC is wrong (check value of the secret: " + proof.checkValue() + ").";
    return switch (proof.verdict()) {
      case NO_SIGNATURE ->
          right
              ? "Your string"
                  + form
                  + " is right, byte for byte; there is no signature to hold it"
                  + " against."
              : "Your string" + form + " is not right; there is no signature to hold it against.";
      case THIS_STRING ->
          "The secret gives the signature that came over "
              + string
              + (right ? " which is the right one" : "")
              + (proof.mistakes().isEmpty()
                  ? right
                      ? ": the signature is right."
                      : ": the secret is right, the text is wrong."
                  : right ? ", but for this:" : ", but for this, and the text is wrong:");
      case THE_RIGHT_STRING ->
          "The signature that came is right: it was made over the right string, which is not "
              + (form.isEmpty() ? "yours." : "yours as it stands in the file.");
      case NEITHER ->
          right
              ? "Your string"
                  + form
                  + " is right, byte for byte; the secret does not give the"
                  + " signature that came over it: "
                  + wrongSecret
              : "The secret gives the signature that came neither over "
                  + string
                  + " nor over the right one: "
                  + wrongSecret;
    };
  }

  private static String form(StringProof proof) {
    return proof.form().map(text -> ", " + text + ",").orElse("");
  }

  private void difference(StringComparison comparison, Difference difference) {
    StringProof proof = comparison.proof();
    out.say(
        (proof.verdict() == Verdict.NEITHER ? "Beside that, the" : "The")
            + " string to sign differs first at line "
            + difference.line()
            + ", column "
            + difference.column()
            + " (byte "
            + difference.offset()
            + "): expected "
            + difference.expected()
            + ", got "
            + difference.actual());
    String verb =
        proof.verdict() == Verdict.THIS_STRING ? " was signed as " : " stands in your string as ";
    comparison.lines().forEach(line -> out.say("  - " + sentence(line, verb)));
    out.text("expected", comparison.right());
    out.text("actual", comparison.actual());
    explanations(comparison);
  }

  private static String sentence(LineDifference line, String verb) {
    if (line.actual().isEmpty()) {
      return "the line " + line.wanted().map(Component::name).orElse("") + " is missing";
    }
    Component actual = line.actual().get();
    if (line.wanted().isEmpty()) {
      return "the line " + shown(actual.name()) + " does not belong there";
    }
    Component wanted = line.wanted().get();
    String name =
        wanted.name().equals(actual.name())
            ? ""
            : "the line " + wanted.name() + " is named " + shown(actual.name());
    String value =
        wanted.value().equals(actual.value())
            ? ""
            : wanted.name()
                + verb
                + shown(actual.value())
                + ", the message has "
                + shown(wanted.value())
                + ": make it once, and use it for both";
    return name + (name.isEmpty() || value.isEmpty() ? "" : "; ") + value;
  }

  private static String shown(String text) {
    return VisibleLines.line(text);
  }

  private void explanations(StringComparison comparison) {
    List<List<Mistake>> explanations = comparison.explanations();
    if (!explanations.isEmpty()) {
      out.add("It is exactly what this gives:");
      explanations.get(0).forEach(out::mistake);
      out.equivalents(explanations.get(0), explanations.subList(1, explanations.size()));
    } else if (comparison.proof().verdict() == Verdict.THIS_STRING) {
      out.say("No single mistake or pair that is known leads from the one to the other.");
    }
  }
}
