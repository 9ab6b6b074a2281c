package io.github.dokuconformance.spark;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explainer;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.JsonLine;
import io.github.dokuconformance.cli.stored.StoredResult;
import io.github.dokuconformance.cli.stored.StoredSummary;
import io.github.dokuconformance.finding.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * Explains the wrong signatures of a run in the order of its inputs, as one machine does: what
 * explained one is tried on those after it, and how far a search may go depends on those before it.
 */
final class Diagnoses {
  private Diagnoses() {}

  /**
   * Writes the explanations, and returns what is to be said of the run as a whole.
   *
   * @param before how many exchanges there are before each part
   */
  static List<String> write(Job job, List<Split> splits, long[] before)
      throws IOException, InputException {
    Keys keys = Keys.of(job.keyFile());
    Explainer explainer = new Explainer(keys.context());
    try (Folder.Output out = job.out().write(StoredSummary.DIAGNOSES)) {
      for (Split split : splits) {
        try (Signatures.Reader signatures =
                new Signatures.Reader(job.out().read(Job.countsOf(split.number())));
            FSDataInputStream recording = job.out().open(split.path())) {
          for (var next = signatures.next(); next != null; next = signatures.next()) {
            if (next.client() != null) {
              explainer.right(next.client());
              continue;
            }
            CheckResult explained = explainer.explain(result(split, next, recording, keys));
            if (isExplained(explained)) {
              long exchange = before[split.number()] + next.index() + 1;
              out.line(keys.mask().text(StoredResult.explained(exchange, explained)));
            }
          }
        }
      }
      out.commit();
    }
    return explainer.remarks();
  }

  private static CheckResult result(
      Split split, Signatures.Entry at, FSDataInputStream recording, Keys keys)
      throws IOException, InputException {
    byte[] line = new byte[at.length()];
    recording.readFully(at.offset(), line);
    return Check.check(
        new JsonLine(split.name(), at.line(), false, line, Optional.empty()).parse(),
        keys.context());
  }

  private static boolean isExplained(CheckResult result) {
    return Arrays.stream(Part.values())
        .anyMatch(part -> result.signature(part).diagnosis().isPresent());
  }
}
