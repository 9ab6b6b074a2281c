package io.github.dokuconformance.cli.stored;

import io.github.dokuconformance.diagnosis.Cut;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.diagnosis.Dimension;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.NextStep;
import io.github.dokuconformance.diagnosis.SchemeDiagnosis;
import io.github.dokuconformance.diagnosis.SearchStatistics;
import io.github.dokuconformance.diagnosis.StageTexts;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.SignedPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes diagnoses and reads them again, with all that a report shows of them. */
final class StoredDiagnosis {
  private StoredDiagnosis() {}

  /** Writes what explains a signature, or that nothing does; nothing of one that is right. */
  static void write(Diagnosis diagnosis, JsonGenerator json) {
    json.writeStartObject();
    diagnosis.fold(
        valid -> json.writeName("right") == json && write(valid.right(), json),
        explained -> write(explained, json),
        unexplained -> write(unexplained, json));
    json.writeEndObject();
  }

  private static boolean write(Explained explained, JsonGenerator json) {
    shared(explained.part(), explained.checkValue(), explained.keyName(), json);
    json.writeArrayPropertyStart("explanations");
    write(explained.mistakes(), json);
    explained.equivalents().forEach(mistakes -> write(mistakes, json));
    json.writeEndArray();
    json.writeName("right");
    write(explained.right(), json);
    explained
        .signer()
        .ifPresent(
            signer -> {
              json.writeName("signer");
              write(signer, json);
            });
    explained.reformatted().ifPresent(text -> json.writeStringProperty("reformatted", text));
    return write(explained.statistics(), json);
  }

  private static boolean write(Unexplained unexplained, JsonGenerator json) {
    shared(unexplained.part(), unexplained.checkValue(), unexplained.keyName(), json);
    json.writeStringProperty("signature", unexplained.signature());
    json.writeName("right");
    write(unexplained.right(), json);
    Members.texts("next", unexplained.nextSteps().stream().map(Members::id).toList(), json);
    return write(unexplained.statistics(), json);
  }

  private static void shared(
      SignedPart part, String checkValue, String keyName, JsonGenerator json) {
    json.writeStringProperty("signed", Members.id(part));
    json.writeStringProperty("checkValue", checkValue);
    json.writeStringProperty("keyName", keyName);
  }

