package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A channel is data: no code knows one by its name. Help may name one, as an example. */
class ChannelNamesTest {

  private static final List<String> MODULES =
      List.of("schemas", "core", "sandbox", "test-vectors", "cli", "pact");

  /** Where claims have the names of their pages. */
  private static final Set<String> SOURCES =
      Set.of(
          "io/github/dokuconformance/rules/Pages.class",
          "io/github/dokuconformance/probe/Sources.class");

  /** The group of operations that every channel's orders belong to; a word of everyday code. */
  private static final String COMMON = "orders";

  @Test
  void areInNoCode() throws IOException {
    Set<String> names =
        Contract.bundled().operations().stream()
            .map(Operation::channel)
            .filter(channel -> !channel.equals(COMMON))
            .collect(Collectors.toSet());
    TreeMap<String, List<String>> named = new TreeMap<>();
    int classes = 0;

    for (Path folder : folders()) {
      for (Path file : classFiles(folder)) {
        classes++;
        String name = folder.relativize(file).toString().replace('\\', '/');
        List<String> texts = texts(file).stream().filter(text -> names(text, names)).toList();
        if (!texts.isEmpty() && !SOURCES.contains(name)) {
          named.put(name, texts);
        }
      }
    }

    assertThat(classes).isGreaterThan(400);
    assertThat(named).isEmpty();
  }

  @Test
  void wouldBeFound() throws IOException {
    Path pages =
        folders().stream()
            .map(folder -> folder.resolve("io/github/dokuconformance/rules/Pages.class"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();

    assertThat(texts(pages)).anyMatch(text -> names(text, Set.of("akulaku")));
  }

  private static boolean names(String text, Set<String> names) {
    return names.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
  }

  /** The modules' classes lie beside those of this one; pact may not have been built. */
  private static List<Path> folders() {
    Path own;
    try {
      own = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    Path module = own;
    while (!module.getFileName().toString().equals("cli")) {
      module = module.getParent();
    }
    Path root = module.getParent();
    Path classes = module.relativize(own);
    return MODULES.stream()
        .map(name -> root.resolve(name).resolve(classes))
        .filter(Files::isDirectory)
        .toList();
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  private static List<String> texts(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return ClassConstants.texts(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
