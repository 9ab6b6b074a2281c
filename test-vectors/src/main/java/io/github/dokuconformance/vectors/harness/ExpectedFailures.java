package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.FormatSchema;
import io.github.dokuconformance.vectors.VectorSuite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an implementation is known not to pass, so that only news fails a build.
 *
 * <p>An entry is never a licence for more than it says: it covers at most twenty cases, and a case
 * that passes or ends otherwise makes the run fail.
 */
public record ExpectedFailures(List<Entry> entries) {
  public static final ExpectedFailures NONE = new ExpectedFailures(List.of());
  static final int MAX_CASES_PER_ENTRY = 20;

  /** Far more than entries for every case of a suite take. */
  private static final int LONGEST = 4 << 20;

  public ExpectedFailures {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a file.
   *
   * @throws InvalidFileException if it cannot be read or breaks its schema, if an entry covers more
   *     than twenty cases of the suite, or if two entries cover the same case
   */
  public static ExpectedFailures load(Path file, VectorSuite suite) throws InvalidFileException {
    ObjectNode document = read(file);
    List<Entry> entries = new ArrayList<>();
    for (JsonNode node : document.required("entries")) {
      entries.add(entry(node, file, entries.size()));
    }
    ExpectedFailures expected = new ExpectedFailures(entries);
    expected.checkCoverage(file, suite);
    return expected;
  }

  /** Returns the entry that covers a case. */
  public Optional<Entry> find(String caseId) {
    return entries.stream().filter(entry -> entry.covers(caseId)).findFirst();
  }

  /** Returns what is wrong with entries, however the cases end that they cover. */
  List<Problem> problems(VectorSuite suite, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Problem> problems = new ArrayList<>();
    for (Entry entry : entries) {
      if (suite.cases().stream().noneMatch(test -> entry.covers(test.id()))) {
        problems.add(
            new Problem(
                "unmatched-entry",
                entry.pattern(),
                "the entry covers no case of suite version " + suite.version() + ": take it out"));
      }
      if (entry.until().filter(today::isAfter).isPresent()) {
        problems.add(
            new Problem(
                "expired-entry",
                entry.pattern(),
                "the entry held until "
                    + entry.until().get()
                    + ": mend the failure, or move the date"));
      }
    }
    return problems;
  }

  /** Returns the file's text. */
  public String toJson() {
    ObjectNode document = JsonFiles.MAPPER.createObjectNode().put("format", 1);
    ArrayNode array = document.putArray("entries");
    for (Entry entry : entries) {
      ObjectNode node =
          array.addObject().put("case", entry.pattern()).put("status", entry.status().id());
      Messages.put(node, "issue", entry.issue());
      Messages.put(node, "note", entry.note());
      Messages.put(node, "until", entry.until().map(LocalDate::toString));
    }
    return JsonFiles.pretty(document);
  }

  private static ObjectNode read(Path file) throws InvalidFileException {
    JsonNode document;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new InvalidFileException(
            file.toString(), "", "wanted at most " + (LONGEST >> 20) + " MiB, got more");
      }
      document = JsonFiles.MAPPER.readTree(bytes);
    } catch (NoSuchFileException e) {
      throw new InvalidFileException(
          file.toString(), "", "there is no such file; --update-expected makes it");
    } catch (IOException e) {
      throw new InvalidFileException(file.toString(), "", "could not be read: " + e.getMessage());
    } catch (JacksonException e) {
      String place = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
      throw new InvalidFileException(
          file.toString(),
          place,
          "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
    List<String> violations = FormatSchema.EXPECTED_FAILURES.violations(document);
    if (!violations.isEmpty()) {
      throw new InvalidFileException(file.toString(), "", violations.get(0));
    }
    return (ObjectNode) document;
  }

  private static Entry entry(JsonNode node, Path file, int index) throws InvalidFileException {
    Optional<LocalDate> until = Optional.empty();
    if (node.has("until")) {
      String text = node.required("until").stringValue();
      try {
        until = Optional.of(LocalDate.parse(text));
      } catch (DateTimeParseException e) {
        throw new InvalidFileException(
            file.toString(), "/entries/" + index + "/until", "no such date: " + text);
      }
    }
    return new Entry(
        node.required("case").stringValue(),
        Status.of(node.required("status").stringValue()).orElseThrow(),
        node.path("issue").stringValueOpt(),
        node.path("note").stringValueOpt(),
        until);
  }

  private void checkCoverage(Path file, VectorSuite suite) throws InvalidFileException {
    int[] covered = new int[entries.size()];
    for (var test : suite.cases()) {
      int first = -1;
      for (int i = 0; i < covered.length; i++) {
        if (entries.get(i).covers(test.id())) {
          covered[i]++;
          if (first >= 0) {
            throw new InvalidFileException(
                file.toString(),
                "/entries/" + i,
                test.id() + " is covered by /entries/" + first + " already");
          }
          first = i;
        }
      }
    }
    for (int i = 0; i < covered.length; i++) {
      if (covered[i] > MAX_CASES_PER_ENTRY) {
        throw new InvalidFileException(
            file.toString(),
            "/entries/" + i,
            "covers " + covered[i] + " cases, at most " + MAX_CASES_PER_ENTRY + " are allowed");
      }
    }
  }

  /**
   * One line of the file.
   *
   * @param pattern an id, or a {@link Glob} of ids
   * @param status how these cases are known to end
   * @param until the last day on which the entry holds
   */
  public record Entry(
      String pattern,
      Status status,
      Optional<String> issue,
      Optional<String> note,
      Optional<LocalDate> until) {

    static Entry of(String caseId, Status status) {
      return new Entry(caseId, status, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Entry with(String otherPattern, Status otherStatus) {
      return new Entry(otherPattern, otherStatus, issue, note, until);
    }

    boolean covers(String caseId) {
      return Glob.of(pattern).covers(caseId);
    }
  }
}