  private static void write(List<Mistake> mistakes, JsonGenerator json) {
    json.writeStartArray();
    for (Mistake mistake : mistakes) {
      json.writeStartObject();
      json.writeStringProperty("scheme", scheme(mistake.code()).scheme().id());
      json.writeStringProperty("code", mistake.code().code());
      Members.texts("facts", mistake.facts(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static boolean write(StageTexts stages, JsonGenerator json) {
    json.writeStartObject();
    stages.digest().ifPresent(digest -> json.writeStringProperty("digest", digest));
    json.writeArrayPropertyStart("components");
    for (Component component : stages.components()) {
      json.writeStartArray();
      json.writeString(component.name());
      json.writeString(component.value());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeStringProperty("stringToSign", stages.stringToSign());
    stages.signature().ifPresent(signature -> json.writeStringProperty("signature", signature));
    json.writeEndObject();
    return true;
  }

  private static boolean write(SearchStatistics statistics, JsonGenerator json) {
    json.writeObjectPropertyStart("search");
    json.writeNumberProperty("hypotheses", statistics.hypotheses());
    json.writeObjectPropertyStart("singles");
    statistics
        .singles()
        .forEach((dimension, count) -> json.writeNumberProperty(dimension.label(), count));
    json.writeEndObject();
    json.writeNumberProperty("complete", statistics.complete());
    json.writeStringProperty("cut", statistics.cut().id());
    json.writeNumberProperty("bodyFormsSkipped", statistics.bodyFormsSkipped());
    json.writeNumberProperty("work", statistics.work());
    json.writeEndObject();
    return true;
  }

  private static SchemeDiagnosis scheme(MistakeCode code) {
    return Schemes.bundled().all().stream()
        .filter(scheme -> scheme.codes().contains(code))
        .findFirst()
        .orElseThrow();
  }

  /** Reads what was written. */
  static Diagnosis read(JsonCursor json) throws JsonInputException {
    Map<String, String> texts = new HashMap<>();
    List<List<Mistake>> explanations = List.of();
    List<String> next = List.of();
    StageTexts right = null;
    StageTexts signer = null;
    SearchStatistics search = null;
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "explanations" -> explanations = explanations(json);
        case "next" -> next = Members.list(json);
        case "right" -> right = stages(json);
        case "signer" -> signer = stages(json);
        case "search" -> search = statistics(json);
        default -> texts.put(name, json.string());
      }
    }
    try {
      return diagnosis(texts, explanations, next, right, signer, search);
    } catch (IllegalArgumentException e) {
      throw json.error("expected a diagnosis, got another object: " + e.getMessage());
    }
  }

  private static Diagnosis diagnosis(
      Map<String, String> texts,
      List<List<Mistake>> explanations,
      List<String> next,
      @Nullable StageTexts right,
      @Nullable StageTexts signer,
      @Nullable SearchStatistics search) {
    if (right == null) {
      throw new IllegalArgumentException("there are no right stages");
    }
    if (search == null) {
      return new Diagnosis.Valid(right);
    }
    SignedPart part = Members.constant(SignedPart.class, Members.required(texts, "signed"));
    String checkValue = Members.required(texts, "checkValue");
    String keyName = Members.required(texts, "keyName");
    if (explanations.isEmpty()) {
      return new Unexplained(
          part,
          right,
          Members.required(texts, "signature"),
          checkValue,
          keyName,
          search,
          next.stream().map(step -> Members.constant(NextStep.class, step)).toList());
    }
    return new Explained(
        part,
        explanations.get(0),
        explanations.subList(1, explanations.size()),
        right,
        Optional.ofNullable(signer),
        Optional.ofNullable(texts.get("reformatted")),
        checkValue,
        keyName,
        search);
  }

  private static List<List<Mistake>> explanations(JsonCursor json) throws JsonInputException {
    List<List<Mistake>> all = new ArrayList<>();
    json.enterArray();
    while (json.nextElement()) {
      List<Mistake> mistakes = new ArrayList<>();
      json.enterArray();
      while (json.nextElement()) {
        mistakes.add(mistake(json));
      }
      all.add(mistakes);
    }
    return all;
  }

  private static Mistake mistake(JsonCursor json) throws JsonInputException {
    String scheme = "";
    String code = "";
    Map<String, String> facts = Map.of();
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "scheme" -> scheme = json.string();
        case "code" -> code = json.string();
        case "facts" -> facts = Members.texts(json);
        default -> throw json.error("expected a mistake, got the member " + name);
      }
    }
    for (MistakeCode known :
        Schemes.bundled().find(scheme).map(SchemeDiagnosis::codes).orElse(List.of())) {
      if (known.code().equals(code)) {
        return new Mistake(known, facts);
      }
    }
    throw json.error("expected a mistake that this version knows, got another");
  }

  private static StageTexts stages(JsonCursor json) throws JsonInputException {
    Map<String, String> texts = new HashMap<>();
    List<Component> components = new ArrayList<>();
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      if (!name.equals("components")) {
        texts.put(name, json.string());
        continue;
      }
      json.enterArray();
      while (json.nextElement()) {
        List<String> pair = Members.list(json);
        if (pair.size() != 2) {
          throw json.error("expected [name, value], got " + pair.size() + " elements");
        }
        components.add(new Component(pair.get(0), pair.get(1)));
      }
    }
    return new StageTexts(
        Optional.ofNullable(texts.get("digest")),
        components,
        texts.getOrDefault("stringToSign", ""),
        Optional.ofNullable(texts.get("signature")));
  }

  private static SearchStatistics statistics(JsonCursor json) throws JsonInputException {
    Map<String, Long> numbers = new HashMap<>();
    Map<Dimension<?>, Integer> singles = new LinkedHashMap<>();
    Cut cut = Cut.NONE;
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "singles" -> {
          json.enterObject();
          for (String label = json.nextMember(); label != null; label = json.nextMember()) {
            // By its name and place alone: a report asks for nothing else.
            singles.put(
                Dimension.of(singles.size(), label, Object.class),
                json.integer(0, Integer.MAX_VALUE));
          }
        }
        case "cut" -> {
          try {
            cut = Members.constant(Cut.class, json.string());
          } catch (IllegalArgumentException e) {
            throw json.error("expected none, work or time, got another text");
          }
        }
        default -> numbers.put(name, json.wholeNumber(0, Long.MAX_VALUE));
      }
    }
    return new SearchStatistics(
        numbers.getOrDefault("hypotheses", 0L),
        singles,
        numbers.getOrDefault("complete", 0L).intValue(),
        cut,
        numbers.getOrDefault("bodyFormsSkipped", 0L).intValue(),
        numbers.getOrDefault("work", 0L));
  }
}
