package io.github.dokuconformance.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.Main;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.scheme.Schemes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job on two threads, beside the command line on the same files. */
class SparkCheckTest {
  /** Of three files; all sixty thousand with -Pexhaustive, else others each day. */
  private static final boolean ALL = Boolean.getBoolean("exhaustive");

  private static final int LINES = ALL ? 20_000 : 1_500;

  private static final List<String> FORMS =
      List.of("json", "jsonl", "junit", "sarif", "markdown", "html", "github", "text");

  @TempDir Path folder;

  @Test
  void findsWhatTheCommandLineFinds() throws IOException {
    long seed = ALL ? 24 : Long.getLong("rotation", LocalDate.now(Clock.systemUTC()).toEpochDay());
    MutatedLines lines = new MutatedLines(seed);
    List<String> recordings = new ArrayList<>();
    for (String name : List.of("a.jsonl", "b.jsonl", "c.jsonl")) {
      recordings.add(lines.write(folder.resolve(name), LINES).toString());
    }
    recordings.add(folder.resolve("missing.jsonl").toString());
    recordings.add(write("blank.jsonl", "\n \n\r\n"));
    recordings.add(write("empty.jsonl", ""));
    String keys = write("keys.json", MutatedLines.credentials());
    String size = Integer.toString(LINES * 200);

    Done one = cli(reports(List.of("check", "-v", "--credentials", keys), "one", recordings));
    Done job = spark("--credentials", keys, "--split-size", size, recordings, out());
    Done many = cli(reports(List.of("report", "-v"), "many", List.of(out())));

    assertThat(many).as("seed %d", seed).isEqualTo(one);
    assertThat(job.code()).isEqualTo(one.code());
    for (String form : FORMS) {
      assertThat(report("many", form)).as("%s, seed %d", form, seed).isEqualTo(report("one", form));
    }
    assertThat(report("many", "jsonl").lines().count()).isGreaterThan(2L * LINES);
    assertThat(report("many", "jsonl"))
        .contains(
            "run.request-id-reused",
            "run.external-id-reused",
            "run.invoice-number-reused",
            "run.reference-reused",
            "run.refund-reference-reused",
            "run.reference-differs",
            "run.refund-not-full",
            "run.amount-differs",
            "string-to-sign.trailing-newline",
            "unreadable");
    try (Stream<Path> files = Files.list(Path.of(out()))) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .contains("run.json", "results-000012.jsonl")
          .noneMatch(name -> name.startsWith("_") || name.startsWith("."));
    }
  }

  @Test
  void rightRecordingIsGreenAndSecretsAreMasked() throws IOException {
    String right = write("right.jsonl", MutatedLines.right() + "\n");
    String told =
        write("told.jsonl", MutatedLines.right().replace("MCH-TEST-0001", MutatedLines.SECRET));
    String keys = write("keys.json", MutatedLines.credentials());

    assertThat(spark("--credentials", keys, right, out()).code()).isEqualTo(ExitCode.CONFORMANT);
    Done green = cli(List.of("report", out()));
    assertThat(green.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(green.out()).contains("conformant: 1 checked, 1 conformant, 0 not");
    String other = folder.resolve("other").toString();
    assertThat(spark("--credentials", keys, told, other).code()).isEqualTo(ExitCode.CONFORMANT);
    try (Stream<Path> files = Files.list(Path.of(other))) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain(MutatedLines.SECRET);
      }
    }
    assertThat(cli(List.of("report", other)).out()).contains("[secret]");
  }

  @Test
  void saysWhatItCantUse() throws IOException {
    String right = write("right.jsonl", MutatedLines.right());
    String broken = write("keys.json", "{\"MCH\":" + MutatedLines.SECRET + "}");

    assertUsage(spark(right), "expected recordings and the folder to write to");
    assertUsage(spark("--credentials", broken, right, out()), "keys.json:1: expected");
    assertUsage(spark(right, folder.toString()), "expected a folder that is not there yet");
    assertUsage(spark("--split-size", "0", right, out()), "expected --split-size of at least 1");
    assertUsage(spark(right, "nowhere://x/y"), "No FileSystem for scheme");
    assertUsage(
        spark(write("a.http", "GET / HTTP/1.1\r\n\r\n"), out()), "0 checked, 0 not conformant, 1");
    assertThat(cli(List.of("report", out())).err())
        .contains("a.http: expected exchange JSON, one a line (.jsonl), got .http");
  }

  private static void assertUsage(Done done, String says) {
    assertThat(done.err()).contains(says).doesNotContain(MutatedLines.SECRET);
    assertThat(done.err().lines()).hasSize(1);
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private List<String> reports(List<String> command, String name, List<String> inputs) {
    List<String> args = new ArrayList<>(command);
    for (String form : FORMS) {
      args.add("--output");
      args.add(form + "=" + folder.resolve(name + "." + form));
    }
    args.addAll(inputs);
    return args;
  }

  private String report(String name, String form) throws IOException {
    return Files.readString(folder.resolve(name + "." + form));
  }

  private record Done(int code, String out, String err) {}

  private static Done cli(List<String> args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Env env =
        new Env(
            new ByteArrayInputStream("".getBytes(UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            Map.of(),
            Clock.fixed(Instant.parse("2026-01-31T09:30:00Z"), ZoneOffset.UTC),
            false,
            () -> 0,
            false,
            Schemes.bundled());
    int code = Main.run(env, args.toArray(String[]::new));
    env.flush();
    return new Done(code, out.toString(), err.toString());
  }

  private static Done spark(Object... args) {
    String[] texts =
        Stream.of(args)
            .flatMap(arg -> arg instanceof List<?> list ? list.stream() : Stream.of(arg))
            .map(Object::toString)
            .toArray(String[]::new);
    StringWriter err = new StringWriter();
    SparkConf conf =
        new SparkConf()
            .setAppName("test")
            .setMaster("local[2]")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1");
    int code = SparkCheck.run(conf, new PrintWriter(err), texts);
    return new Done(code, "", err.toString());
  }
}
