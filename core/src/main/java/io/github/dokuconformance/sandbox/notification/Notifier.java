package io.github.dokuconformance.sandbox.notification;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.fault.ArmedFaults;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Spoiling;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
  private final Supplier<String> ids;
  private final Keys keys;
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
   * @param ids a new Request-Id each time
   * @param listener told of each attempt, in their order, by the thread that made it
   * @param failed told of a defect that kept an attempt from being made
   */
  public Notifier(
      Contract contract,
      Supplier<Instant> now,
      Supplier<String> ids,
      Keys keys,
      ArmedFaults faults,
      Consumer<Delivery> listener,
      Consumer<RuntimeException> failed) {
    this.contract = contract;
    this.answers = Answers.of(contract);
    this.now = now;
    this.ids = ids;
    this.keys = keys;
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
    return Notification.of(contract, answers, order, ids.get())
        .map(notification -> new Due(notification, 1, now.get()));
  }

  private void attempt(Due due) {
    URI target = url;
    if (target == null) {
      return;
    }
    Optional<Fault> fault =
        due.attempt() == 1
            ? faults.take(Fault.Stage.NOTIFICATION, due.notification().operation())
            : Optional.empty();
    fault.flatMap(kind -> forged(due, kind, target)).ifPresent(r -> send(due, r, target, fault));
    Request request = sign(due.notification(), target);
    Delivery delivery = send(due, request, target, Optional.empty());
    fault
        .flatMap(kind -> extra(due, kind, request, target))
        .ifPresent(r -> send(due, r, target, fault));
    if (!delivery.isAcknowledged() && due.attempt() <= RETRIES.size()) {
      agenda.add(
          due.first().plus(RETRIES.get(due.attempt() - 1)),
          new Due(due.notification(), due.attempt() + 1, due.first()));
    }
  }

  private Request sign(Notification notification, URI target) {
    Scheme scheme = scheme(notification);
    SigningKey key = keys.of(notification.order().clientId(), scheme);
    return notification.sign(scheme, key, target, now.get());
  }

  private static Scheme scheme(Notification notification) {
    return Schemes.bundled().of(notification.operation().scheme());
  }

  /** Returns what comes before the right notification. */
  private Optional<Request> forged(Due due, Fault fault, URI target) {
    Request right = sign(due.notification(), target);
    Scheme scheme = scheme(due.notification());
    return switch (fault) {
      case NOTIFICATION_WRONG_KEY ->
          Optional.of(due.notification().sign(scheme, Spoiling.FOREIGN_KEY, target, now.get()));
      case NOTIFICATION_BODY_ALTERED ->
          Optional.of(right.withBody(due.notification().altered(answers)));
      case NOTIFICATION_SIGNATURE_MISSING ->
          scheme
              .header(HeaderRole.SIGNATURE, Part.REQUEST)
              .map(name -> right.withHeaders(right.headers().without(name)));
      default -> Optional.empty();
    };
  }

  /** Returns what comes after the right notification. */
  private Optional<Request> extra(Due due, Fault fault, Request sent, URI target) {
    return switch (fault) {
      case NOTIFICATION_TWICE -> Optional.of(sent);
      case NOTIFICATION_OUT_OF_ORDER ->
          Optional.of(sign(due.notification().olderFailure(answers, ids.get()), target));
      default -> Optional.empty();
    };
  }

  private Delivery send(Due due, Request request, URI target, Optional<Fault> fault) {
    Order order = due.notification().order();
    Instant sent = now.get();
    @Nullable Response response = null;
    Optional<String> error = Optional.empty();
    try {
      response = sender.send(target, request);
    } catch (IOException e) {
      error = Optional.of(String.valueOf(e.getMessage()));
    }
    Exchange exchange =
        new Exchange(
            request.method() + " " + target,
            Optional.of(due.notification().operation().id()),
            request,
            Optional.ofNullable(response),
            Optional.of(sent));
    Delivery delivery =
        new Delivery(
            order.clientId(), order.invoiceNumber(), due.attempt(), exchange, error, fault);
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
