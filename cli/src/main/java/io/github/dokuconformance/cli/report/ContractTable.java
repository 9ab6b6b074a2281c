package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.IndexEntry;
import io.github.dokuconformance.contract.Knowledge;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is known of each operation, and of each entry of the navigation of DOKU's pages: as a table
 * for a terminal, as rows for JSON, as a page.
 */
public final class ContractTable {
  private static final String LINE = "%-23s %-8s %-9s %-13s %s";
  private static final int WIDTH = 68;
  private static final String PAGE_HEAD =
"""
# What the contract knows

What is known of each operation from DOKU's pages. *full* is a whole table of fields; *partial* is samples, or a part of a table,
so that a message may have fields and limits that the schema does not have: it is open there.

This page is generated: `doku-conformance contract --format markdown > docs/contract.md`.

| operation | endpoint | request | response | notification | basis |
|---|---|---|---|---|---|
""";
  private static final String PAGE_INDEX =
"""

## DOKU's index

Each entry of the navigation of developers.doku.com, with what the contract has of it, or why it has nothing.

| section | entry | known | operations | why not, or not all |
|---|---|---|---|---|
""";

  private final Contract contract;

  public ContractTable(Contract contract) {
    this.contract = contract;
  }

  /** Returns one row for each operation, then one for each entry of DOKU's index. */
  public List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows =
        contract.operations().stream()
            .map(ContractTable::row)
            .collect(Collectors.toCollection(ArrayList::new));
    contract.index().forEach(entry -> rows.add(row(entry)));
    return rows;
  }

  public void print(PrintWriter out) {
    out.println(LINE.formatted("operation", "request", "response", "notification", "basis"));
    for (Operation operation : contract.operations()) {
      out.println(
          LINE.formatted(
              operation.id(),
              request(operation),
              response(operation),
              notification(operation),
              operation.source().basis().id()));
      out.println("    " + endpoint(operation));
    }
    String section = "";
    for (IndexEntry entry : contract.index()) {
      if (!entry.section().equals(section)) {
        section = entry.section();
        out.println();
        out.println("DOKU's index: " + section);
      }
      out.println("  %-7s %s".formatted(entry.known().id(), entry.entry()));
      wrap(ids(entry), out);
      wrap(entry.reason().orElse(""), out);
    }
    out.println();
    counts().forEach(out::println);
  }

  /** Returns how many are known how well: {@code 46 operations: 8 full, 37 partial, 1 none}. */
  private List<String> counts() {
    return List.of(
        counts("operations", contract.operations().stream().map(Operation::known).toList()),
        counts("entries of the index", contract.index().stream().map(IndexEntry::known).toList()));
  }

  private static String counts(String what, List<Knowledge> known) {
    return known.size()
        + " "
        + what
        + Arrays.stream(Knowledge.values())
            .map(level -> Collections.frequency(known, level) + " " + level.id())
            .collect(Collectors.joining(", ", ": ", ""));
  }

  public void writePage(PrintWriter out) {
    out.print(PAGE_HEAD);
    for (Operation operation : contract.operations()) {
      out.println(
          "| `%s` | `%s` | %s | %s | %s | %s |"
              .formatted(
                  operation.id(),
                  endpoint(operation),
                  request(operation),
                  response(operation),
                  notification(operation),
                  operation.source()));
    }
    out.print(PAGE_INDEX);
    for (IndexEntry entry : contract.index()) {
      out.println(
          "| %s | %s | %s | %s | %s |"
              .formatted(
                  entry.section(),
                  entry
                      .page()
                      .map(page -> "[" + entry.entry() + "](" + page + ")")
                      .orElse(entry.entry()),
                  entry.known().id(),
                  entry.operations().stream()
                      .map(operation -> "`" + operation.id() + "`")
                      .collect(Collectors.joining(", ")),
                  entry.reason().orElse("")));
    }
    out.println();
    out.println(String.join("; ", counts()) + ".");
  }

  private static Map<String, Object> row(Operation operation) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("operation", operation.id());
    row.put("direction", operation.direction().toString());
    row.put("endpoint", endpoint(operation));
    row.put("summary", operation.summary());
    row.put("request", request(operation));
    row.put("response", response(operation));
    row.put("notification", notification(operation));
    row.put("source", operation.source().toString());
    return row;
  }

  private static Map<String, Object> row(IndexEntry entry) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("entry", entry.entry());
    row.put("section", entry.section());
    row.put("known", entry.known().id());
    row.put("operations", entry.operations().stream().map(Operation::id).toList());
    row.put("reason", entry.reason().orElse(""));
    return row;
  }

  private static String endpoint(Operation operation) {
    return operation.method()
        + " "
        + (operation.isCalledByDoku() ? "(the merchant's own path)" : operation.path());
  }

  private static String request(Operation operation) {
    return operation.isCalledByDoku() ? "-" : operation.known(Part.REQUEST).id();
  }

  private static String response(Operation operation) {
    return operation.isCalledByDoku() ? "-" : operation.known(Part.RESPONSE).id();
  }

  /** A notification is the request of an operation that DOKU calls. */
  private static String notification(Operation operation) {
    Knowledge known = operation.known(Part.REQUEST);
    return operation.isCalledByDoku() ? known.id() : "-";
  }

  private static void wrap(String text, PrintWriter out) {
    String rest = text;
    while (!rest.isEmpty()) {
      int space = rest.length() > WIDTH ? rest.lastIndexOf(' ', WIDTH) : -1;
      int end = space < 0 ? rest.length() : space;
      out.println("          " + rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
  }

  private static String ids(IndexEntry entry) {
    return entry.operations().stream().map(Operation::id).collect(Collectors.joining(", "));
  }
}
