package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.CheckResult;

/** Writes a run as it goes: each result in input order, then the summary. */
public interface ExchangeReport {
  void exchange(CheckResult result);

  void end(Summary summary);
}
