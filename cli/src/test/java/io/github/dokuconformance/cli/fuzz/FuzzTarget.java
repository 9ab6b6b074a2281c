package io.github.dokuconformance.cli.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.cli.baseline.Baseline;
import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.KeyFile;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.SecretFile;
import io.github.dokuconformance.cli.input.recognition.CredentialsFile;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.InputOptions;
import io.github.dokuconformance.cli.input.recognition.Inputs;
import io.github.dokuconformance.cli.place.Places;
import io.github.dokuconformance.cli.stored.StoredRun;
import io.github.dokuconformance.cli.stored.StoredSummary;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.message.json.JsonInputException;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.http.HttpBytes;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.vectors.harness.AdapterBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What reads bytes that somebody else wrote. A target throws where the program would have a defect:
 * an input is taken, or refused with a message for its user.
 */
public enum FuzzTarget {
  HTTP(InputFormat.HTTP),
  HAR(InputFormat.HAR),
  CURL(InputFormat.CURL),
  JSON(InputFormat.JSON),
  JSONL(InputFormat.JSONL),
  BRU(InputFormat.BRU),
  LOG(InputFormat.LOG),
  /** Any of them: what it is is told by its bytes. */
  RECOGNISED(Optional.empty()),
  /** Any of them in a file, with where in it its findings stand. */
  PLACES {
    @Override
    void read(byte[] data) throws InputException, IOException {
      Path file = scratch("recording", data);
      Optional<InputFormat> format = Inputs.formatWithPlaces(file, Optional.empty());
      try (InputSource source = Inputs.open(file, options(Optional.empty(), Optional.empty()));
          Places places = new Places(Optional.empty())) {
        each(source, exchange -> find(exchange, format, FileNames.of(file), places));
      }
    }

    private void find(Exchange exchange, Optional<InputFormat> format, String file, Places places) {
      List<Finding> findings = Check.check(exchange, CONTEXT).findings();
      Set<Finding> found = places.of(file, exchange, findings).keySet();
      // Of several commands, which is which is not known.
      boolean all = format.isPresent() && format.get() != InputFormat.CURL;
      if (!found.containsAll(findings) && (all || !found.isEmpty())) {
        throw new IllegalStateException(
            "expected places of %s, got those of %s".formatted(findings, found));
      }
    }
  },
  /** The values of a Postman collection's variables, beside a request that has one. */
  ENVIRONMENT {
    @Override
    void read(byte[] data) throws InputException, IOException {
      Path file = scratch("environment.json", data);
      exchanges(VARIABLE.getBytes(UTF_8), Optional.of(InputFormat.HTTP), Optional.of(file));
    }
  },
  CREDENTIALS {
    @Override
    void read(byte[] data) throws InputException, IOException {
      CredentialsFile.read(scratch("credentials.json", data), Optional.of(PASSWORD));
    }
  },
  SECRET {
    @Override
    void read(byte[] data) throws InputException {
      SecretFile.of("secret.txt", data);
    }
  },
  KEY {
    @Override
    void read(byte[] data) throws InputException, IOException {
      KeyFile.read(scratch("key.pem", data), Optional.of(PASSWORD));
    }
  },
  BASELINE {
    @Override
    void read(byte[] data) throws InputException, IOException {
      Baseline.read(scratch("baseline.json", data), LocalDate.of(2026, 1, 31));
    }
  },
  /** The files of a run that a cluster has checked, one after another: the summary comes first. */
  STORED {
    @Override
    void read(byte[] data) throws InputException, IOException {
      List<String> lines = new String(data, ISO_8859_1).lines().toList();
      stored(StoredSummary.FILE, lines.stream().limit(1));
      List<String> rest = lines.stream().skip(1).toList();
      stored(StoredSummary.results(0), rest.stream().filter(it -> it.startsWith("{\"line")));
      stored(StoredSummary.findings(0), rest.stream().filter(it -> it.contains("\"finding\":")));
      stored(
          StoredSummary.DIAGNOSES,
          rest.stream().filter(it -> !it.startsWith("{\"line") && !it.contains("\"finding\":")));
      StoredRun.open(Scratch.FOLDER).read(new Nobody());
    }
  },
  /** What a client sends to one of the servers. */
  SERVER {
    @Override
    void read(byte[] data) throws IOException {
      HttpBytes.serve(data);
    }
  },
  /** What a server answers: the merchant's, to a notification or a probe. */
  ANSWER {
    @Override
    void read(byte[] data) {
      HttpBytes.answer(data);
    }
  },
  /** The lines of an implementation under the vectors. */
  ADAPTER {
    @Override
    void read(byte[] data) throws IOException {
      AdapterBytes.read(data);
    }
  },
  /** A message whose signature is searched for mistakes further than elsewhere here. */
  EXPLAIN(InputFormat.HTTP) {
    @Override
    void judge(Exchange exchange) {
      check(exchange, CONTEXT, FURTHER);
    }
  },
  /** The same by SNAP, with the keys that open its signatures. */
  SNAP(InputFormat.HTTP) {
    @Override
    void judge(Exchange exchange) {
      check(exchange, Snap.CONTEXT, FURTHER);
    }
  };

  private static final Path OWN_CORPUS = Path.of("src/test/resources/fuzz");
  private static final List<Path> RECORDINGS =
      List.of(Path.of("../examples"), Path.of("src/test/resources/inputs"));
  private static final Path KEYS =
      Path.of("../core/src/test/resources/io/github/dokuconformance/snap");
  private static final int LONGEST = 20_000;

