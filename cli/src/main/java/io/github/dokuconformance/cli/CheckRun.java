package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explainer;
import io.github.dokuconformance.check.Recalled;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.coverage.Coverage;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.recognition.InputOptions;
import io.github.dokuconformance.cli.input.recognition.Inputs;
import io.github.dokuconformance.cli.report.ExchangeReport;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.run.RunCheck;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Checks whole inputs: on all cores, reported in input order, in bounded memory.
 *
 * <p>What can't be read is one line on stderr and does not stop the rest.
 */
final class CheckRun {
  private static final int BYTES_AN_EXCHANGE = 64;
  private static final int SHARE_OF_HEAP = 3;

  private final Env env;
  private final CheckContext context;
  private final Optional<String> operation;
  private final InputOptions options;
  private final SecretAdvice advice;
  private final Predicate<Finding> ignored;
  private final boolean withCoverage;

  CheckRun(
      Env env,
      CheckContext context,
      Optional<String> operation,
      InputOptions options,
      SecretAdvice advice,
      Predicate<Finding> ignored,
      boolean withCoverage) {
    this.env = env;
    this.context = context;
    this.operation = operation;
    this.ignored = ignored;
    this.withCoverage = withCoverage;
    this.options = options;
    this.advice = advice;
  }

  void check(List<String> files, Presenter presenter, ExchangeReport report, Summary summary)
      throws InputException {
    long remembered = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_AN_EXCHANGE;
    RunCheck runCheck = new RunCheck((int) Math.min(remembered, Integer.MAX_VALUE / 2));
    Progress progress = new Progress(env);
    Explainer explainer = new Explainer(context);
    Coverage coverage = new Coverage();
    if (withCoverage) {
      summary.setCoverage(coverage);
    }
    BiConsumer<Outcome, Recalled> inOrder =
        (outcome, recalled) -> {
          if (outcome.failure().isPresent()) {
            String line = Failures.line(outcome.failure().get());
            summary.addUnreadable(line);
            progress.clear();
            env.say(line);
            return;
          }
          CheckResult one = outcome.result().get();
          advice.look(one);
          List<Finding> ofRun = runCheck.next(one.trace());
          outcome.signer().ifPresent(explainer::right);
          CheckResult found = explain(one.with(ofRun), recalled, explainer, progress);
          ReportedExchange exchange =
              ofRun.isEmpty() && outcome.ahead().isPresent()
                  ? outcome.ahead().get()
                  : presenter.present(found.without(ignored), outcome.file());
          summary.addIgnored(found.findings().size() - exchange.findings().size());
          summary.add(exchange);
          report.exchange(exchange);
          coverage.add(outcome.trace());
          progress.step(summary.checked());
        };
    try (OrderedWork<Item, Outcome> work =
        new OrderedWork<>(
            item -> judge(item, presenter, report),
            item -> item.pending().size(),
            outcomes -> recallAhead(outcomes, explainer, inOrder))) {
      for (String file : Folders.walked(files)) {
        if (Folders.isPatternWithoutMatch(file)) {
          work.drain();
          env.say(Visible.name(file) + ": matches no file");
          continue;
        }
        read(file, work);
      }
    }
    progress.clear();
    explainer.remarks().forEach(env::say);
  }

  /** Asks the lessons for many results at a time by all cores, and anew once more is learnt. */
  private static void recallAhead(
      List<Outcome> outcomes, Explainer explainer, BiConsumer<Outcome, Recalled> inOrder) {
    int next = 0;
    while (next < outcomes.size()) {
      List<Outcome> rest = outcomes.subList(next, outcomes.size());
      int learnt = explainer.learnt();
      List<Recalled> recalled =
          learnt == 0 || rest.stream().noneMatch(Outcome::isInvalid)
              ? Collections.nCopies(rest.size(), explainer.later())
              : recall(rest, explainer);
      for (int i = 0; i < rest.size() && learnt == explainer.learnt(); i++) {
        inOrder.accept(rest.get(i), recalled.get(i));
        next++;
      }
    }
  }

  private static List<Recalled> recall(List<Outcome> outcomes, Explainer explainer) {
    return outcomes.parallelStream()
        .map(outcome -> outcome.result().map(explainer::recall).orElse(explainer.later()))
        .toList();
  }

  private CheckResult explain(
      CheckResult result, Recalled recalled, Explainer explainer, Progress progress) {
    if (!Explainer.isInvalid(result)) {
      return result;
    }
    progress.clear();
    return SearchProgress.during(env, () -> explainer.explain(result, recalled));
  }

  private void read(String file, OrderedWork<Item, Outcome> work) {
    try (InputSource source = open(file)) {
      String whole = Inputs.fileOf(file);
      for (Optional<PendingExchange> next = source.next(); next.isPresent(); next = source.next()) {
        work.add(new Item(whole, next.get()));
      }
      List<String> remarks = source.remarks();
      if (!remarks.isEmpty()) {
        work.drain();
        remarks.forEach(remark -> env.say(remark));
      }
    } catch (InputException e) {
      work.addDone(Outcome.of(e));
    } catch (IOException e) {
      work.drain();
      env.say(Visible.name(file) + ": can't be closed: " + e.getMessage());
    }
  }

  private InputSource open(String file) throws InputException {
    return file.equals("-")
        ? Inputs.openStandardInput(env.in(), options)
        : Inputs.open(FileNames.path(file), options);
  }

  private Outcome judge(Item item, Presenter presenter, ExchangeReport report) {
    try {
      Exchange exchange = item.pending().parse();
      if (exchange.operation().isEmpty() && operation.isPresent()) {
        exchange = exchange.withOperation(operation.get());
      }
      CheckResult result = Check.check(exchange, context);
      BitSet trace = withCoverage ? Coverage.trace(result) : new BitSet(0);
      return new Outcome(
          item.file(),
          Optional.of(result),
          trace,
          Explainer.signer(result, context),
          ahead(result, item.file(), presenter, report),
          Optional.empty());
    } catch (InputException e) {
      return Outcome.of(e);
    }
  }

  /**
   * Returns a result as it is reported unless exchanges before it have a say in it; nothing where
   * they certainly have.
   */
  private Optional<ReportedExchange> ahead(
      CheckResult result, String file, Presenter presenter, ExchangeReport report) {
    if (Explainer.isInvalid(result) || !presenter.isInAnyOrder()) {
      return Optional.empty();
    }
    ReportedExchange exchange = presenter.present(result.without(ignored), file);
    report.prepare(exchange);
    return Optional.of(exchange);
  }

  static boolean isOfContract(Target target) {
    return Contract.bundled().operations().stream()
        .anyMatch(operation -> operation.matchesPath(target.path()));
  }

  /** What is to be checked, and the input that it comes from. */
  private record Item(String file, PendingExchange pending) {}

  /**
   * A result, or why there is none.
   *
   * @param trace which requirements the exchange exercises
   * @param signer the merchant of whom a signature is right, where none is wrong
   * @param ahead the result as it is reported if it stays as it is
   */
  private record Outcome(
      String file,
      Optional<CheckResult> result,
      BitSet trace,
      Optional<String> signer,
      Optional<ReportedExchange> ahead,
      Optional<InputException> failure) {
    boolean isInvalid() {
      return result.isPresent() && Explainer.isInvalid(result.get());
    }

    static Outcome of(InputException failure) {
      return new Outcome(
          "",
          Optional.empty(),
          new BitSet(0),
          Optional.empty(),
          Optional.empty(),
          Optional.of(failure));
    }
  }
}
