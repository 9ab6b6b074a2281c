package io.github.dokuconformance.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;

/** What a command line did: exit code, data and talk. */
record CommandLineRun(int exitCode, String out, String err) {
  static CommandLineRun of(Map<String, String> variables, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Env env =
        new Env(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            variables,
            Clock.systemUTC(),
            false,
            false);
    int exitCode = Main.run(env, args);
    env.flush();
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }
}
