package io.github.dokuconformance.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.Failures;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.cli.stored.StoredSummary;
import io.github.dokuconformance.finding.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The job: checks recordings on a cluster, and stores what {@code report} makes reports from. */
@Command(
    name = "doku-conformance-spark",
    mixinStandardHelpOptions = true,
    description =
        "Checks recordings on Apache Spark. The command report makes the reports of check from what"
            + " it writes.")
public final class SparkCheck implements Callable<Integer> {
  private static final String DEFAULT_SPLIT = "134217728";

  private final SparkConf conf;
  private final PrintWriter err;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "IN… OUT",
      description =
          "Recordings, exchange JSON one a line, as paths, URIs or patterns of them; and the folder"
              + " to write to, which is not there yet.")
  private List<String> paths;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description =
          "JSON file with an object: client id to Secret Key, or to several keys. Each worker, and"
              + " the driver, reads it from its own disk.")
  private @Nullable String credentials;

  @Option(
      names = "--split-size",
      paramLabel = "BYTES",
      defaultValue = DEFAULT_SPLIT,
      description = "A recording is divided into parts of so many bytes (default: 128 MiB).")
  private long splitSize;

  private SparkCheck(SparkConf conf, PrintWriter err) {
    this.conf = conf;
    this.err = err;
  }

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    System.exit(run(new SparkConf().setAppName("doku-conformance"), err, args));
  }

  /** Runs the job and returns its exit code. */
  static int run(SparkConf conf, PrintWriter err, String... args) {
    CommandLine commandLine = new CommandLine(new SparkCheck(conf, err));
    commandLine.setExpandAtFiles(false);
    commandLine.setErr(err);
    commandLine.setParameterExceptionHandler(
        (e, given) -> {
          say(err, e.getMessage() + "; see --help");
          return ExitCode.USAGE;
        });
    commandLine.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          say(err, line(e));
          return ExitCode.USAGE;
        });
    return commandLine.execute(args);
  }

  private static void say(PrintWriter err, String line) {
    err.println("doku-conformance-spark: " + Visible.name(line));
    err.flush();
  }

  private static String line(Exception e) {
    return e instanceof SparkException || e instanceof IOException
        ? "the job has failed, and Spark's log says more: "
            + Visible.line(String.valueOf(e.getMessage()).lines().findFirst().orElse(""))
        : Failures.line(e);
  }

  @Override
  public Integer call() throws Exception {
    if (paths.size() < 2) {
      throw new ParameterException(
          spec.commandLine(),
          "expected recordings and the folder to write to, got one path: " + paths.get(0));
    }
    if (splitSize < 1) {
      throw new ParameterException(
          spec.commandLine(), "expected --split-size of at least 1, got: " + splitSize);
    }
    Keys.of(Optional.ofNullable(credentials));
    String out = paths.get(paths.size() - 1);
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      Configuration configuration = spark.hadoopConfiguration();
      Folder folder = new Folder(qualified(out, configuration), configuration);
      if (folder.exists()) {
        throw InputException.of(
            out, "expected a folder that is not there yet; take it away or name another");
      }
      SparkInputs inputs = new SparkInputs(configuration, splitSize);
      for (String path : paths.subList(0, paths.size() - 1)) {
        inputs.add(path);
      }
      return check(spark, new Job(credentials, folder), inputs);
    }
  }

  private static String qualified(String out, Configuration configuration)
      throws IOException, InputException {
    try {
      Path path = new Path(out);
      return path.getFileSystem(configuration).makeQualified(path).toString();
    } catch (IllegalArgumentException e) {
      throw InputException.of(out, "expected a path or a URI, got neither");
    }
  }

  private int check(JavaSparkContext spark, Job job, SparkInputs inputs)
      throws IOException, InputException {
    SplitCounts counts = new SplitCounts();
    List<StoredSummary.Split> splits = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    int findingFiles = 0;
    if (!inputs.splits().isEmpty()) {
      Run run = Run.over(spark, job, inputs.splits());
      counts.addAll(run.counts());
      splits.addAll(run.splits());
      findingFiles = run.findingFiles();
      remarks.addAll(Diagnoses.write(job, inputs.splits(), run.before()));
    } else {
      try (Folder.Output none = job.out().write(StoredSummary.DIAGNOSES)) {
        none.commit();
      }
    }
    inputs.findBlank(splits);
    inputs.inputs().stream()
        .filter(input -> input.unreadable().isPresent())
        .forEach(input -> counts.addUnreadable());
    String verdict = verdict(counts);
    StoredSummary summary =
        new StoredSummary(
            job.keyFile(),
            inputs.inputs(),
            splits,
            findingFiles,
            verdict,
            numbers(counts),
            remarks);
    try (Folder.Output file = job.out().write(StoredSummary.FILE)) {
      file.line(Keys.of(job.keyFile()).mask().text(summary.toJson()));
      file.commit();
    }
    job.out().delete(Folder.WORK);
    say(
        err,
        String.format(
            Locale.ROOT,
            "%s: %d checked, %d not conformant, %d unreadable",
            verdict,
            counts.exchanges(),
            counts.notConformant(),
            counts.unreadable()));
    return exitCode(counts, verdict);
  }

  private static Map<String, Long> numbers(SplitCounts counts) {
    Map<String, Long> numbers = new TreeMap<>(counts.codes());
    numbers.put("checked", counts.exchanges());
    numbers.put("judged", counts.judged());
    numbers.put("notConformant", counts.notConformant());
    numbers.put("unreadable", counts.unreadable());
    return numbers;
  }

  /** Returns the word that {@code check} has for a run in which an error counts. */
  private static String verdict(SplitCounts counts) {
    boolean failed = counts.notConformant() > 0 || counts.unreadable() > 0;
    return Summary.verdict(failed, counts.exchanges(), counts.judged());
  }

  private static int exitCode(SplitCounts counts, String verdict) {
    if (counts.unreadable() > 0) {
      return ExitCode.USAGE;
    }
    return switch (verdict) {
      case "conformant" -> ExitCode.CONFORMANT;
      case "not-conformant" -> ExitCode.NOT_CONFORMANT;
      default -> ExitCode.NOTHING_CHECKED;
    };
  }
}
