package io.github.dokuconformance.spark;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.cli.stored.StoredSummary;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a part came to, in numbers. They are written beside its results and not counted by Spark,
 * which counts a task that was tried twice twice.
 */
final class SplitCounts {
  private final Map<String, Long> codes = new TreeMap<>();
  private long lines;
  private long exchanges;
  private long unreadable;
  private long judged;
  private long notConformant;

  /** Counts an exchange; tells whether an error speaks against it. */
  boolean add(CheckResult result) {
    exchanges++;
    boolean bad = !result.isConformant(Severity.ERROR);
    notConformant += bad ? 1 : 0;
    judged += result.operation().isPresent() ? 1 : 0;
    for (Finding finding : result.findings()) {
      add(finding.code(), finding.count());
    }
    return bad;
  }

  /** Counts a finding of the run, which may be the first error of its exchange. */
  void add(String code, long count) {
    codes.merge(code, count, Long::sum);
  }

  void addNotConformant() {
    notConformant++;
  }

  void addUnreadable() {
    unreadable++;
  }

  void setLines(long all) {
    lines = all;
  }

  long exchanges() {
    return exchanges;
  }

  long unreadable() {
    return unreadable;
  }

  long judged() {
    return judged;
  }

  long notConformant() {
    return notConformant;
  }

  Map<String, Long> codes() {
    return codes;
  }

  StoredSummary.Split of(int input) {
    return new StoredSummary.Split(input, lines, exchanges, unreadable);
  }

  void addAll(SplitCounts other) {
    lines += other.lines;
    exchanges += other.exchanges;
    unreadable += other.unreadable;
    judged += other.judged;
    notConformant += other.notConformant;
    other.codes.forEach(this::add);
  }

  void write(DataOutput out) throws IOException {
    for (long number : new long[] {lines, exchanges, unreadable, judged, notConformant}) {
      out.writeLong(number);
    }
    out.writeInt(codes.size());
    for (Map.Entry<String, Long> code : codes.entrySet()) {
      out.writeUTF(code.getKey());
      out.writeLong(code.getValue());
    }
  }

  static SplitCounts read(DataInput in) throws IOException {
    SplitCounts counts = new SplitCounts();
    counts.lines = in.readLong();
    counts.exchanges = in.readLong();
    counts.unreadable = in.readLong();
    counts.judged = in.readLong();
    counts.notConformant = in.readLong();
    for (int i = in.readInt(); i > 0; i--) {
      counts.add(in.readUTF(), in.readLong());
    }
    return counts;
  }
}
