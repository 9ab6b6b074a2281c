package io.github.dokuconformance.diagnosis;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;

import io.github.dokuconformance.diagnosis.json.Declared;
import io.github.dokuconformance.diagnosis.json.Escapes;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.Layout;
import io.github.dokuconformance.diagnosis.json.Respelling;
import io.github.dokuconformance.diagnosis.json.Serializers;
import io.github.dokuconformance.diagnosis.json.Tokens;
import java.util.List;

/** What other programs write for the JSON that came. */
final class SerializerChoices {
  private SerializerChoices() {}

  static void add(Evidence evidence, BodyForms forms) {
    evidence.tokens().ifPresent(tokens -> numbers(tokens, forms));
    evidence.tokens().ifPresent(tokens -> strings(tokens, forms));
    evidence.json().ifPresent(json -> serializers(json, forms));
    evidence.json().ifPresent(json -> absentMembers(json, forms));
  }

  private static void serializers(Json json, BodyForms forms) {
    Serializers.all()
        .forEach(
            serializer ->
                forms.text(
                    MistakeCode.BODY_RESERIALIZED,
                    serializer.common() ? SEEN : RARE,
                    () -> serializer.write(json),
                    "serializer",
                    serializer.runtime() + " " + serializer.call()));
  }

  private static void absentMembers(Json json, BodyForms forms) {
    for (Declared declared : Declared.all()) {
      Json filled = declared.fill(json);
      for (Layout layout :
          List.of(Layout.COMPACT, Layout.indented("  ", "\n"), Layout.jackson("\n"))) {
        forms.text(
            MistakeCode.BODY_RESERIALIZED,
            RARE,
            () -> layout.write(filled, Escapes.KEPT),
            "serializer",
            "null for members of " + declared.description() + " that are absent");
      }
    }
  }

  private static void numbers(Tokens tokens, BodyForms forms) {
    for (Respelling respelling : Respelling.ofNumbers()) {
      forms.text(
          MistakeCode.BODY_OTHER_AMOUNT_FORMAT,
          SEEN,
          () -> tokens.respelt(respelling.spelling()),
          "numbers",
          respelling.description(),
          "where",
          "everywhere");
      for (List<String> names : List.of(Respelling.AMOUNTS, Respelling.AMOUNTS_AND_QUANTITY)) {
        Tokens respelt = tokens.respeltUnder(names, respelling.spelling());
        forms.text(
            MistakeCode.BODY_OTHER_AMOUNT_FORMAT,
            COMMON,
            () -> respelt.respelt(token -> token),
            "numbers",
            respelling.description(),
            "where",
            String.join(", ", names));
        forms.text(
            MistakeCode.BODY_RESERIALIZED,
            SEEN,
            respelt::withoutSpace,
            "serializer",
            "compact, numbers " + respelling.description() + " in " + String.join(", ", names));
      }
      forms.text(
          MistakeCode.BODY_RESERIALIZED,
          SEEN,
          () -> Tokens.of(tokens.respelt(respelling.spelling())).orElseThrow().withoutSpace(),
          "serializer",
          "compact, numbers " + respelling.description());
    }
  }

  private static void strings(Tokens tokens, BodyForms forms) {
    for (Respelling respelling : Respelling.ofStrings()) {
      forms.text(
          MistakeCode.BODY_RESERIALIZED,
          SEEN,
          () -> tokens.respelt(respelling.spelling()),
          "serializer",
          "the same, but " + respelling.description());
    }
  }
}
