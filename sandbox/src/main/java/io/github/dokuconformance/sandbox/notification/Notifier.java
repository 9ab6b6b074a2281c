package io.github.dokuconformance.sandbox.notification;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.fault.ArmedFaults;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.sandbox.token.NoTokenException;
import io.github.dokuconformance.sandbox.token.TokenSource;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Delivers notifications, one after the other, and again where the merchant does not take them.
 *
 * <p>Source: developers.doku.com, Retry notification (documented: 30 minutes, 6 hours and 12 hours
 * after the first attempt). Thread safe.
 */
public final class Notifier implements AutoCloseable {
  /** When an attempt follows that failed, counted from the first. */
  static final List<Duration> RETRIES =
      List.of(Duration.ofMinutes(30), Duration.ofHours(6), Duration.ofHours(12));

  private final Contract contract;
  private final Answers answers;
  private final Agenda<Due> agenda;
  private final Supplier<Instant> now;
  private final Function<Scheme, String> ids;
  private final Keys keys;
  private final TokenSource tokens;
  private final ArmedFaults faults;
  private final Consumer<Delivery> listener;
  private final Sender sender = new Sender();
  private volatile @Nullable URI url;

  /** What a merchant's notifications are signed with. */
  @FunctionalInterface
  public interface Keys {
    /** Returns what signs in that merchant's name by that scheme. */
    SigningKey of(String clientId, Scheme scheme);
  }

  /** An attempt that is to be made. */
  private record Due(Notification notification, int attempt, Instant first) {}

  /**
   * @param contract whose notifications are sent
   * @param ids a new Request-Id each time, of the form that a scheme wants
   * @param tokens for what is sent by a scheme that wants one
   * @param listener told of each attempt, in their order, by the thread that made it
   * @param failed told of a defect that kept an attempt from being made
   */
  @SuppressWarnings("exports") // Made by the sandbox alone.
  public Notifier(
      Contract contract,
      Supplier<Instant> now,
      Function<Scheme, String> ids,
      Keys keys,
      TokenSource tokens,
      ArmedFaults faults,
      Consumer<Delivery> listener,
      Consumer<RuntimeException> failed) {
    this.contract = contract;
    this.answers = Answers.of(contract);
    this.now = now;
    this.ids = ids;
    this.keys = keys;
    this.tokens = tokens;
    this.faults = faults;
    this.listener = listener;
    this.agenda = new Agenda<>("sandbox-notifications", now, this::attempt, failed);
  }

  /** Sets where notifications go; nowhere without. */
  public void setUrl(Optional<URI> target) {
    url = target.orElse(null);
  }

  public Optional<URI> url() {
    return Optional.ofNullable(url);
  }

  /** Sends a notification about what the order came to, soon. */
  public void send(Order order) {
    if (url != null) {
      due(order).ifPresent(one -> agenda.add(now.get(), one));
    }
  }

  /** As {@link #send}, and returns when the first attempt was made. */
  public void sendNow(Order order) {
    if (url != null) {
      due(order).ifPresent(this::attempt);
    }
  }

  private Optional<Due> due(Order order) {
    return Notification.of(contract, answers, order, ids)
        .map(notification -> new Due(notification, 1, now.get()));
  }

  private void attempt(Due due) {
    URI target = url;
    if (target == null) {
      return;
    }
    boolean acknowledged;
    try {
      acknowledged = attempt(due, Signing.of(due.notification(), target, keys, tokens));
    } catch (NoTokenException e) {
      tell(
          due, due.notification().unsigned(target), target, null, e.getMessage(), Optional.empty());
      acknowledged = false;
    }
    if (!acknowledged && due.attempt() <= RETRIES.size()) {
      agenda.add(
          due.first().plus(RETRIES.get(due.attempt() - 1)),
          new Due(due.notification(), due.attempt() + 1, due.first()));
    }
  }

  /** Makes an attempt, with what a fault sends beside it. */
  private boolean attempt(Due due, Signing signing) {
    URI target = signing.url();
    Optional<Fault> fault =
        due.attempt() == 1
            ? faults.take(Fault.Stage.NOTIFICATION, due.notification().operation())
            : Optional.empty();
    NotificationFaults extras =
        new NotificationFaults(due.notification(), signing, answers, ids, now);
    fault.flatMap(extras::before).ifPresent(r -> send(due, r, target, fault));
    Request request = signing.sign(due.notification(), now.get());
    Delivery delivery = send(due, request, target, Optional.empty());
    fault.flatMap(kind -> extras.after(kind, request)).ifPresent(r -> send(due, r, target, fault));
    return delivery.isAcknowledged();
  }

  private Delivery send(Due due, Request request, URI target, Optional<Fault> fault) {
    @Nullable Response response = null;
    @Nullable String error = null;
    try {
      response = sender.send(target, request);
    } catch (IOException e) {
      error = String.valueOf(e.getMessage());
    }
    return tell(due, request, target, response, error, fault);
  }

  private Delivery tell(
      Due due,
      Request request,
      URI target,
      @Nullable Response response,
      @Nullable String error,
      Optional<Fault> fault) {
    Order order = due.notification().order();
    Exchange exchange =
        new Exchange(
            request.method() + " " + target,
            Optional.of(due.notification().operation().id()),
            request,
            Optional.ofNullable(response),
            Optional.of(now.get()));
    Delivery delivery =
        new Delivery(
            order.clientId(),
            order.invoiceNumber(),
            due.attempt(),
            exchange,
            Optional.ofNullable(error),
            fault);
    listener.accept(delivery);
    return delivery;
  }

  /** To be called when the clock was set: what is due now is sent. */
  public void clockChanged() {
    agenda.clockChanged();
  }

  /**
   * Waits until nothing is due; false where that takes longer.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public boolean awaitIdle(Duration patience) throws InterruptedException {
    return agenda.awaitIdle(patience);
  }

  /** Returns how many attempts were given up, because too many waited. */
  public long givenUp() {
    return agenda.givenUp();
  }

  public void clear() {
    agenda.clear();
  }

  @Override
  public void close() {
    agenda.close();
    sender.close();
  }
}
