package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.vectors.VectorsCommand;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** The program {@code doku-conformance}. */
@Command(
    name = "doku-conformance",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Proves that code which talks to DOKU's Akulaku PayLater API is right, and says what is wrong when it is not.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:conformant",
      "1:not conformant",
      "2:wrong usage or unreadable input",
      "3:the other side (adapter, endpoint) could not be used",
      "4:nothing was checked"
    })
public final class Main {
  private static final List<Map.Entry<String, Class<?>>> COMMANDS =
      List.of(
          Map.entry("check", CheckCommand.class),
          Map.entry("sign", SignCommand.class),
          Map.entry("contract", ContractCommand.class),
          Map.entry("explain", ExplainCommand.class),
          Map.entry("vectors", VectorsCommand.class),
          Map.entry("notify", NotifyCommand.class),
          Map.entry("sandbox", SandboxCommand.class),
          Map.entry("proxy", ProxyCommand.class));

  private Main() {}

  public static void main(String[] args) {
    Env env = Env.ofProcess();
    int code = run(env, args);
    env.flush();
    System.exit(code);
  }

  /**
   * Runs a command line and returns its exit code; reads and writes nothing but the environment.
   */
  public static int run(Env env, String... args) {
    CommandLine commandLine = commandLine(env, args);
    if (args.length == 0) {
      commandLine.usage(env.out());
      return ExitCode.USAGE;
    }
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      Failures.print(env, Failures.line(e));
      return ExitCode.USAGE;
    }
  }

  /** Makes the command that the line names, or all: to load them takes longer than to run one. */
  static CommandLine commandLine(Env env, String... args) {
    CommandLine commandLine = new CommandLine(new Main(), factory(env));
    String wanted = args.length == 0 ? "" : args[0];
    boolean known = COMMANDS.stream().anyMatch(command -> command.getKey().equals(wanted));
    COMMANDS.stream()
        .filter(command -> !known || command.getKey().equals(wanted))
        .forEach(command -> commandLine.addSubcommand(command.getKey(), command.getValue()));
    commandLine.setOut(env.out());
    commandLine.setErr(env.err());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    // An adapter's or a client's own argument may start with @.
    commandLine.setExpandAtFiles(false);
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            env.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    commandLine.setParameterExceptionHandler(
        (e, line) -> {
          Failures.print(env, Failures.usage(e));
          return ExitCode.USAGE;
        });
    commandLine.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          Failures.print(env, Failures.line(e));
          return ExitCode.USAGE;
        });
    return commandLine;
  }

  /** Gives each command the environment. */
  private static IFactory factory(Env env) {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
          if (constructor.getParameterCount() == 1
              && constructor.getParameterTypes()[0] == Env.class) {
            return type.cast(constructor.newInstance(env));
          }
        }
        return CommandLine.defaultFactory().create(type);
      }
    };
  }
}
