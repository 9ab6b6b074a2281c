package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.vectors.SuiteException;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorSuite;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prints one case as JSON, with its flags and its key in place of their names. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show a case as JSON, with what its flags and key mean.",
    footer = {"", "Examples:", "  doku-conformance vectors show digest/known/empty"})
final class ShowCommand implements Callable<Integer> {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Mixin private final Console console = new Console();
  @Mixin private final SuiteOption suiteOption = new SuiteOption();

  @Parameters(paramLabel = "ID", description = "Id of the case, as vectors list prints it.")
  private String id = "";

  @Override
  public Integer call() {
    try {
      VectorSuite suite = suiteOption.load();
      Optional<TestCase> test = suite.find(id);
      if (test.isPresent()) {
        console.out().println(MAPPER.writeValueAsString(toJson(test.get(), suite)));
        return ExitCode.CONFORMANT;
      }
      return console.fail(ExitCode.USAGE, "no case has the id " + id + "; see vectors list");
    } catch (SuiteException e) {
      return console.fail(ExitCode.USAGE, e.getMessage());
    }
  }

  private static ObjectNode toJson(TestCase test, VectorSuite suite) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("id", test.id())
            .put("title", test.title())
            .put("requirement", test.requirement().id());
    ObjectNode flags = node.putObject("flags");
    test.flags().stream()
        .map(suite::flag)
        .forEach(
            flag -> {
              ObjectNode flagNode =
                  flags
                      .putObject(flag.code())
                      .put("kind", flag.kind())
                      .put("description", flag.description());
              flag.hint().ifPresent(hint -> flagNode.put("hint", hint));
            });
    node.set("evidence", test.evidence());
    test.twin().ifPresent(twin -> node.put("twin", twin));
    ObjectNode input = test.input();
    input.optional("key").ifPresent(name -> input.set("key", suite.key(name.stringValue())));
    node.set("input", input);
    node.set("expected", test.expected());
    return node;
  }
}
