package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/** {@code generate-man-page}: prints the manual page, made from the commands themselves. */
@Command(
    name = "generate-man-page",
    description = "Prints the manual page in the form that man reads.")
final class ManPageCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Spec private CommandSpec spec;

  ManPageCommand(Env env) {
    this.out = env.out();
  }

  @Override
  public Integer call() {
    CommandSpec program = spec.root();
    out.printf(".TH DOKU-CONFORMANCE 1 \"\" \"doku-conformance %s\"%n", text(Version.text()));
    heading("SH", "NAME");
    line(program.name() + " - tests of contract and signature for DOKU's payment APIs");
    heading("SH", "SYNOPSIS");
    out.println(".B doku-conformance");
    line("COMMAND [OPTION]... [ARGUMENT]...");
    heading("SH", "DESCRIPTION");
    lines(program.usageMessage().description());
    heading("SH", "COMMANDS");
    commands(program);
    heading("SH", "EXIT STATUS");
    program.usageMessage().exitCodeList().forEach(this::item);
    heading("SH", "ENVIRONMENT");
    item(Env.SECRET_VARIABLE, "The Secret Key, where no option names another place.");
    item("NO_COLOR", "No colours, if not empty.");
    item("DOKU_CONFORMANCE_OPTS", "Options for Java, such as -Xmx1g; read by the launcher.");
    return ExitCode.CONFORMANT;
  }

  private void commands(CommandSpec parent) {
    for (CommandLine command : parent.subcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      if (spec.usageMessage().hidden()) {
        continue;
      }
      heading("SS", spec.qualifiedName().substring(parent.root().name().length() + 1));
      lines(spec.usageMessage().description());
      for (PositionalParamSpec positional : spec.positionalParameters()) {
        item(positional.paramLabel(), description(positional.description()));
      }
      for (OptionSpec option : spec.options()) {
        if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
          item(names(option), description(option.description()));
        }
      }
      commands(spec);
    }
  }

  private static String names(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static String description(String... lines) {
    return Stream.of(lines).map(line -> line.formatted()).collect(Collectors.joining(" "));
  }

  private void item(String term, String description) {
    out.println(".TP");
    out.println(".B " + text(term));
    line(description);
  }

  private void lines(String... lines) {
    line(description(lines));
  }

  private void heading(String macro, String title) {
    out.println("." + macro + " " + text(title));
  }

  private void line(String line) {
    out.println(text(line));
  }

  /** Escapes what roff would read as its own: backslashes, hyphens, a first dot or quote. */
  private static String text(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-").strip();
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
