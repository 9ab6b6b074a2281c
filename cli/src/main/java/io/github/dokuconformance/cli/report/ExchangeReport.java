package io.github.dokuconformance.cli.report;

/** Writes a run as it goes: each exchange in input order, then the summary. */
public interface ExchangeReport {
  void exchange(ReportedExchange exchange);

  /** Does what can be done for an exchange before its turn; for any thread. */
  default void prepare(ReportedExchange exchange) {}

  /** Ends the report; called once, also where nothing was checked. */
  void end(Summary summary);
}
