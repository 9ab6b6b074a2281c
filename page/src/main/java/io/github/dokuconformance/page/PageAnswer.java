package io.github.dokuconformance.page;

import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.NextStep;
import io.github.dokuconformance.diagnosis.SearchStatistics;
import io.github.dokuconformance.diagnosis.StageTexts;
import io.github.dokuconformance.diagnosis.VisibleLines;
import io.github.dokuconformance.diagnosis.text.Language;
import io.github.dokuconformance.diagnosis.text.MistakeCatalogue;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.SignedPart;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What there is to say about one signature.
 *
 * @param text as the command line says it
 * @param comparison with the developer's own string to sign, where one was given
 */
record PageAnswer(
    SignedPart part, Diagnosis diagnosis, List<String> text, List<String> comparison) {
  boolean isUnexplained() {
    return diagnosis instanceof Unexplained;
  }

  void write(JsonOut out) {
    out.open().text("part", part.name().toLowerCase(Locale.ROOT));
    diagnosis.fold(
        valid -> stages("expected", valid.right(), out.text("status", "valid")),
        explained -> explained(explained, out),
        unexplained -> unexplained(unexplained, out));
    out.texts("comparison", comparison).texts("text", text).close();
  }

  private static JsonOut explained(Explained explained, JsonOut out) {
    out.text("status", "explained");
    out.<Mistake>list("mistakes", explained.mistakes(), PageAnswer::mistake);
    out.text("reformatted", explained.reformatted());
    out.<List<Mistake>>list(
        "equivalents",
        explained.equivalents(),
        (json, set) -> json.<Mistake>list(set, PageAnswer::mistake));
    out.<Language>list(
        "mends",
        List.of(Language.values()),
        (json, language) ->
            json.open()
                .text("language", language.label())
                .texts(
                    "lines",
                    explained.mistakes().stream()
                        .map(it -> MistakeCatalogue.mend(it.code(), explained.part(), language))
                        .distinct()
                        .toList())
                .close());
    stages("expected", explained.right(), out);
    explained.signer().ifPresent(signer -> stages("signed", signer, out));
    out.text("checkValue", explained.checkValue()).text("keyName", explained.keyName());
    return statistics(explained.statistics(), out);
  }

  private static JsonOut unexplained(Unexplained unexplained, JsonOut out) {
    out.text("status", "unexplained");
    stages("expected", unexplained.right(), out);
    out.text("received", unexplained.signature());
    out.<NextStep>list("next", unexplained.nextSteps(), (json, step) -> json.text(step.text()));
    out.text("checkValue", unexplained.checkValue()).text("keyName", unexplained.keyName());
    return statistics(unexplained.statistics(), out);
  }

  private static void mistake(JsonOut out, Mistake mistake) {
    Map<String, String> visible = new java.util.LinkedHashMap<>();
    mistake.facts().forEach((name, fact) -> visible.put(name, VisibleLines.line(fact)));
    out.open().text("code", mistake.code().code());
    out.text("sentence", MistakeCatalogue.sentence(new Mistake(mistake.code(), visible)));
    out.text("seen", MistakeCatalogue.seen(mistake.code())).close();
  }

  private static JsonOut stages(String name, StageTexts stages, JsonOut out) {
    out.name(name).open().text("digest", stages.digest());
    out.text("stringToSign", stages.stringToSign()).text("signature", stages.signature());
    out.<Component>list(
        "components",
        stages.components(),
        (json, line) -> json.<String>list(List.of(line.name(), line.value()), JsonOut::text));
    return out.close();
  }

  private static JsonOut statistics(SearchStatistics statistics, JsonOut out) {
    out.number("tried", statistics.hypotheses()).number("complete", statistics.complete());
    out.text("cut", statistics.cut().id()).number("formsSkipped", statistics.bodyFormsSkipped());
    out.name("singles").open();
    statistics.singles().forEach((dimension, count) -> out.number(dimension.label(), count));
    return out.close();
  }
}
