package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same input gives the same bytes, whatever the machine's locale, charset and time zone. Where
 * our own code could depend on them, it does not compile: that is what the Error Prone checks
 * DefaultLocale, DefaultCharset and JavaTimeDefaultTimeZone are for.
 */
class MachineIndependenceTest {
  private static final List<String> PLAIN = List.of();
  private static final Map<String, String> UTF_8_LOCALE = Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC");

  /** All at once: nothing of it may be seen. */
  private static final List<String> FAR =
      List.of(
          "-Duser.language=ar",
          "-Duser.country=EG",
          "-Duser.extensions=nu-arab",
          "-Dfile.encoding=ISO-8859-1");

  private static final Map<String, String> FAR_LOCALE =
      Map.of("LC_ALL", "C", "LANG", "th_TH", "TZ", "Asia/Jakarta");

  @TempDir static Path folder;

  /** A working directory whose own name is not ASCII. */
  private static Path here;

  private static byte[] expected;

  @BeforeAll
  static void checkOnAPlainMachine() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/cmdline")));
    here = FileNames.besides(folder.resolve("x"), "süd");
    Files.createDirectory(here);
    byte[] recording = Files.readAllBytes(Cli.EXAMPLES.resolve("broken/body-minified.http"));
    for (String name : HostileNamesTest.NAMES.keySet()) {
      Files.write(FileNames.besides(here.resolve("x"), name), recording);
      Files.write(FileNames.besides(here.resolve("x"), "unreadable " + name), new byte[] {'x'});
    }
    Files.write(
        here.resolve("amount.http"),
        Files.readAllBytes(Cli.EXAMPLES.resolve("broken/amount-decimal-string.http")));
    Files.write(
        FileNames.besides(here.resolve("x"), "schlüssel.txt"),
        Files.readAllBytes(Cli.EXAMPLES.resolve("secret.txt")));

    expected = check(PLAIN, UTF_8_LOCALE);

    assertThat(new String(expected, UTF_8))
        .contains("é.http", "bad\\udcff\\udcfe.http", "--secret-file 'schlüssel.txt'")
        .contains("request signature invalid", "10 unreadable");
  }

  static Stream<Arguments> machines() {
    // Other letters, another calendar, and the rest at once: digits, charset, locale, time zone.
    return Stream.of(
        argumentSet("tr-TR", List.of("-Duser.language=tr", "-Duser.country=TR"), UTF_8_LOCALE),
        argumentSet(
            "th-TH-u-ca-buddhist",
            List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.extensions=ca-buddhist"),
            UTF_8_LOCALE),
        argumentSet("all at once", FAR, FAR_LOCALE));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void everyReportHasTheSameBytes(List<String> java, Map<String, String> machine) throws Exception {
    assertThat(new String(check(java, machine), UTF_8)).isEqualTo(new String(expected, UTF_8));
  }

  @Test
  void everyCommandPrintsTheSameBytes() throws Exception {
    for (String command :
        List.of(
            "explain --secret-file schl*.txt -- é.http amount.http",
            "sign --secret-file schl*.txt --client-id MCH-1 --operation akulaku.generate-order"
                + " --request-id 1 --timestamp 2026-01-31T09:30:00Z --curl é.http",
            "contract --rules --format markdown",
            "vectors list",
            "check --help",
            "check --now 31.01.2026 é.http",
            "frobnicate ü")) {
      String plain = run("$PROGRAM " + command, PLAIN, UTF_8_LOCALE);

      assertThat(plain).as(command).isNotEmpty().doesNotContain("unexpected failure");
      assertThat(run("$PROGRAM " + command, FAR, FAR_LOCALE)).as(command).isEqualTo(plain);
    }
  }

  @Test
  void aSecretThatTheCharsetMayHaveChangedIsRefused() throws Exception {
    String command = "DOKU_SECRET_KEY=schl\u00fcssel $PROGRAM check amount.http; echo exit code $?";

    assertThat(run(command, PLAIN, UTF_8_LOCALE)).contains("exit code 1");
    for (List<String> java : List.of(List.of("-Dfile.encoding=ISO-8859-1"), PLAIN)) {
      assertThat(run(command, java, Map.of("LC_ALL", "C")))
          .isEqualTo(
              "doku-conformance: $DOKU_SECRET_KEY: expected a secret in ASCII, or a locale whose"
                  + " charset is UTF-8; else use --secret-file\nexit code 2\n");
    }
  }

  /** Returns what all reports and standard error hold. */
  private static byte[] check(List<String> java, Map<String, String> machine) throws Exception {
    Path reports = Files.createTempDirectory(folder, "reports");
    List<String> words = new ArrayList<>(List.of("$PROGRAM check -v --secret-file schl*.txt"));
    for (ReportFormat format : ReportFormat.values()) {
      words.add("--output " + format + "=" + reports + "/ü-" + format);
    }
    String printed =
        run(String.join(" ", words) + " -- ./*.http .//../süd/amount.http", java, machine);
    String all = run("cat " + reports + "/*", PLAIN, UTF_8_LOCALE);
    assertThat(all).contains("\"verdict\"", "<testsuite", "<!DOCTYPE html>", "::error");
    return (printed + "\nand the reports\n" + all).getBytes(UTF_8);
  }

  private static String run(String script, List<String> java, Map<String, String> machine)
      throws IOException, InterruptedException {
    List<String> program = new ArrayList<>(List.of("env"));
    machine.forEach((name, value) -> program.add(name + "=" + value));
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.addAll(java);
    program.add("-XX:TieredStopAtLevel=1");
    program.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    Path shell = Files.createTempFile(folder, "script", ".sh");
    Files.writeString(
        shell,
        "cd "
            + folder
            + "/s*d && "
            + script.replace("$PROGRAM", "'" + String.join("' '", program) + "'")
            + "\n");
    Path out = Files.createTempFile(folder, "out", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", shell.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().remove("DOKU_SECRET_KEY");
    builder.environment().put("LC_ALL", "C"); // the shell's own: it sorts what it expands
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out, UTF_8);
  }
}
