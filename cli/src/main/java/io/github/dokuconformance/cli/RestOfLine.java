package io.github.dokuconformance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Takes all that follows an option as another program's command line, options and all. */
final class RestOfLine implements IParameterConsumer {
  @Override
  @SuppressWarnings("JdkObsolete") // picocli hands over a Stack
  public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
    List<String> rest = new ArrayList<>();
    while (!args.isEmpty()) {
      rest.add(args.pop());
    }
    if (!rest.isEmpty() && rest.get(0).equals("--")) {
      rest.remove(0);
    }
    if (rest.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "expected a command after --for, got nothing");
    }
    option.setValue(List.copyOf(rest));
  }
}
