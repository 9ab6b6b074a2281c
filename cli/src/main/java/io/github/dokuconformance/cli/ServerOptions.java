package io.github.dokuconformance.cli;

import io.github.dokuconformance.sandbox.http.Authority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the commands that listen until a signal, or until a client's command ends. */
final class ServerOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: the loopback address, this machine alone).")
  private @Nullable InetAddress host;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME[:PORT]",
      description =
          "Answers also to that Host, such as host.docker.internal or a service's name, and to pages from there; repeatable.")
  private List<String> allowedHosts = List.of();

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "Writes every exchange to a JSON Lines file, which check reads.")
  private @Nullable Path evidence;

  @Option(names = "--quiet", description = "Prints only what is not conformant.")
  private boolean quiet;

  @Option(
      names = "--for",
      paramLabel = "COMMAND",
      arity = "1..*",
      parameterConsumer = RestOfLine.class,
      description = "Runs the rest of the line as the client's test command.")
  private List<String> command = List.of();

  /** Returns where to listen: with a client's command any free port will do. */
  InetSocketAddress address(@Nullable Integer port, int usual) {
    int wanted = port != null ? port : command.isEmpty() ? usual : 0;
    if (wanted < 0 || wanted > 65535) {
      throw new ParameterException(
          spec.commandLine(), "expected --port from 0 to 65535, got: " + wanted);
    }
    return new InetSocketAddress(host == null ? InetAddress.getLoopbackAddress() : host, wanted);
  }

  /** Returns the hosts that are allowed beside the address and localhost. */
  List<Authority> allowedHosts() {
    try {
      return allowedHosts.stream().map(Authority::named).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--allow-host: " + e.getMessage());
    }
  }

  ParameterException cannotListen(IOException e) {
    return new ParameterException(
        spec.commandLine(),
        "can't listen there ("
            + e.getMessage()
            + "): choose another --port, or --port 0 for any, or another --host");
  }

  Optional<Path> evidence() {
    return Optional.ofNullable(evidence);
  }

  boolean quiet() {
    return quiet;
  }

  List<String> command() {
    return command;
  }
}
