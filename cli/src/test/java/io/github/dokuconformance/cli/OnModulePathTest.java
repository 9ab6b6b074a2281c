package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's module has core alone, and sees what it exports. */
class OnModulePathTest {
  private static final Path SHOP = Cli.EXAMPLES.resolve("java-module");
  private static final List<String> OURS =
      List.of("io.github.dokuconformance.core", "io.github.dokuconformance.schemas");

  @TempDir private static Path folder;

  @BeforeAll
  static void compile() throws Exception {
    Output compiled =
        java(
            "javac",
            "-d",
            folder.resolve("shop").toString(),
            "-p",
            modulePath(),
            SHOP.resolve("module-info.java").toString(),
            SHOP.resolve("shop/Verify.java").toString());
    assertThat(compiled.exitCode).as(compiled.text).isZero();
  }

  @Test
  void verifiesARightExchange() throws Exception {
    Output output = verify(SHOP.resolve("notification.json"));

    assertThat(output.text)
        .doesNotContain("error", "warning")
        .endsWith("request's signature: VALID\n");
    assertThat(output.exitCode).isZero();
  }

  @Test
  void findsAWrongOne() throws Exception {
    String right = Files.readString(SHOP.resolve("notification.json"));
    Path changed = Files.writeString(folder.resolve("changed.json"), right.replace("90000", "9"));

    Output output = verify(changed);

    assertThat(output.text)
        .contains("error signature.mismatch: ")
        .endsWith("request's signature: INVALID\n");
    assertThat(output.exitCode).isEqualTo(1);
  }

  @Test
  void coreNeedsNeitherServerNorClient() {
    ModuleDescriptor core = ModuleFinder.of(paths()).find(OURS.get(0)).orElseThrow().descriptor();

    assertThat(core.requires())
        .extracting(ModuleDescriptor.Requires::name)
        .contains("tools.jackson.databind")
        .doesNotContain("java.net.http", "jdk.httpserver");
  }

  private static Output verify(Path exchange) throws Exception {
    return java(
        "java",
        "-p",
        modulePath() + File.pathSeparator + folder.resolve("shop"),
        "-m",
        "shop/shop.Verify",
        exchange.toString(),
        Cli.EXAMPLES.resolve("secret.txt").toString());
  }

  private static String modulePath() {
    return Arrays.stream(paths())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns of what the tests run on: the two modules and the libraries of others. */
  private static Path[] paths() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::exists)
        .filter(OnModulePathTest::isWanted)
        .toArray(Path[]::new);
  }

  private static boolean isWanted(Path path) {
    List<String> names =
        ModuleFinder.of(path).findAll().stream().map(it -> it.descriptor().name()).toList();
    return names.stream()
        .anyMatch(
            it ->
                OURS.contains(it)
                    || it.startsWith("tools.jackson")
                    || it.startsWith("com.fasterxml.jackson")
                    || it.startsWith("com.networknt")
                    || it.startsWith("com.ethlo")
                    || it.equals("org.bouncycastle.provider")
                    || it.equals("org.jspecify")
                    || it.equals("org.slf4j"));
  }

  private record Output(int exitCode, String text) {}

  private static Output java(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
    command.addAll(List.of(arguments));
    Path err = folder.resolve("err");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exitCode = process.waitFor();
    return new Output(exitCode, out + withoutLogging(Files.readString(err)));
  }

  /** The validator logs by SLF4J, which says that nobody has told it where to. */
  private static String withoutLogging(String err) throws IOException {
    return err.lines().filter(it -> !it.startsWith("SLF4J")).collect(Collectors.joining("\n"));
  }
}
