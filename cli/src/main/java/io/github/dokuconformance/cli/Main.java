package io.github.dokuconformance.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.DEFAULT_USAGE_WIDTH;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.vectors.VectorsCommand;
import io.github.dokuconformance.finding.Visible;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** The program {@code doku-conformance}. */
@Command(
    name = "doku-conformance",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Proves that code which talks to DOKU's payment APIs is right, and says what is wrong when it is not.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  doku-conformance check --secret-file secret.txt recordings/*.http",
      "  doku-conformance explain --secret-file secret.txt order.http",
      "  doku-conformance help check",
      "  doku-conformance contract amount.sum"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:conformant",
      "1:not conformant",
      "2:wrong usage or unreadable input",
      "3:the other side (adapter, endpoint) could not be used",
      "4:nothing was checked"
    })
public final class Main {
  /** Longer lines are hard to read. */
  private static final int WIDEST_HELP = 120;

  /** The commands by their names, in the order of the help. */
  static final Map<String, Class<?>> COMMANDS = commands();

  private Main() {}

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("check", CheckCommand.class);
    commands.put("report", ReportCommand.class);
    commands.put("sign", SignCommand.class);
    commands.put("contract", ContractCommand.class);
    commands.put("explain", ExplainCommand.class);
    commands.put("vectors", VectorsCommand.class);
    commands.put("notify", NotifyCommand.class);
    commands.put("inquire", InquireCommand.class);
    commands.put("sandbox", SandboxCommand.class);
    commands.put("proxy", ProxyCommand.class);
    commands.put("page", PageCommand.class);
    return commands;
  }

  public static void main(String[] args) {
    // Error Prone sees to our own code; this is for the libraries.
    Locale.setDefault(Locale.ROOT);
    Env env = Env.ofProcess();
    int code = run(env, FileNames.arguments(args));
    System.exit(env.finish(code));
  }

  /**
   * Runs a command line and returns its exit code; reads and writes nothing but the environment.
   */
  public static int run(Env env, String... args) {
    Env masked = env.masked();
    try {
      return execute(masked, args);
    } finally {
      masked.masking().finish();
    }
  }

  private static int execute(Env env, String... given) {
    String[] args = asked(given);
    CommandLine commandLine = commandLine(env, args);
    if (args.length == 0 || args[args.length - 1].equals("--help")) {
      int width = Math.min(env.width().getAsInt(), WIDEST_HELP);
      commandLine.setUsageHelpWidth(Math.max(width, DEFAULT_USAGE_WIDTH));
    }
    if (args.length == 0) {
      commandLine.usage(env.out());
      return ExitCode.USAGE;
    }
    Optional<String> both = fileThatLooksLikeAnOption(args);
    if (both.isPresent()) {
      env.say(
          Visible.quoted(both.get())
              + " begins like an option, and there is a file of that name; for the file put ./ before it or -- before all files, for the option take the file away");
      return ExitCode.USAGE;
    }
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      env.say(Failures.line(e));
      return ExitCode.USAGE;
    }
  }

  /** Returns {@code vectors run --help} for {@code help vectors run}. */
  private static String[] asked(String... args) {
    if (args.length == 0 || !args[0].equals("help")) {
      return args;
    }
    return Stream.concat(Arrays.stream(args).skip(1), Stream.of("--help")).toArray(String[]::new);
  }

  /**
   * Returns the first argument that would be taken for an option, or for standard input, where a
   * file has that name: in {@code check *} the shell writes it, and who made the file chose it.
   */
  private static Optional<String> fileThatLooksLikeAnOption(String... args) {
    return Arrays.stream(args)
        .takeWhile(arg -> !arg.equals("--"))
        .filter(arg -> arg.startsWith("-"))
        .filter(arg -> Files.exists(FileNames.path(arg), LinkOption.NOFOLLOW_LINKS))
        .findFirst();
  }

  static CommandLine commandLine(Env env, String... words) {
    CommandLine commandLine = new CommandLine(new Main(), factory(env));
    addSubcommands(commandLine, words.length == 0 ? null : COMMANDS.get(words[0]));
    commandLine.setOut(env.out());
    commandLine.setErr(env.err());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.registerConverter(Path.class, FileNames::path);
    // An adapter's or a client's own argument may start with @.
    commandLine.setExpandAtFiles(false);
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            env.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    commandLine.setParameterExceptionHandler(
        (e, args) -> {
          env.say(Failures.usage(e));
          return ExitCode.USAGE;
        });
    commandLine.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          env.say(Failures.line(e));
          return ExitCode.USAGE;
        });
    return commandLine;
  }

  // Reading a command's options by reflection takes long, beside a check of one exchange.
  private static void addSubcommands(CommandLine commandLine, @Nullable Class<?> asked) {
    if (asked != null) {
      commandLine.addSubcommand(asked);
      return;
    }
    COMMANDS.values().forEach(commandLine::addSubcommand);
    for (Class<?> ofPackagers : List.of(ManPageCommand.class, GenerateCompletion.class)) {
      CommandLine command = new CommandLine(ofPackagers, commandLine.getFactory());
      command.getCommandSpec().usageMessage().hidden(true);
      commandLine.addSubcommand(command);
    }
  }

  /** Gives each command the environment. */
  private static IFactory factory(Env env) {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
          if (constructor.getParameterCount() == 1
              && constructor.getParameterTypes()[0] == Env.class) {
            constructor.setAccessible(true); // Commands of other packages are not public either.
            return type.cast(constructor.newInstance(env));
          }
        }
        return CommandLine.defaultFactory().create(type);
      }
    };
  }
}
