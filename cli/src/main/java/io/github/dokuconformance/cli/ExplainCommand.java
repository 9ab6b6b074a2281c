package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explainer;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.check.Suspicion;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.command.ItemOutputs;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.recognition.InputOptions;
import io.github.dokuconformance.cli.input.recognition.Inputs;
import io.github.dokuconformance.cli.report.ExplanationCounts;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnoser;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Lessons;
import io.github.dokuconformance.diagnosis.RunBudget;
import io.github.dokuconformance.diagnosis.StringComparison;
import io.github.dokuconformance.diagnosis.StringProof;
import io.github.dokuconformance.diagnosis.nonsnap.SignedString;
import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import io.github.dokuconformance.diagnosis.text.Language;
import io.github.dokuconformance.diagnosis.text.TextStyle;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SymmetricKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: shows the stages of a signature and names the mistake behind a wrong one. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Shows how a signature comes about, and names the mistake behind one that does not match.",
    footer = {
      "",
      "Examples:",
      "  doku-conformance explain --secret-file secret.txt order.http",
      "  doku-conformance explain --secret-file secret.txt --language php app.log",
      "  doku-conformance explain --client-id MCH-1 --request-id R-1 \\",
      "        --timestamp 2026-01-31T09:30:00Z --target /orders/v1/status/INV-1 \\",
      "        --signature HMACSHA256=…"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int FULL_SEARCHES = 5;

  private final Env env;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "Recordings: .http, .har, .curl, .json, .jsonl, .log, .bru, and folders of them; - is"
              + " standard input.")
  private List<String> files = List.of();

  @Mixin private LooseValues values;

  @Mixin private SecretOptions secrets;

  @Mixin private KeyOptions keyOptions;

  @Mixin private ReadingOptions reading;

  @Option(
      names = "--operation",
      paramLabel = "ID",
      completionCandidates = Operations.class,
      description = "Operation of exchanges that name none, such as akulaku.notification.")
  private @Nullable String operation;

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      description =
          "The scheme that the messages are signed by: non-snap, snap.token, snap.symmetric or"
              + " snap.asymmetric (default: the operation's, or the one whose headers a message"
              + " carries). Without a recording the values of SNAP are those of its own headers,"
              + " and the token is that of --token-file.")
  private @Nullable String schemeId;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "For a notification: a URL that may be configured at DOKU; repeatable.")
  private List<String> urls = List.of();

  @Option(
      names = "--actual-string-to-sign",
      paramLabel = "FILE",
      description = "Your own string to sign, byte for byte, to be compared with the right one.")
  private @Nullable String actual;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Language to mend it in; repeatable: ${COMPLETION-CANDIDATES} (default: all).")
  private @Nullable Set<Language> languages;

  @Mixin private ExpectedSignatureOption expectedSignature;

  @Mixin private ItemOutputs outputs;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "30",
      description = "How long to search at most (default: ${DEFAULT-VALUE}).")
  private int seconds;

  ExplainCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InputException {
    KeyRing keys =
        keyOptions.addedToWithToken(secrets.keys(env), env, secrets.password(env.variables()));
    if (keys.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "a secret is needed to explain a signature; set "
              + Env.SECRET_VARIABLE
              + " or use --secret-env, --secret-file or --credentials");
    }
    if (operation != null) {
      Operations.require(spec, Contract.bundled(), operation);
    }
    Optional<Scheme> scheme =
        Optional.ofNullable(schemeId).map(id -> SchemeIds.require(spec, env, id));
    Schemes schemes = scheme.map(env.schemes()::always).orElse(env.schemes());
    CheckContext context = CheckContext.nothing().withSchemes(schemes).withKeys(keys);
    if (!outputs.isForPersonAlone() && actual != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--actual-string-to-sign is compared as text alone: leave --format and --output out");
    }
    if (expectedSignature.isAsked(spec, env.variables())) {
      if (!outputs.isForPersonAlone()) {
        throw new ParameterException(
            spec.commandLine(),
            "--show-expected-signature is for a person: leave --format and --output out");
      }
      context = context.showingExpectedSignature();
    }
    boolean ofValues = values.areGiven() || (files.isEmpty() && scheme.isPresent());
    if (files.isEmpty() == !ofValues) {
      throw new ParameterException(
          spec.commandLine(),
          "expected recordings, or the values of a request: --client-id, --request-id, --timestamp,"
              + " --target, --body and --signature");
    }
    if (actual != null && scheme.isEmpty() && values.signatureAlone().isPresent()) {
      return explainString(keys, BodyFile.read(actual, env.in()), values.signatureAlone().get());
    }
    SecretAdvice advice = SecretAdvice.of(env, secrets, context);
    try (ExplainReport report = new ExplainReport(outputs.open(env), languages())) {
      Tally tally = new Tally(files.size() > 1 ? Explainer.ONE : Budget.standard(), report);
      if (ofValues) {
        explain(
            values.exchange(
                spec,
                env,
                scheme,
                reading.target(),
                Optional.ofNullable(operation),
                keyOptions.token()),
            context,
            advice,
            tally);
      }
      for (String file : Folders.walked(files)) {
        if (Folders.isPatternWithoutMatch(file)) {
          env.say(Visible.name(file) + ": matches no file");
        } else {
          explain(file, context, advice, tally);
        }
      }
      if (outputs.isText() && tally.explanations.wrong() > 1) {
        tally.explanations.lines().forEach(env.out()::println);
      }
      report.end(tally.asked, tally.explanations);
      tally.suspicion.remarks().forEach(env::say);
      return exitCode(tally);
    }
  }

  private int exitCode(Tally tally) {
    if (tally.unreadable > 0) {
      return ExitCode.USAGE;
    }
    if (tally.asked == 0) {
      env.say(
          "nothing was explained: no message here should carry a signature; check judges the rest, a"
              + " checksum in a body too");
      return ExitCode.NOTHING_CHECKED;
    }
    return tally.explanations.wrong() == 0 ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  private int explainString(KeyRing keys, Body text, String signature) {
    List<SymmetricKey> all = new ArrayList<>();
    keys.find("").ifPresent(it -> all.addAll(it.secrets()));
    keys.byClientId().values().forEach(it -> all.addAll(it.secrets()));
    SignedString string = SignedString.of(text.toDisplayText(), signature, all);
    string.lines().forEach(env.out()::println);
    return string.isRight() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  private void explain(String file, CheckContext context, SecretAdvice advice, Tally tally)
      throws InputException {
    InputOptions options = reading.toInputOptions();
    try (InputSource source =
        file.equals("-")
            ? Inputs.openStandardInput(env.in(), options)
            : Inputs.open(FileNames.path(file), options)) {
      for (Optional<PendingExchange> next = source.next(); next.isPresent(); next = source.next()) {
        try {
          explain(next.get().parse(), context, advice, tally);
        } catch (InputException e) {
          tally.unreadable++;
          env.say(Failures.line(e));
        }
      }
      source.remarks().forEach(remark -> env.say(remark));
    } catch (IOException e) {
      throw InputException.ofIo(file, e);
    }
  }

  private void explain(Exchange read, CheckContext context, SecretAdvice advice, Tally tally)
      throws InputException {
    Exchange exchange =
        read.operation().isEmpty() && operation != null ? read.withOperation(operation) : read;
    CheckResult result = Check.check(exchange, context);
    advice.look(result);
    for (Part part : Part.values()) {
      explain(result, context, part, tally);
    }
  }

  private void explain(CheckResult result, CheckContext context, Part part, Tally tally)
      throws InputException {
    SignatureStatus status = result.signature(part).status();
    boolean due = part == Part.REQUEST || status != SignatureStatus.ABSENT;
    if (status == SignatureStatus.UNCHECKED || !due) {
      return;
    }
    Optional<DiagnosisInput> known = Explanation.input(result, context, part);
    if (known.isEmpty()) {
      return;
    }
    DiagnosisInput input = urls.isEmpty() ? known.get() : known.get().withOwnUrls(urls);
    tally.asked++;
    Asked asked = new Asked(result, part, input);
    if (actual != null && part == Part.REQUEST) {
      env.out().println(ExplainReport.heading(result, part, env.style()));
      print(compared(actual, asked, context, tally));
      return;
    }
    if (outputs.isText()) {
      env.out().println(ExplainReport.heading(result, part, env.style()));
    }
    Diagnosis diagnosis = diagnosis(asked, context, budget(tally), tally);
    count(status, Optional.of(diagnosis), tally);
    ExplainReport.Signature signature = new ExplainReport.Signature(result, part, diagnosis);
    tally.report.add(signature);
    if (outputs.isText()) {
      print(ExplainReport.lines(signature, languages(), style()));
    }
  }

  private void print(List<String> lines) {
    lines.forEach(line -> env.out().println("  " + line));
    env.out().println();
    env.out().flush();
  }

  /** Returns the lines on the user's own string to sign. */
  private List<String> compared(String own, Asked asked, CheckContext context, Tally tally)
      throws InputException {
    Budget budget = budget(tally);
    SignatureStatus status = asked.result.signature(asked.part).status();
    byte[] text = BodyFile.read(own, env.in()).toByteArray();
    StringComparison comparison = StringComparison.of(asked.input, text, budget);
    if (comparison.proof().verdict() != StringProof.Verdict.NEITHER) {
      tally.run.spend(budget);
    } else if (diagnosis(asked, context, budget, tally) instanceof Diagnosis.Explained found) {
      count(status, Optional.of(found), tally);
      return DiagnosisText.lines(comparison, found, languages(), style());
    }
    count(status, Optional.empty(), tally);
    return DiagnosisText.lines(comparison, style());
  }

  private TextStyle style() {
    return env.style().within(2);
  }

  private Budget budget(Tally tally) {
    return tally
        .run
        .next()
        .orElse(Budget.standard().withWork(1))
        .withTime(Duration.ofSeconds(seconds));
  }

  private static void count(SignatureStatus status, Optional<Diagnosis> diagnosis, Tally tally) {
    if (status != SignatureStatus.VALID) {
      tally.explanations.add(diagnosis);
    }
  }

  private Diagnosis diagnosis(Asked asked, CheckContext context, Budget budget, Tally tally) {
    return SearchProgress.during(env, () -> search(asked, context, budget, tally));
  }

  private static Diagnosis search(Asked asked, CheckContext context, Budget budget, Tally tally) {
    if (context.showsExpectedSignature()) {
      Diagnosis diagnosis = Diagnoser.diagnoseShowingExpectedSignature(asked.input, budget);
      tally.run.spend(diagnosis);
      return diagnosis;
    }
    String clientId = Explanation.clientId(asked.result, context);
    Optional<Diagnosis> learnt = Diagnoser.recall(asked.input, tally.lessons);
    if (learnt.isPresent()) {
      tally.suspicion.clear(clientId);
      return learnt.get();
    }
    int shares = tally.suspicion.shares(clientId);
    long work = shares == 0 ? 1 : Math.max(1, budget.work() / shares);
    Diagnosis diagnosis = Diagnoser.diagnose(asked.input, budget.withWork(work), tally.lessons);
    tally.run.spend(diagnosis);
    tally.suspicion.look(
        clientId,
        diagnosis,
        () -> Explanation.otherCause(asked.result, context, asked.part).isPresent());
    return diagnosis;
  }

  /** A part of an exchange whose signature is asked about. */
  private record Asked(CheckResult result, Part part, DiagnosisInput input) {}

  private Set<Language> languages() {
    return languages == null ? EnumSet.allOf(Language.class) : languages;
  }

  /** Counts over the files. */
  private static final class Tally {
    private final RunBudget run;
    private final ExplainReport report;
    private final Lessons lessons = Lessons.none();
    private final Suspicion suspicion = new Suspicion();
    private int asked;
    private final ExplanationCounts explanations = new ExplanationCounts();
    private int unreadable;

    /**
     * Begins to count.
     *
     * @param one how far any one search may go
     */
    Tally(Budget one, ExplainReport report) {
      this.report = report;
      this.run = RunBudget.of(one, FULL_SEARCHES);
    }
  }
}
