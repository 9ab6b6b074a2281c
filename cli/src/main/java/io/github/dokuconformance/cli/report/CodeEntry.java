package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.text.Language;
import io.github.dokuconformance.diagnosis.text.MistakeCatalogue;
import io.github.dokuconformance.finding.Examples;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.SignedPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a code: of a finding, or of a mistake behind a signature.
 *
 * @param mends how to mend it, by the label of the language, or the one remedy under no name
 * @param origin where a finding's rule comes from, or where a mistake was seen
 */
public record CodeEntry(
    String code,
    String severity,
    String meaning,
    String example,
    Map<String, String> mends,
    String origin,
    boolean isMistake) {

  /** Returns all, findings first; a code may be both. */
  static Stream<CodeEntry> all() {
    Map<String, FindingType> types = new LinkedHashMap<>();
    Codes.all().forEach(type -> types.putIfAbsent(type.code(), type));
    Map<String, MistakeCode> mistakes = new LinkedHashMap<>();
    Schemes.bundled()
        .all()
        .forEach(scheme -> scheme.codes().forEach(it -> mistakes.putIfAbsent(it.code(), it)));
    Examples ofFindings = Examples.ofFindings();
    Examples ofMistakes = Examples.ofMistakes();
    return Stream.concat(
        types.values().stream().map(type -> of(type, ofFindings)),
        mistakes.values().stream().map(code -> of(code, ofMistakes)));
  }

  /** Returns what is known of a code, or nothing where there is no such code. */
  public static List<CodeEntry> of(String code) {
    return all().filter(entry -> entry.code.equals(code)).toList();
  }

  /** Returns the codes, each once. */
  public static List<String> codes() {
    return all().map(CodeEntry::code).distinct().toList();
  }

  private static CodeEntry of(FindingType type, Examples examples) {
    String example =
        examples
            .of(type.code())
            .or(() -> Optional.ofNullable(BaselineTypes.EXAMPLES.get(type.code())))
            .or(() -> Optional.ofNullable(ClientTypes.EXAMPLES.get(type.code())))
            .orElseThrow(() -> new IllegalStateException("no example of " + type.code()));
    return new CodeEntry(
        type.code(),
        type.severity().id(),
        type.requirement() + ".",
        example,
        Map.of("", type.hint()),
        type.source().toString(),
        false);
  }

  private static CodeEntry of(MistakeCode code, Examples examples) {
    Map<String, String> mends = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      mends.putIfAbsent(
          language.label(), MistakeCatalogue.mend(code, SignedPart.REQUEST, language));
    }
    return new CodeEntry(
        code.code(),
        "it makes a signature invalid, which is an error",
        MistakeCatalogue.sentence(new Mistake(code, Map.of())),
        examples
            .of(code.code())
            .orElseThrow(() -> new IllegalStateException("no example of " + code)),
        mends,
        MistakeCatalogue.seen(code),
        true);
  }

  /** Returns the lines that a person reads, wrapped but for code. */
  public List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    lines.add(code);
    lines.addAll(Wrapping.wrap("  " + meaning, width));
    lines.addAll(Wrapping.wrap("  severity  " + severity, width));
    lines.addAll(Wrapping.wrap("  example   " + example, width));
    if (isMistake) {
      lines.addAll(Wrapping.wrap("  seen      " + origin, width));
      lines.add("  to mend it");
      mends.forEach((language, mend) -> lines.add(String.format("    %-8s%s", language, mend)));
    } else {
      mends.values().forEach(mend -> lines.addAll(Wrapping.wrap("  remedy    " + mend, width)));
      lines.addAll(Wrapping.wrap("  source    " + origin, width));
    }
    return lines;
  }

  /** Returns the same for a program. */
  public Map<String, Object> row() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("kind", isMistake ? "mistake" : "finding");
    row.put("severity", isMistake ? "error" : severity);
    row.put("meaning", meaning);
    row.put("example", example);
    row.put("remedy", isMistake ? mends : mends.values().iterator().next());
    row.put(isMistake ? "seen" : "source", origin);
    return row;
  }
}
