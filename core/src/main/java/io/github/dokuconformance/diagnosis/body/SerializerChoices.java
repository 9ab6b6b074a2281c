package io.github.dokuconformance.diagnosis.body;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;

import io.github.dokuconformance.diagnosis.json.Declared;
import io.github.dokuconformance.diagnosis.json.Escapes;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.JsonLayout;
import io.github.dokuconformance.diagnosis.json.NameStyle;
import io.github.dokuconformance.diagnosis.json.Respelling;
import io.github.dokuconformance.diagnosis.json.Serializers;
import io.github.dokuconformance.diagnosis.json.Shape;
import io.github.dokuconformance.diagnosis.json.Tokens;
import java.util.List;
import java.util.function.Supplier;

/** What other programs write for the JSON that came. */
final class SerializerChoices {
  private SerializerChoices() {}

  static void add(SentBody body, CodedForms forms) {
    boolean reserialized = forms.wants(BodyMistake.RESERIALIZED);
    if (reserialized || forms.wants(BodyMistake.OTHER_AMOUNT_FORMAT)) {
      body.tokens().ifPresent(tokens -> numbers(tokens, forms));
    }
    if (reserialized) {
      body.tokens().ifPresent(tokens -> strings(tokens, forms));
      body.tokens().ifPresent(tokens -> names(tokens, forms));
      body.tokens().ifPresent(tokens -> emptyBrackets(tokens, forms));
      body.json().ifPresent(json -> serializers(json, forms));
      body.json().ifPresent(json -> absentMembers(json, forms));
    }
  }

  private static void serializers(Json json, CodedForms forms) {
    Shape shape = Shape.of(json);
    Serializers.all()
        .forEach(
            serializer ->
                forms.longerText(
                    BodyMistake.RESERIALIZED,
                    serializer.common() ? SEEN : RARE,
                    serializer.layout().longer(shape),
                    () -> serializer.write(json),
                    "serializer",
                    serializer.runtime() + " " + serializer.call()));
  }

  private static void absentMembers(Json json, CodedForms forms) {
    Shape shape = Shape.of(json);
    for (Declared declared : Declared.all()) {
      for (JsonLayout layout :
          List.of(JsonLayout.COMPACT, JsonLayout.indented("  ", "\n"), JsonLayout.jackson("\n"))) {
        forms.longerText(
            BodyMistake.RESERIALIZED,
            RARE,
            layout.longer(shape),
            () -> layout.write(declared.fill(json), Escapes.KEPT),
            "serializer",
            "null for members of " + declared.description() + " that are absent");
      }
    }
  }

  private static void numbers(Tokens tokens, CodedForms forms) {
    for (Respelling respelling : Respelling.ofNumbers()) {
      forms.text(
          BodyMistake.OTHER_AMOUNT_FORMAT,
          SEEN,
          () -> tokens.respelt(respelling.spelling()).text(),
          "numbers",
          respelling.description(),
          "where",
          "everywhere");
      for (List<String> names : List.of(Respelling.AMOUNTS, Respelling.AMOUNTS_AND_QUANTITY)) {
        String where = String.join(", ", names);
        Supplier<Tokens> respelt = () -> tokens.respeltUnder(names, respelling.spelling());
        forms.text(
            BodyMistake.OTHER_AMOUNT_FORMAT,
            COMMON,
            () -> respelt.get().text(),
            "numbers",
            respelling.description(),
            "where",
            where);
        compact(forms, tokens, respelt, "numbers " + respelling.description() + " in " + where);
      }
      compact(
          forms,
          tokens,
          () -> tokens.respelt(respelling.spelling()),
          "numbers " + respelling.description());
    }
  }

  /** Where nothing is respelt, there is no such form: what came stands for it. */
  private static void compact(
      CodedForms forms, Tokens tokens, Supplier<Tokens> respelt, String description) {
    forms.text(
        BodyMistake.RESERIALIZED,
        SEEN,
        () -> {
          Tokens changed = respelt.get();
          return changed.equals(tokens) ? tokens.text() : changed.withoutSpace();
        },
        "serializer",
        "compact, " + description);
  }

  private static void names(Tokens tokens, CodedForms forms) {
    for (NameStyle style : NameStyle.values()) {
      Supplier<Tokens> respelt = () -> tokens.respelt(style::spell);
      forms.text(
          BodyMistake.RESERIALIZED,
          SEEN,
          () -> respelt.get().text(),
          "serializer",
          "the same, but names in " + style.label());
      compact(forms, tokens, respelt, "names in " + style.label());
    }
  }

  private static void emptyBrackets(Tokens tokens, CodedForms forms) {
    for (String written : List.of("[]", "{}")) {
      String came = written.equals("[]") ? "{}" : "[]";
      forms.text(
          BodyMistake.RESERIALIZED,
          SEEN,
          () -> tokens.withEmpty(came, written).text(),
          "serializer",
          "the same, but " + written + " for " + came);
    }
  }

  private static void strings(Tokens tokens, CodedForms forms) {
    for (Respelling respelling : Respelling.ofStrings()) {
      forms.text(
          BodyMistake.RESERIALIZED,
          SEEN,
          () -> tokens.respelt(respelling.spelling()).text(),
          "serializer",
          "the same, but " + respelling.description());
    }
  }
}