  private static final MerchantSecret PASSWORD = MerchantSecret.of("PW-TEST-NOT-A-SECRET");
  private static final String VARIABLE =
      "POST {{host}}/orders/v1/status/{{invoice}} HTTP/1.1\nHost: {{host}}\nClient-Id: {{id}}\n\n";

  /** A search for a mistake that no input can make long. */
  private static final Budget BUDGET =
      Budget.standard().withHypotheses(300).withTime(Duration.ofSeconds(5));

  private static final Budget FURTHER =
      Budget.standard().withHypotheses(1_000).withTime(Duration.ofSeconds(5));

  private static final CheckContext CONTEXT =
      CheckContext.nothing()
          .withKeys(
              KeyRing.empty()
                  .withAny(MerchantKeys.of(MerchantSecret.of("SK-TEST-merchant-NOT-A-SECRET"))));

  private final Optional<InputFormat> format;

  FuzzTarget() {
    this(Optional.empty());
  }

  FuzzTarget(InputFormat format) {
    this(Optional.of(format));
  }

  FuzzTarget(Optional<InputFormat> format) {
    this.format = format;
  }

  /**
   * Returns inputs to begin with: recordings of its format, and what this target has of its own,
   * what was found by fuzzing included.
   */
  List<byte[]> corpus() throws IOException {
    List<byte[]> corpus = new ArrayList<>();
    Path own = OWN_CORPUS.resolve(name().toLowerCase(Locale.ROOT));
    if (Files.exists(own)) {
      corpus.addAll(files(own, ""));
    }
    if (this == KEY) {
      corpus.addAll(files(KEYS, ".pem"));
    }
    if (this == RECOGNISED || this == PLACES) {
      for (FuzzTarget other : values()) {
        corpus.addAll(other == RECOGNISED || other == PLACES ? List.of() : other.corpus());
      }
    }
    if (format.isPresent()) {
      for (Path folder : RECORDINGS) {
        corpus.addAll(files(folder, "." + format.get().id()));
      }
    }
    return corpus;
  }

  private static List<byte[]> files(Path folder, String ending) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(it -> it.toString().endsWith(ending)).sorted().toList()) {
        if (Files.isRegularFile(file) && Files.size(file) <= LONGEST) {
          contents.add(Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  /**
   * Reads an input, as the program would.
   *
   * @throws RuntimeException where the program has a defect
   */
  void accept(byte[] data) {
    try {
      read(data);
    } catch (InputException e) {
      if (String.valueOf(e.getMessage()).isBlank()) {
        throw new IllegalStateException("expected a message for the user, got none", e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void read(byte[] data) throws InputException, IOException {
    exchanges(data, format, Optional.empty());
  }

  void exchanges(byte[] data, Optional<InputFormat> format, Optional<Path> environment)
      throws InputException, IOException {
    try (InputSource source =
        Inputs.openStandardInput(new ByteArrayInputStream(data), options(format, environment))) {
      each(source, this::judge);
      source.remarks();
    }
  }

  static InputOptions options(Optional<InputFormat> format, Optional<Path> environment) {
    return new InputOptions(
        format, target -> true, AllowedFiles.none(), Optional.empty(), environment);
  }

  static void each(InputSource source, Consumer<Exchange> judge) throws InputException {
    for (Optional<PendingExchange> next = source.next(); next.isPresent(); next = source.next()) {
      try {
        judge.accept(next.get().parse());
      } catch (InputException e) {
        // One that can't be read; the next may be.
      }
    }
  }

  void judge(Exchange exchange) {
    check(exchange, CONTEXT, BUDGET);
  }

  static void check(Exchange exchange, CheckContext context, Budget budget) {
    CheckResult result = Check.check(exchange, context);
    Explanation.explain(result, context, budget);
    String written = ExchangeJson.write(exchange);
    try {
      String again = ExchangeJson.write(ExchangeJson.read(written.getBytes(UTF_8), "again"));
      if (!again.equals(written)) {
        throw new IllegalStateException("expected the exchange as it was written: " + written);
      }
    } catch (JsonInputException e) {
      throw new IllegalStateException("expected to read what was written: " + written, e);
    }
  }

  private static Path scratch(String name, byte[] data) throws IOException {
    Path file = Scratch.FOLDER.resolve(name);
    // Taken away before its folder is, which was named first.
    file.toFile().deleteOnExit();
    return Files.write(file, data);
  }

  private static void stored(String name, Stream<String> lines) throws IOException {
    scratch(name, lines.collect(Collectors.joining("\n")).getBytes(ISO_8859_1));
  }

  /** Looks at what a report would show. */
  private static final class Nobody implements StoredRun.Reader {
    @Override
    public void exchange(CheckResult result, String file) {
      for (Part part : Part.values()) {
        result.signature(part).diagnosis().ifPresent(DiagnosisText::lines);
      }
    }

    @Override
    public void unreadable(String line) {
      // It has been read.
    }
  }

  /** What is known of a merchant of SNAP. */
  private static final class Snap {
    static final CheckContext CONTEXT =
        CheckContext.nothing()
            .withKeys(
                KeyRing.empty()
                    .withAny(
                        MerchantKeys.of(MerchantSecret.of("SK-TEST-merchant-NOT-A-SECRET"))
                            .withOwn(key("merchant-public.pem"))
                            .withOfDoku(key("doku-public.pem"))));

    private static AsymmetricKey key(String name) {
      try {
        return KeyFile.read(KEYS.resolve(name), Optional.empty());
      } catch (InputException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A folder for what can only be read from a file. */
  private static final class Scratch {
    static final Path FOLDER = folder();

    private static Path folder() {
      try {
        Path folder = Files.createTempDirectory("fuzz");
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
