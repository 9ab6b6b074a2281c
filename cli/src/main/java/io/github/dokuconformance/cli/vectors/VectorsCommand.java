package io.github.dokuconformance.cli.vectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The suite of test vectors: what is in it, and how an implementation fares with it. */
@Command(
    name = "vectors",
    mixinStandardHelpOptions = true,
    description = "Show the test vectors, and grade an implementation in any language by them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      LintCommand.class,
      RunCommand.class,
      AdapterCheckCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  doku-conformance vectors list --op sign",
      "  doku-conformance vectors run -- node adapter.js"
    })
public final class VectorsCommand implements Runnable {
  @Mixin private final Console console = new Console();

  @Override
  public void run() {
    throw console.usage("expected one of list, show, lint, run and adapter-check after vectors");
  }
}
