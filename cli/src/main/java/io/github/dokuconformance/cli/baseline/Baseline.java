package io.github.dokuconformance.cli.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.place.Place;
import io.github.dokuconformance.cli.place.Places;
import io.github.dokuconformance.cli.report.BaselineTypes;
import io.github.dokuconformance.cli.report.OutputFile;
import io.github.dokuconformance.cli.report.RunProblem;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.signature.SecretMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The findings that a team accepts, held against a run. Not thread safe.
 *
 * <p>An entry that no longer holds is a problem: its finding is gone (stale), nothing of its
 * operation was checked (unmatched), or its date has passed (expired).
 */
public final class Baseline {
  private static final String NO_REASON = "not looked at yet";
  private static final int MOST = 10_000;

  private final Map<BaselineKey, BaselineEntry> entries = new LinkedHashMap<>();
  private final Map<BaselineKey, BaselineEntry> added = new LinkedHashMap<>();
  private final Set<BaselineKey> matched = new HashSet<>();
  private final Set<String> operations = new HashSet<>();
  private final Path file;
  private final LocalDate today;
  private final Optional<Severity> addFrom;
  private boolean partial;

  private Baseline(Path file, LocalDate today, Optional<Severity> addFrom) {
    this.file = file;
    this.today = today;
    this.addFrom = addFrom;
  }

  /**
   * Reads a baseline; {@code today} decides what has expired.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static Baseline read(Path file, LocalDate today) throws InputException {
    return read(new Baseline(file, today, Optional.empty()));
  }

  /**
   * Reads a baseline, where there is one, to which findings of that weight are added.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static Baseline update(Path file, LocalDate today, Severity from) throws InputException {
    Baseline baseline = new Baseline(file, today, Optional.of(from));
    return Files.notExists(file) ? baseline : read(baseline);
  }

  private static Baseline read(Baseline baseline) throws InputException {
    BaselineFile.read(baseline.file).forEach(entry -> baseline.entries.put(entry.key(), entry));
    return baseline;
  }

  /** Says that the run sees a part of what the baseline is about; what it does not meet stays. */
  public Baseline ofMoreThanThisRun() {
    partial = true;
    return this;
  }

  /** Notes an exchange, and returns the reason for each of its findings that is accepted. */
  public Map<Finding, String> accept(String operation, List<Finding> findings) {
    operations.add(operation);
    Map<Finding, String> reasons = new LinkedHashMap<>();
    for (Finding finding : findings) {
      BaselineKey key = BaselineKey.of(operation, finding);
      BaselineEntry entry = entries.get(key);
      if (entry == null && isAdded(key, finding)) {
        entry = added.computeIfAbsent(key, k -> new BaselineEntry(k, NO_REASON, Optional.empty()));
      } else if (entry != null) {
        matched.add(key);
      }
      if (entry != null && !entry.isExpired(today)) {
        reasons.put(finding, entry.reason());
      }
    }
    return reasons;
  }

  private boolean isAdded(BaselineKey key, Finding finding) {
    return addFrom.isPresent()
        && finding.severity().compareTo(addFrom.get()) >= 0
        && (added.size() < MOST || added.containsKey(key));
  }

  /** Returns what is wrong with the entries after the run. */
  public List<RunProblem> problems() {
    List<RunProblem> problems = new ArrayList<>();
    int index = 0;
    for (BaselineEntry entry : entries.values()) {
      String pointer = "/accepted/" + index++;
      problem(entry).ifPresent(type -> problems.add(problem(type, entry, pointer)));
    }
    return problems;
  }

  private Optional<FindingType> problem(BaselineEntry entry) {
    boolean found = matched.contains(entry.key());
    if (!found && (partial || addFrom.isPresent())) {
      return Optional.empty(); // It is let be, or taken out.
    }
    if (!found) {
      return Optional.of(
          operations.contains(entry.key().operation())
              ? BaselineTypes.STALE
              : BaselineTypes.UNMATCHED);
    }
    return entry.isExpired(today) ? Optional.of(BaselineTypes.EXPIRED) : Optional.empty();
  }

  private RunProblem problem(FindingType type, BaselineEntry entry, String pointer) {
    String until = entry.until().map(day -> ", until " + day).orElse("");
    String subject = BaselineTypes.GOT.get(type.code()) + entry.key() + until;
    return new RunProblem(type, subject, Optional.of(place(pointer)));
  }

  private Place place(String pointer) {
    try {
      return Places.ofPointer(FileNames.of(file), Files.readString(file, UTF_8), pointer);
    } catch (IOException e) {
      return new Place(FileNames.of(file), 1, 1, 1, 1); // It was there when the run began.
    }
  }

  /** Writes what this run found, keeping reasons and dates; returns what changed on one line. */
  public String rewrite(SecretMask mask) throws IOException {
    List<BaselineEntry> kept =
        entries.values().stream()
            .filter(entry -> partial || matched.contains(entry.key()))
            .toList();
    List<BaselineEntry> all = new ArrayList<>(added.values());
    all.addAll(kept);
    OutputFile.write(file, BaselineFile.write(all), mask);
    return String.format(
        Locale.ROOT,
        "%s: %d entries written: %d new, %d kept, %d taken out",
        FileNames.of(file),
        all.size(),
        added.size(),
        kept.size(),
        entries.size() - kept.size());
  }
}
