package io.github.dokuconformance.cli.stored;

import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * What a stored run is made of, and what it came to.
 *
 * @param findingFiles how many files have what only the whole run shows
 * @param verdict where an error fails the run
 * @param counts of findings by code, and of exchanges
 * @param remarks sentences on the run as a whole
 */
public record StoredSummary(
    Optional<String> credentials,
    List<Input> inputs,
    List<Split> splits,
    int findingFiles,
    String verdict,
    Map<String, Long> counts,
    List<String> remarks) {
  /** The name of the summary's file. */
  public static final String FILE = "run.json";

  /** The name of the file of diagnoses. */
  public static final String DIAGNOSES = "diagnoses.jsonl";

  private static final int VERSION = 1;

  /**
   * A file that was checked.
   *
   * @param unreadable why it could not be read
   */
  public record Input(String name, Optional<String> unreadable) {}

  /**
   * A part of an input, with its counts.
   *
   * @param input its place among the inputs
   */
  public record Split(int input, long lines, long exchanges, long unreadable) {}

  public StoredSummary {
    inputs = List.copyOf(inputs);
    splits = List.copyOf(splits);
    remarks = List.copyOf(remarks);
  }

  /** Returns the name of the file of a part's results. */
  public static String results(int split) {
    return String.format(Locale.ROOT, "results-%06d.jsonl", split);
  }

  /** Returns the name of a file of what only the whole run shows. */
  public static String findings(int number) {
    return String.format(Locale.ROOT, "findings-%05d.jsonl", number);
  }

  /** Returns the summary as one line. */
  public String toJson() {
    return Members.line(
        json -> {
          json.writeNumberProperty("version", VERSION);
          json.writeStringProperty("verdict", verdict);
          json.writeObjectPropertyStart("counts");
          counts.forEach(json::writeNumberProperty);
          json.writeEndObject();
          credentials.ifPresent(it -> json.writeStringProperty("credentials", it));
          json.writeArrayPropertyStart("inputs");
          inputs.forEach(input -> write(input, json));
          json.writeEndArray();
          json.writeArrayPropertyStart("splits");
          for (Split split : splits) {
            json.writeStartArray();
            json.writeNumber(split.input());
            json.writeNumber(split.lines());
            json.writeNumber(split.exchanges());
            json.writeNumber(split.unreadable());
            json.writeEndArray();
          }
          json.writeEndArray();
          json.writeNumberProperty("findingFiles", findingFiles);
          Members.texts("remarks", remarks, json);
        });
  }

  private static void write(Input input, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", input.name());
    input.unreadable().ifPresent(why -> json.writeStringProperty("unreadable", why));
    json.writeEndObject();
  }

  static StoredSummary read(JsonCursor json) throws JsonInputException {
    Optional<String> credentials = Optional.empty();
    List<Input> inputs = new ArrayList<>();
    List<Split> splits = new ArrayList<>();
    List<String> remarks = List.of();
    Map<String, Long> counts = new LinkedHashMap<>();
    String verdict = "";
    int findingFiles = 0;
    json.enterObject();
    if (!"version".equals(json.nextMember())) {
      throw json.error("expected the summary of a run, which begins with its version");
    }
    json.integer(VERSION, VERSION);
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "verdict" -> verdict = json.string();
        case "credentials" -> credentials = Optional.of(json.string());
        case "inputs" -> inputs(json, inputs);
        case "splits" -> splits(json, splits);
        case "findingFiles" -> findingFiles = json.integer(0, 100_000);
        case "remarks" -> remarks = Members.list(json);
        case "counts" -> {
          json.enterObject();
          for (String code = json.nextMember(); code != null; code = json.nextMember()) {
            counts.put(code, json.wholeNumber(0, Long.MAX_VALUE));
          }
        }
        default -> throw json.error("expected the summary of a run, got the member " + name);
      }
    }
    for (Split split : splits) {
      if (split.input() >= inputs.size()) {
        throw json.error("expected parts of the inputs, got one of another");
      }
    }
    return new StoredSummary(credentials, inputs, splits, findingFiles, verdict, counts, remarks);
  }

  private static void inputs(JsonCursor json, List<Input> inputs) throws JsonInputException {
    json.enterArray();
    while (json.nextElement()) {
      Map<String, String> texts = Members.texts(json);
      inputs.add(
          new Input(texts.getOrDefault("name", ""), Optional.ofNullable(texts.get("unreadable"))));
    }
  }

  private static void splits(JsonCursor json, List<Split> splits) throws JsonInputException {
    json.enterArray();
    while (json.nextElement()) {
      json.enterArray();
      long[] numbers = new long[4];
      for (int i = 0; i < numbers.length; i++) {
        if (!json.nextElement()) {
          throw json.error("expected four numbers of a part, got " + i);
        }
        numbers[i] = json.wholeNumber(0, i == 0 ? Integer.MAX_VALUE - 1 : Long.MAX_VALUE);
      }
      if (json.nextElement()) {
        throw json.error("expected four numbers of a part, got more");
      }
      splits.add(new Split((int) numbers[0], numbers[1], numbers[2], numbers[3]));
    }
  }
}
