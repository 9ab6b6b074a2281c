package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages of all modules stand on each other, never in a circle; one name is one type. */
class PackagesTest {
  private static final List<String> MODULES =
      List.of(
          "schemas",
          "test-vectors",
          "core",
          "sandbox",
          "cli",
          "pact",
          "page",
          "spark",
          "benchmarks");

  /** Types of the JDK's and of Jackson's as the page has them, under the names that they have. */
  private static final Pattern STANDS_FOR_ANOTHER =
      Pattern.compile("/(?:page/javax|page/databind|org/teavm)/");

  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?(io\\.github\\.dokuconformance(?:\\.[a-z0-9]+)*)\\.[A-Z]",
          Pattern.MULTILINE);

  @Test
  void formNoCircle() throws IOException {
    Map<String, Set<String>> imports = imports();

    assertThat(imports)
        .containsKeys(
            "io.github.dokuconformance.check",
            "io.github.dokuconformance.sandbox.http",
            "io.github.dokuconformance.pact.mock")
        .hasSizeGreaterThan(50);
    assertThat(imports.keySet().stream().flatMap(from -> circle(from, imports)).toList()).isEmpty();
  }

  @Test
  void circleIsFound() {
    Map<String, Set<String>> imports = Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"));

    assertThat(circle("a", imports)).containsExactly("a → b → c → a");
    assertThat(circle("a", Map.of("a", Set.of("b"), "b", Set.of("c")))).isEmpty();
  }

  @Test
  void nameNoTwoTypesAlike() throws IOException {
    Map<String, List<Path>> byName = new TreeMap<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Cli.ROOT.resolve(module).resolve("src/main/java"))) {
        files
            .filter(it -> it.toString().endsWith(".java") && !it.endsWith("package-info.java"))
            .filter(it -> !STANDS_FOR_ANOTHER.matcher(it.toString()).find())
            .forEach(
                it ->
                    byName
                        .computeIfAbsent(it.getFileName().toString(), name -> new ArrayList<>())
                        .add(Cli.ROOT.relativize(it)));
      }
    }
    byName.keySet().remove("module-info.java");

    assertThat(byName).hasSizeGreaterThan(600);
    assertThat(byName.values()).allSatisfy(files -> assertThat(files).hasSize(1));
  }

  private static Map<String, Set<String>> imports() throws IOException {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (String module : MODULES) {
      add(imports, Cli.ROOT.resolve(module).resolve("src/main/java"));
    }
    return imports;
  }

  private static void add(Map<String, Set<String>> imports, Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        String own = sources.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".");
        Set<String> others = imports.computeIfAbsent(own, name -> new TreeSet<>());
        IMPORT
            .matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .filter(name -> !name.equals(own))
            .forEach(others::add);
      }
    }
  }

  /** Returns the way from a package back to itself, if there is one. */
  private static Stream<String> circle(String from, Map<String, Set<String>> imports) {
    List<List<String>> open = new ArrayList<>(List.of(List.of(from)));
    Set<String> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      List<String> way = open.remove(0);
      for (String next : imports.getOrDefault(way.get(way.size() - 1), Set.of())) {
        List<String> longer = new ArrayList<>(way);
        longer.add(next);
        if (next.equals(from)) {
          return Stream.of(String.join(" → ", longer));
        }
        if (seen.add(next)) {
          open.add(longer);
        }
      }
    }
    return Stream.empty();
  }
}
