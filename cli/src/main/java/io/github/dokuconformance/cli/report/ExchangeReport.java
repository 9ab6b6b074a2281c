package io.github.dokuconformance.cli.report;

/** Writes a run as it goes: each exchange in input order, then the summary. */
public interface ExchangeReport {
  void exchange(ReportedExchange exchange);

  /** Ends the report; called once, also where nothing was checked. */
  void end(Summary summary);
}
