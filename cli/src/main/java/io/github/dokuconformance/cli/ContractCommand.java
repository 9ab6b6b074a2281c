package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.Gaps;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.report.CodeEntry;
import io.github.dokuconformance.cli.report.CodePage;
import io.github.dokuconformance.cli.report.Codes;
import io.github.dokuconformance.cli.report.ContractTable;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Field;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.SchemaCheck;
import io.github.dokuconformance.finding.Closest;
import io.github.dokuconformance.finding.FindingType;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code contract}: lists operations, fields, rules and where they come from. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the operations of the contract and what is known of each, and the entries of DOKU's"
          + " index; with an operation, its fields; with a code, its meaning, an example and the remedy;"
          + " with --rules, everything that a check can find;"
          + " with --gaps, what of it is looked for in which operation.",
      "Each line names its source and how well it is known: documented, observed, derived, assumed."
    },
    footer = {
      "",
      "Examples:",
      "  doku-conformance contract",
      "  doku-conformance contract akulaku.refund",
      "  doku-conformance contract target.path-prefix",
      "  doku-conformance contract --rules --format json"
    })
final class ContractCommand implements Callable<Integer> {
  /** The forms of the list. */
  enum Format {
    TEXT,
    JSON,
    /** A page: the code reference of the rules, or the table of what is known. */
    MARKDOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int WIDTH = 80;

  private final Env env;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "OPERATION|CODE",
      completionCandidates = Names.class,
      description =
          "Operation whose fields are listed, such as akulaku.refund, or code that is explained, such as amount.sum or target.path-prefix.")
  private @Nullable String operation;

  @Option(names = "--rules", description = "List the codes of findings with what they require.")
  private boolean rules;

  @Option(
      names = "--gaps",
      description =
          "List for each operation, or for the one that is named, the codes that are looked for in"
              + " it, and why the others are not.")
  private boolean gaps;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Form of the list: ${COMPLETION-CANDIDATES} (default: text).")
  private Format format;

  ContractCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() {
    PrintWriter out = env.out();
    if (rules && gaps) {
      throw new ParameterException(
          spec.commandLine(), "expected --rules or --gaps, got both: each is a list of its own");
    }
    if (format == Format.MARKDOWN) {
      if (gaps) {
        throw new ParameterException(
            spec.commandLine(), "expected --gaps with --format text or json, got: markdown");
      }
      if (operation != null) {
        throw new ParameterException(
            spec.commandLine(), "expected no OPERATION with --format markdown, got: " + operation);
      }
      if (rules) {
        new CodePage(out).write();
      } else {
        table().writePage(out);
      }
      return ExitCode.CONFORMANT;
    }
    if (gaps && format == Format.TEXT) {
      new GapsText(out).print(gaps());
      return ExitCode.CONFORMANT;
    }
    if (format == Format.TEXT && operation == null && !rules) {
      table().print(out);
      return ExitCode.CONFORMANT;
    }
    List<CodeEntry> entries =
        operation == null || gaps || rules || Contract.bundled().operation(operation).isPresent()
            ? List.of()
            : CodeEntry.of(operation);
    if (!entries.isEmpty() && format == Format.TEXT) {
      entries.forEach(entry -> entry.lines(WIDTH).forEach(out::println));
      return ExitCode.CONFORMANT;
    }
    List<Map<String, Object>> rows =
        entries.isEmpty() ? rows() : entries.stream().map(CodeEntry::row).toList();
    if (format == Format.JSON) {
      out.println(
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(rows));
    } else {
      rows.forEach(row -> print(row, out));
    }
    return ExitCode.CONFORMANT;
  }

  private List<Gaps.Row> gaps() {
    Contract contract = Contract.bundled();
    return operation == null
        ? Gaps.of(contract)
        : Gaps.of(contract, Operations.require(spec, contract, operation));
  }

  private List<Map<String, Object>> rows() {
    if (gaps) {
      return gaps().stream().map(ContractCommand::row).toList();
    }
    if (rules) {
      return Codes.all().stream().map(ContractCommand::row).toList();
    }
    if (operation == null) {
      return table().rows();
    }
    Operation chosen = operation(operation);
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.addAll(fields("request", chosen.requestSchema()));
    rows.addAll(fields("response", chosen.responseSchema()));
    return rows;
  }

  private Operation operation(String name) {
    List<String> names = new ArrayList<>();
    new Names().forEach(names::add);
    return Contract.bundled()
        .operation(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "expected an operation or a code, got: "
                        + name
                        + Closest.hint(name, names)
                        + "; contract lists the operations, contract --rules the codes of findings"));
  }

  /** What may be asked about. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      List<String> names = new ArrayList<>();
      new Operations().forEach(names::add);
      names.addAll(CodeEntry.codes());
      return names.iterator();
    }
  }

  private static List<Map<String, Object>> fields(String part, Optional<String> schema) {
    return schema.map(path -> SchemaCheck.bundled().fields(path)).orElse(List.of()).stream()
        .map(field -> row(part, field))
        .toList();
  }

  private static ContractTable table() {
    return new ContractTable(Contract.bundled());
  }

  private static Map<String, Object> row(String part, Field field) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("field", part + " " + field.pointer());
    row.put("type", field.type() + (field.mandatory() ? ", mandatory" : ", optional"));
    row.put("limits", field.limits());
    row.put("description", field.description());
    row.put("source", field.source().toString());
    return row;
  }

  private static Map<String, Object> row(FindingType type) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", type.code());
    row.put("severity", type.severity().id());
    row.put("requirement", type.requirement());
    row.put("hint", type.hint());
    row.put("source", type.source().toString());
    return row;
  }

  private static Map<String, Object> row(Gaps.Row gap) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("operation", gap.operation().id());
    row.put("code", gap.type().code());
    row.put("on", gap.isOn());
    gap.off().ifPresent(reason -> row.put("reason", reason));
    gap.source().ifPresent(source -> row.put("source", source.toString()));
    row.put("gap", gap.isGap());
    return row;
  }

  /** Prints the first cell on a line of its own and the others below it. */
  private static void print(Map<String, Object> row, PrintWriter out) {
    boolean first = true;
    for (Map.Entry<String, Object> cell : row.entrySet()) {
      String text = cell.getValue().toString();
      if (!text.isEmpty()) {
        out.println(first ? text : "    " + cell.getKey() + ": " + text);
      }
      first = false;
    }
  }
}
