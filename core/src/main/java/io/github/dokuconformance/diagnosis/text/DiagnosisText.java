package io.github.dokuconformance.diagnosis.text;

import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.NextStep;
import io.github.dokuconformance.diagnosis.SearchStatistics;
import io.github.dokuconformance.diagnosis.StageTexts;
import io.github.dokuconformance.diagnosis.StringComparison;
import io.github.dokuconformance.diagnosis.VisibleLines;
import io.github.dokuconformance.signature.Component;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what was found as lines for a terminal. Pure; holds no secret, as what it writes does. */
public final class DiagnosisText {
  private static final int MOST_EQUIVALENTS = 8;

  private final Set<Language> languages;
  private final TextStyle style;
  private final List<String> lines = new ArrayList<>();

  private DiagnosisText(Set<Language> languages, TextStyle style) {
    this.languages = languages;
    this.style = style;
  }

  /** Returns the lines, with how to mend each mistake in every language. */
  public static List<String> lines(Diagnosis diagnosis) {
    return lines(diagnosis, EnumSet.allOf(Language.class), TextStyle.PLAIN);
  }

  /** Returns the lines, with how to mend each mistake in those languages. */
  public static List<String> lines(Diagnosis diagnosis, Set<Language> languages, TextStyle style) {
    DiagnosisText text = new DiagnosisText(languages, style);
    diagnosis.fold(
        valid -> text.add(style.green("The signature is right.")),
        text::explained,
        text::unexplained);
    return List.copyOf(text.lines);
  }

  /** Returns the lines that {@link #lines(StringComparison, TextStyle)} does, plain. */
  public static List<String> lines(StringComparison comparison) {
    return lines(comparison, TextStyle.PLAIN);
  }

  /** Returns the lines that show where a string to sign parts from the right one, and why. */
  public static List<String> lines(StringComparison comparison, TextStyle style) {
    DiagnosisText text = new DiagnosisText(Set.of(), style);
    new ComparisonText(text).write(comparison, false);
    return List.copyOf(text.lines);
  }

  /**
   * As {@link #lines(StringComparison, TextStyle)}, where the message itself tells what was signed.
   */
  public static List<String> lines(
      StringComparison comparison, Explained found, Set<Language> languages, TextStyle style) {
    DiagnosisText text = new DiagnosisText(languages, style);
    new ComparisonText(text).write(comparison, true);
    text.add("").explained(found);
    return List.copyOf(text.lines);
  }

  DiagnosisText add(String line) {
    lines.add(line.stripTrailing());
    return this;
  }

  /** Adds a sentence, which may go on in the next line; what is to be compared never does. */
  DiagnosisText say(String line) {
    style.folded(line).forEach(this::add);
    return this;
  }

  private DiagnosisText explained(Explained explained) {
    int count = explained.mistakes().size();
    say(
        "The signature is exactly what "
            + (count == 1 ? "this mistake gives:" : "these " + count + " mistakes give:"));
    explained.mistakes().forEach(this::mistake);
    explained.reformatted().ifPresent(sentence -> say("  " + sentence));
    equivalents(explained.mistakes(), explained.equivalents());
    explained
        .signer()
        .ifPresentOrElse(
            signer -> beside(explained.right(), signer),
            () -> right(explained.right(), Optional.empty()));
    add("");
    add("How to mend it");
    mends(explained);
    key(explained.checkValue(), explained.keyName());
    return this;
  }

  private DiagnosisText unexplained(Unexplained unexplained) {
    say(
        style.red(
            unexplained.isByAnotherKey()
                ? "No key that is given made this signature, whatever the text is."
                : "No mistake that is known explains this signature."));
    right(unexplained.right(), Optional.of(unexplained.signature()));
    if (!unexplained.isByAnotherKey()) {
      ruledOut(unexplained.statistics());
    }
    add("");
    add("Try next");
    int number = 1;
    for (NextStep step : unexplained.nextSteps()) {
      say("  " + number++ + ". " + step.text());
    }
    key(unexplained.checkValue(), unexplained.keyName());
    if (isPublic(unexplained.keyName())) {
      return this;
    }
    if (!languages.isEmpty()) {
      add("The signer's own is computed by");
    }
    for (Language language : languages) {
      add(String.format(Locale.ROOT, "    %-7s %s", language.label(), language.checkValue()));
    }
    return this;
  }

  void mistake(Mistake mistake) {
    add("  " + style.bold(mistake.code().toString()));
    say("    " + sentence(mistake));
    say("    Seen: " + MistakeCatalogue.seen(mistake.code()) + ".");
  }

