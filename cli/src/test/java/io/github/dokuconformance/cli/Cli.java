package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.scheme.Schemes;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Runs the program inside the test's own process. */
final class Cli {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path EXAMPLES = ROOT.resolve("examples");
  static final String SECRET = "SK-TEST-merchant-NOT-A-SECRET";
  static final Map<String, String> WITH_SECRET = Map.of("DOKU_SECRET_KEY", SECRET);

  private Cli() {}

  static Result run(Object... args) {
    return run(WITH_SECRET, "", args);
  }

  static Result run(Map<String, String> variables, String stdin, Object... args) {
    return run(clock(), Schemes.bundled(), variables, stdin, args);
  }

  /** Runs at a terminal of so many columns that wants no colour. */
  static Result runInColumns(int width, Object... args) {
    return run(clock(), Schemes.bundled(), Map.of(), "", width, args);
  }

  private static Clock clock() {
    return Clock.fixed(Instant.parse("2026-01-31T09:30:00Z"), ZoneOffset.UTC);
  }

  /** Runs with more schemes than the program has. */
  static Result run(Schemes schemes, Map<String, String> variables, Object... args) {
    return run(clock(), schemes, variables, "", args);
  }

  /** Runs with the time that it is, for what talks to other processes. */
  static Result runNow(Map<String, String> variables, Object... args) {
    return run(Clock.systemUTC(), Schemes.bundled(), variables, "", args);
  }

  private static Result run(
      Clock clock, Schemes schemes, Map<String, String> variables, String stdin, Object... args) {
    return run(clock, schemes, variables, stdin, 0, args);
  }

  private static Result run(
      Clock clock,
      Schemes schemes,
      Map<String, String> variables,
      String stdin,
      int width,
      Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Env env =
        new Env(
            new ByteArrayInputStream(stdin.getBytes(UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            variables,
            clock,
            false,
            () -> width,
            false,
            schemes);
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    int code = Main.run(env, texts);
    env.flush();
    return new Result(code, out.toString(), err.toString());
  }

  /** What a run left behind. */
  record Result(int code, String out, String err) {
    List<String> errLines() {
      return err.lines().toList();
    }
  }
}
