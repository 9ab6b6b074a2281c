package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.probe.Level;
import io.github.dokuconformance.probe.ProbeResult;
import java.util.List;

/** Takes the results of a probe run one by one, and then all of them. */
public interface ProbeReport {
  void result(ProbeResult result);

  /** Takes why the endpoint refuses what DOKU sends, as a sentence without a full stop. */
  void reason(String sentence);

  /**
   * Ends the report.
   *
   * @param gate the lightest level whose failures make an endpoint not conformant
   */
  void end(List<ProbeResult> results, Level gate);
}
