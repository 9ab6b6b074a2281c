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
  private final List<String> lines = new ArrayList<>();

  private DiagnosisText(Set<Language> languages) {
    this.languages = languages;
  }

  /** Returns the lines, with how to mend each mistake in every language. */
  public static List<String> lines(Diagnosis diagnosis) {
    return lines(diagnosis, EnumSet.allOf(Language.class));
  }

  /** Returns the lines, with how to mend each mistake in those languages. */
  public static List<String> lines(Diagnosis diagnosis, Set<Language> languages) {
    DiagnosisText text = new DiagnosisText(languages);
    diagnosis.fold(
        valid -> text.add("The signature is right."), text::explained, text::unexplained);
    return List.copyOf(text.lines);
  }

  /** Returns the lines that show where a string to sign parts from the right one, and why. */
  public static List<String> lines(StringComparison comparison) {
    DiagnosisText text = new DiagnosisText(Set.of());
    new ComparisonText(text).write(comparison, false);
    return List.copyOf(text.lines);
  }

  /** As {@link #lines(StringComparison)}, where the message itself tells what was signed. */
  public static List<String> lines(
      StringComparison comparison, Explained found, Set<Language> languages) {
    DiagnosisText text = new DiagnosisText(languages);
    new ComparisonText(text).write(comparison, true);
    text.add("").explained(found);
    return List.copyOf(text.lines);
  }

  DiagnosisText add(String line) {
    lines.add(line.stripTrailing());
    return this;
  }

  private DiagnosisText explained(Explained explained) {
    int count = explained.mistakes().size();
    add(
        "The signature is exactly what "
            + (count == 1 ? "this mistake gives:" : "these " + count + " mistakes give:"));
    explained.mistakes().forEach(this::mistake);
    explained.reformatted().ifPresent(sentence -> add("  " + sentence));
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
    add("No mistake that is known explains this signature.");
    right(unexplained.right(), Optional.of(unexplained.signature()));
    ruledOut(unexplained.statistics());
    add("");
    add("Try next");
    int number = 1;
    for (NextStep step : unexplained.nextSteps()) {
      add("  " + number++ + ". " + step.text());
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
    add("  " + mistake.code());
    add("    " + sentence(mistake));
    add("    Seen: " + Catalogue.seen(mistake.code()) + ".");
  }

  private static String sentence(Mistake mistake) {
    Map<String, String> visible =
        mistake.facts().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> VisibleLines.line(e.getValue())));
    return Catalogue.sentence(new Mistake(mistake.code(), visible));
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
    for (int i = 0; i < Math.max(right.size(), signer.size()); i++) {
      Optional<String> expected = component(right, i);
      Optional<String> signed = component(signer, i);
      if (expected.equals(signed)) {
        add("    same      " + expected.orElse(""));
      } else {
        add("    expected  " + expected.orElse("nothing"));
        add("    signed    " + signed.orElse("nothing"));
      }
    }
  }

  private static Optional<String> component(List<Component> components, int index) {
    return index < components.size()
        ? Optional.of(
            VisibleLines.line(components.get(index).name())
                + " = "
                + VisibleLines.line(components.get(index).value()))
        : Optional.empty();
  }

  void text(String label, String text) {
    add("    " + label + ", with what is not visible in brackets");
    VisibleLines.of(text).forEach(line -> add("      | " + line));
  }

  private void mends(Explained explained) {
    for (Language language : languages) {
      explained.mistakes().stream()
          .map(mistake -> Catalogue.mend(mistake.code(), explained.part(), language))
          .distinct()
          .forEach(mend -> add(String.format(Locale.ROOT, "    %-7s %s", language.label(), mend)));
    }
  }

  private void ruledOut(SearchStatistics statistics) {
    add("");
    add(
        String.format(
            Locale.ROOT,
            "Ruled out: %,d recipes, among them every %s",
            statistics.hypotheses(),
            statistics.complete() >= 2
                ? "single change and every pair of changes in different places"
                : statistics.complete() == 1 ? "single change" : "reading of the right recipe"));
    add(
        "    single changes: "
            + statistics.singles().entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", ")));
    add(
        "    not searched: "
            + switch (statistics.cut()) {
              case NONE -> "triples of unlikely changes, and more than three";
              case WORK -> "what goes beyond the work allowed: the rest of the pairs and triples";
              case TIME -> "the rest of the pairs and triples, for the time was over";
            });
    if (statistics.bodyFormsSkipped() > 0) {
      add("    not made: " + statistics.bodyFormsSkipped() + " forms of so large a body");
    }
  }

  private void key(String checkValue, String name) {
    add("");
    add(
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