  private static String sentence(Mistake mistake) {
    Map<String, String> visible =
        mistake.facts().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> VisibleLines.line(e.getValue())));
    return MistakeCatalogue.sentence(new Mistake(mistake.code(), visible));
  }

  void equivalents(List<Mistake> mistakes, List<List<Mistake>> equivalents) {
    if (equivalents.isEmpty()) {
      return;
    }
    add("  The same bytes also come from");
    equivalents.stream().limit(MOST_EQUIVALENTS).forEach(set -> add("    " + brief(set, mistakes)));
    if (equivalents.size() > MOST_EQUIVALENTS) {
      add("    … and " + (equivalents.size() - MOST_EQUIVALENTS) + " more");
    }
  }

  /** Names only what differs from the first explanation. */
  private static String brief(List<Mistake> set, List<Mistake> first) {
    return set.stream()
        .filter(mistake -> !first.contains(mistake))
        .map(mistake -> mistake.code() + facts(mistake))
        .collect(Collectors.joining(" and "));
  }

  private static String facts(Mistake mistake) {
    return mistake.facts().isEmpty()
        ? ""
        : mistake.facts().entrySet().stream()
            .map(fact -> fact.getKey() + " " + VisibleLines.line(fact.getValue()))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private void right(StageTexts right, Optional<String> received) {
    add("");
    add("1. Digest of the body");
    add("    expected  " + digest(right));
    add("");
    add("2. String to sign");
    text("expected", right.stringToSign());
    signature(right.signature(), received);
  }

  private void beside(StageTexts right, StageTexts signer) {
    add("");
    add("1. Digest of the body");
    add("    expected  " + digest(right));
    add("    signed    " + (digest(right).equals(digest(signer)) ? "the same" : digest(signer)));
    add("");
    add("2. String to sign");
    components(right.components(), signer.components());
    text("expected", right.stringToSign());
    text("signed", signer.stringToSign());
    signature(right.signature(), signer.signature());
  }

  private void signature(Optional<String> expected, Optional<String> received) {
    add("");
    add("3. Signature");
    add("    expected  " + expected.orElse("not shown: whoever reads it could send this message"));
    add("    received  " + received.map(VisibleLines::line).orElse("none"));
  }

  private static String digest(StageTexts stages) {
    return stages.digest().map(VisibleLines::line).orElse("none is signed");
  }

  private void components(List<Component> right, List<Component> signer) {
    for (ComponentPair pair : ComponentPair.of(right, signer)) {
      Optional<String> expected = pair.right().map(DiagnosisText::shown);
      Optional<String> signed = pair.signer().map(DiagnosisText::shown);
      if (expected.equals(signed)) {
        add("    same      " + expected.orElse(""));
      } else {
        add("    " + style.green("expected") + "  " + expected.orElse("nothing"));
        add("    " + style.red("signed") + "    " + signed.orElse("nothing"));
      }
    }
  }

  private static String shown(Component component) {
    return VisibleLines.line(component.name()) + " = " + VisibleLines.line(component.value());
  }

  void text(String label, String text) {
    add("    " + label + ", with what is not visible in brackets");
    VisibleLines.of(text).forEach(line -> add("      | " + line));
  }

  private void mends(Explained explained) {
    for (Language language : languages) {
      explained.mistakes().stream()
          .map(mistake -> MistakeCatalogue.mend(mistake.code(), explained.part(), language))
          .distinct()
          .forEach(mend -> add(String.format(Locale.ROOT, "    %-7s %s", language.label(), mend)));
    }
  }

  private void ruledOut(SearchStatistics statistics) {
    add("");
    say(
        String.format(
            Locale.ROOT,
            "Ruled out: %,d recipes, among them every %s",
            statistics.hypotheses(),
            statistics.complete() >= 2
                ? "single change and every pair of changes in different places"
                : statistics.complete() == 1 ? "single change" : "reading of the right recipe"));
    say(
        "    single changes: "
            + statistics.singles().entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", ")));
    say(
        "    not searched: "
            + switch (statistics.cut()) {
              case NONE -> "triples of unlikely changes, and more than three";
              case WORK -> "what goes beyond the work allowed: the rest of the pairs and triples";
              case TIME -> "the rest of the pairs and triples, for the time was over";
            });
    if (statistics.bodyFormsSkipped() > 0) {
      say("    not made: " + statistics.bodyFormsSkipped() + " forms of so large a body");
    }
  }

  private void key(String checkValue, String name) {
    add("");
    say(
        isPublic(name)
            ? "The "
                + name
                + "'s check value is "
                + checkValue
                + ", the beginning of its SHA-256: openssl pkey -pubin -in KEY -outform DER | sha256sum"
            : "The "
                + name
                + "'s check value is "
                + checkValue
                + "; the "
                + name
                + " itself is never shown.");
  }

  private static boolean isPublic(String keyName) {
    return !keyName.equals("secret");
  }
}
