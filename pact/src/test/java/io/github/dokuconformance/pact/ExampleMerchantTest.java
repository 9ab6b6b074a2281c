package io.github.dokuconformance.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The example shop: its tests pass with its client, and each client with a mistake is told which.
 *
 * <p>Its sources are compiled here as they stand; {@code examples/run} builds it by its own pom.
 */
class ExampleMerchantTest {
  private static final Path SHOP = Path.of("examples/merchant");

  private static final Path CLIENTS = SHOP.resolve("src/main/java/shop");

  @TempDir private Path classes;
  @TempDir private Path sources;

  @Test
  void rightClientPassesAllTests() throws Exception {
    Map<String, String> outcomes = run(Optional.empty());

    assertThat(outcomes).hasSize(7).allSatisfy((test, failure) -> assertThat(failure).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsNamed(String mistake, String test, List<String> named) throws Exception {
    assertThat(run(Optional.of(mistake)))
        .hasEntrySatisfying(test, failure -> assertThat(failure).contains(named));
  }

  static Stream<Arguments> mistakes() {
    String orders = "ordersAndGetsTheAddressToPayAt(DokuServer)";
    return Stream.of(
        argumentSet(
            "line end after the last line",
            "trailing-newline",
            orders,
            List.of("string-to-sign.trailing-newline")),
        argumentSet("body written twice", "body-written-twice", orders, List.of("body.minified")),
        argumentSet(
            "line end, to the sandbox",
            "trailing-newline",
            "seesThatTheCustomerHasPaid(DokuServer)",
            List.of("string-to-sign.trailing-newline")),
        argumentSet(
            "answers unchecked",
            "answers-unchecked",
            "refusesAnAnswerThatWasAlteredAfterSigning(DokuServer)",
            List.of("response.body-altered")),
        argumentSet(
            "Bearer signed with the token of SNAP",
            "bearer-signed",
            "asksForATokenAndThenForANumber(DokuServer)",
            List.of("snap.token.with-bearer")),
        argumentSet(
            "request for a token of SNAP turned round",
            "token-request-turned",
            "asksForATokenAndThenForANumber(DokuServer)",
            List.of("snap.token-string.order")));
  }

  /** Copies the shop's clients, and makes a mistake in one, which stands there as a patch. */
  private void clients(Optional<String> mistake) throws Exception {
    try (Stream<Path> clients = Files.list(CLIENTS)) {
      for (Path client : clients.toList()) {
        Files.copy(client, sources.resolve(client.getFileName()));
      }
    }
    if (mistake.isPresent()) {
      List<String> patch = Files.readAllLines(SHOP.resolve("wrong/" + mistake.get() + ".patch"));
      String name = patch.get(1).substring(patch.get(1).lastIndexOf('/') + 1);
      Path client = sources.resolve(name);
      Files.write(
          client,
          DiffUtils.patch(Files.readAllLines(client), UnifiedDiffUtils.parseUnifiedDiff(patch)));
    }
  }

  /** Compiles the shop, with that mistake, and returns what became of each of its tests. */
  private Map<String, String> run(Optional<String> mistake) throws Exception {
    clients(mistake);
    compile(List.of(sources, SHOP.resolve("src/test/java")));
    Map<String, String> outcomes = new TreeMap<>();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      for (String test :
          List.of("shop.DokuClientTest", "shop.SnapClientTest", "shop.DokuSandboxTest")) {
        outcomes.putAll(Kit.run(selectClass(loader.loadClass(test))));
      }
    }
    return outcomes;
  }

  private void compile(List<Path> places) throws Exception {
    List<String> sources = new ArrayList<>();
    for (Path place : places) {
      try (Stream<Path> files = Files.walk(place)) {
        files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(sources::add);
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-d",
              classes.toString(),
              "-classpath",
              System.getProperty(
                  "surefire.test.class.path", System.getProperty("java.class.path")));
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromStrings(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }
}
