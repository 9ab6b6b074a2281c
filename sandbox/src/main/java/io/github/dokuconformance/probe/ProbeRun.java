package io.github.dokuconformance.probe;

import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Sends probes one after the other and grades what comes.
 *
 * <p>{@link ProbeCatalogue#baseline(NotificationForm)} always goes first, whether chosen or not: an
 * endpoint that refuses everything would else pass for one that refuses forgeries. Not thread safe.
 */
public final class ProbeRun {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Endpoint endpoint;
  private final Merchant merchant;
  private final ProbedOrders orders;
  private final Clock clock;
  private final Supplier<String> requestIds;
  private NotificationForm form = NotificationForm.bundled();
  private RetrySchedule retries = RetrySchedule.none();
  private Optional<EffectReader> effects = Optional.empty();
  private Duration effectWait = Duration.ZERO;
  private Optional<Desk> desk = Optional.empty();
  private boolean awaitsExpiry;
  private Consumer<String> reasons = reason -> {};

  /**
   * @param requestIds a new one at each call
   */
  public ProbeRun(
      Endpoint endpoint,
      Merchant merchant,
      ProbedOrders orders,
      Clock clock,
      Supplier<String> requestIds) {
    this.endpoint = endpoint;
    this.merchant = merchant;
    this.orders = orders;
    this.clock = clock;
    this.requestIds = requestIds;
  }

  /** Sends that notification, in place of the first of the bundled contract. */
  public ProbeRun sending(NotificationForm other) {
    this.form = other;
    return this;
  }

  /** Sends with the token that the merchant gave there, and probes that place, too. */
  public ProbeRun with(Desk other) {
    this.desk = Optional.of(other);
    return this;
  }

  /** Waits at last until the token has ended, and sends it once more. */
  public ProbeRun awaitingExpiry() {
    this.awaitsExpiry = true;
    return this;
  }

  /** Repeats genuine messages that are answered with 5xx or not at all, as DOKU does. */
  public ProbeRun retrying(RetrySchedule schedule) {
    this.retries = schedule;
    return this;
  }

  /**
   * Reads the effect around each probe.
   *
   * @param wait how long after an answer an effect may come about
   */
  public ProbeRun watching(EffectReader reader, Duration wait) {
    this.effects = Optional.of(reader);
    this.effectWait = wait;
    return this;
  }

  /** Tells why an endpoint refuses what DOKU sends, where one of a few messages more shows it. */
  public ProbeRun explaining(Consumer<String> reason) {
    this.reasons = reason;
    return this;
  }

  /**
   * Returns the result of each probe and of the run as a whole.
   *
   * @param each is told each result when it is there
   * @throws UnusableEndpointException if the first message gets no answer, or the effect can't be
   *     read
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public List<ProbeResult> run(List<Probe> chosen, Consumer<ProbeResult> each)
      throws UnusableEndpointException, InterruptedException {
    List<Probe> probes = new ArrayList<>(chosen);
    Probe baseline = ProbeCatalogue.baseline(form);
    probes.remove(baseline);
    probes.add(0, baseline);
    Optional<Probe> expired = awaitsExpiry ? ProbeCatalogue.expired(form) : Optional.empty();
    expired.ifPresent(probes::add);
    List<Observation> seen = new ArrayList<>(probes.size());
    List<ProbeResult> results = new ArrayList<>(probes.size());
    for (int i = 0; i < probes.size(); i++) {
      if (expired.map(probes.get(i)::equals).orElse(false)) {
        Thread.sleep(untilExpiry());
      }
      Observation observation = observe(probes.get(i), setting(i));
      if (i == 0 && observation.answer().silence().isPresent()) {
        throw new UnusableEndpointException(
            "the endpoint can't be probed: the first genuine message got "
                + observation.answer().text()
                + "; start the endpoint, or mend the URL");
      }
      seen.add(observation);
      results.add(Grading.grade(observation));
      each.accept(results.get(i));
      if (i == 0 && !results.get(0).passed()) {
        demand().ifPresent(reasons);
      }
    }
    List<ProbeResult> overall = Grading.gradeRun(seen);
    overall.forEach(each);
    results.addAll(overall);
    return results;
  }

  private long untilExpiry() {
    Duration left = Duration.between(clock.instant(), desk.orElseThrow().ends());
    return Math.max(0, left.toMillis());
  }

  /** Sends what receivers are known to want; the first that is accepted is the reason. */
  private Optional<String> demand() {
    if (!form.scheme().id().equals(NonSnap.SCHEME.id())) {
      return Optional.empty();
    }
    for (Demand demand : Demand.known(form, merchant.target())) {
      if (endpoint.send(demand.recipe().make(setting(0)), Transmission.AT_ONCE).isSuccess()) {
        return Optional.of(demand.text());
      }
    }
    return Optional.empty();
  }

  private Setting setting(int index) {
    ProbedOrder order = orders.at(index);
    ProbedOrder next = orders.at(index + 1);
    ProbedOrder other =
        next.invoiceNumber().equals(order.invoiceNumber())
            ? order.withInvoiceNumber(order.invoiceNumber() + "-OTHER")
            : next;
    return new Setting(form, merchant, order, other, requestIds.get(), clock.instant(), desk);
  }

  private Observation observe(Probe probe, Setting setting)
      throws UnusableEndpointException, InterruptedException {
    if (probe.before().isPresent()) {
      endpoint.send(probe.before().get().make(setting), Transmission.AT_ONCE);
      pauseForEffect();
    }
    boolean first = ProbeCatalogue.isBaseline(probe);
    Endpoint to = probe.isAsking() ? desk.orElseThrow().endpoint() : endpoint;
    Optional<JsonNode> before = effect(first);
    Request request = probe.recipe().make(setting);
    ReceiverAnswer answer = to.send(request, probe.delivery());
    int attempts = 1;
    for (Duration pause : retries.pauses()) {
      if (probe.expectation() != Expectation.ACCEPTED || !isRetried(answer)) {
        break;
      }
      Thread.sleep(pause.toMillis());
      answer = endpoint.send(request, probe.delivery());
      attempts++;
    }
    if (before.isEmpty()) {
      return new Observation(probe, answer, attempts, Optional.empty());
    }
    pauseForEffect();
    Effect effect = new Effect(before.get(), effect(first).orElseThrow());
    if (first) {
      effect = await(effect);
    }
    return new Observation(probe, answer, attempts, Optional.of(effect));
  }

  private static boolean isRetried(ReceiverAnswer answer) {
    return answer.isServerError() || answer.silence().isPresent();
  }

  /** Later than at first, an effect that can't be read is a result: the endpoint may have died. */
  private Optional<JsonNode> effect(boolean first) throws UnusableEndpointException {
    if (effects.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(effects.get().read());
    } catch (UnusableEndpointException e) {
      if (first) {
        throw e;
      }
      return Optional.of(MissingNode.getInstance());
    }
  }

  private void pauseForEffect() throws InterruptedException {
    if (effects.isPresent()) {
      Thread.sleep(effectWait.toMillis());
    }
  }

  /** Looks again for a while: who acknowledges at once may book later. */
  private Effect await(Effect first) throws UnusableEndpointException, InterruptedException {
    Effect effect = first;
    for (Duration waited = Duration.ZERO;
        !effect.isSeen() && waited.compareTo(LONGEST_WAIT) < 0;
        waited = waited.plus(BETWEEN_LOOKS)) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
      effect = new Effect(effect.before(), effect(true).orElseThrow());
    }
    return effect;
  }
}
