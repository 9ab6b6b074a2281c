package io.github.dokuconformance.cli.baseline;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputFile;
import io.github.dokuconformance.cli.report.Codes;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Closest;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The baseline as JSON: {@code {"accepted":[{"code":…,"operation":…,"part":…,"at":…,"reason":…,
 * "until":"2026-12-31"}]}}; at may be left out where it is empty, and until.
 *
 * <p>Read strictly: an unknown member, code or operation, an entry without a reason or one that
 * stands twice is an error that names its line.
 */
final class BaselineFile {
  private static final Set<String> MEMBERS =
      Set.of("code", "operation", "part", "at", "reason", "until");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BaselineFile() {}

  static List<BaselineEntry> read(Path file) throws InputException {
    try {
      return parse(InputFile.read(file, "a file"));
    } catch (JsonInputException e) {
      throw InputException.ofJson(FileNames.of(file), 1, e);
    }
  }

  private static List<BaselineEntry> parse(byte[] content) throws JsonInputException {
    List<BaselineEntry> entries = new ArrayList<>();
    Set<BaselineKey> keys = new HashSet<>();
    try (JsonCursor json = JsonCursor.over(content)) {
      json.enterObject();
      String name = json.nextMember();
      if (!"accepted".equals(name)) {
        throw json.error("expected an object with the member \"accepted\"");
      }
      json.enterArray();
      while (json.nextElement()) {
        BaselineEntry entry = entry(json);
        if (!keys.add(entry.key())) {
          throw json.error("expected each entry once, got again " + entry.key());
        }
        entries.add(entry);
      }
      if (json.nextMember() != null) {
        throw json.error("expected no other member than \"accepted\"");
      }
      json.requireEnd();
    }
    return entries;
  }

  private static BaselineEntry entry(JsonCursor json) throws JsonInputException {
    Map<String, String> members = new HashMap<>();
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      if (!MEMBERS.contains(name)) {
        throw json.error("expected one of " + sorted(MEMBERS) + ", got " + Visible.quoted(name));
      }
      members.put(name, json.string());
    }
    BaselineKey key =
        new BaselineKey(
            oneOf(json, members, "code", Codes.all().stream().map(FindingType::code).toList()),
            oneOf(json, members, "operation", operations()),
            Part.valueOf(
                oneOf(json, members, "part", Arrays.stream(Part.values()).map(Part::id).toList())
                    .toUpperCase(Locale.ROOT)),
            BaselineKey.anyIndex(members.getOrDefault("at", "")));
    String reason = members.getOrDefault("reason", "");
    if (reason.isBlank()) {
      throw json.error("expected a reason why " + key + " is accepted, got none");
    }
    return new BaselineEntry(key, reason, until(json, members.get("until")));
  }

  private static List<String> operations() {
    List<String> ids = new ArrayList<>();
    Contract.bundled().operations().forEach(operation -> ids.add(operation.id()));
    ids.add(ReportedExchange.UNKNOWN_OPERATION);
    return ids;
  }

  private static String oneOf(
      JsonCursor json, Map<String, String> members, String name, List<String> known)
      throws JsonInputException {
    String value = members.getOrDefault(name, "");
    if (!known.contains(value)) {
      String wanted = known.size() < 10 ? "one of " + sorted(known) : "one that is known";
      throw json.error(
          "expected as "
              + name
              + " "
              + wanted
              + ", got "
              + Visible.quoted(value)
              + Closest.hint(value, known));
    }
    return value;
  }

  private static String sorted(Collection<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static Optional<LocalDate> until(JsonCursor json, @Nullable String text)
      throws JsonInputException {
    try {
      return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw json.error(
          "expected until as a date like 2026-12-31, got " + Visible.quoted(String.valueOf(text)));
    }
  }

  /** Returns the text of the file, sorted, with a line end. */
  static String write(Collection<BaselineEntry> entries) {
    ObjectNode document = JSON.createObjectNode();
    var list = document.putArray("accepted");
    entries.stream()
        .sorted(Comparator.comparing(BaselineEntry::key))
        .forEach(
            entry -> {
              ObjectNode node = list.addObject();
              node.put("code", entry.key().code());
              node.put("operation", entry.key().operation());
              node.put("part", entry.key().part().id());
              if (!entry.key().at().isEmpty()) {
                node.put("at", entry.key().at());
              }
              node.put("reason", entry.reason());
              entry.until().ifPresent(day -> node.put("until", day.toString()));
            });
    return JSON.writeValueAsString(document) + "\n";
  }
}
