package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.FaultDraft;
import io.github.dokuconformance.sandbox.fault.Marks;
import io.github.dokuconformance.sandbox.fault.Spoiling;
import io.github.dokuconformance.sandbox.http.Outgoing;
import io.github.dokuconformance.sandbox.http.Outgoing.Delivery;
import io.github.dokuconformance.sandbox.notification.Notifier;
import io.github.dokuconformance.sandbox.order.Acquirer;
import io.github.dokuconformance.sandbox.order.Answer;
import io.github.dokuconformance.sandbox.order.Call;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import io.github.dokuconformance.sandbox.order.Payment;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves faults in place of right answers, and marks those that must not be acted upon. */
final class FaultyAnswers {
  private static final String ECHO = "echo.request-id";

  private final Acquirer acquirer;
  private final Notifier notifier;
  private final Marks marks;
  private final Duration delay;
  private final Map<Key, Earlier> earlier = new ConcurrentHashMap<>();

  private record Key(String clientId, String operation) {}

  /** The last right answer of an operation, for one to be served again. */
  private record Earlier(Response response, Order order) {}

  FaultyAnswers(Acquirer acquirer, Notifier notifier, Marks marks, Duration delay) {
    this.acquirer = acquirer;
    this.notifier = notifier;
    this.marks = marks;
    this.delay = delay;
  }

  void remember(Call call, Answer answer, Response response) {
    answer.order().ifPresent(order -> earlier.put(key(call), new Earlier(response, order)));
  }

  void clear() {
    earlier.clear();
  }

  private static Key key(Call call) {
    return new Key(call.clientId(), call.operation().id());
  }

  /** Tells whether there is something to spoil: a right answer about another order, for one. */
  boolean canSpoil(Fault fault, Call call, Answer answer) {
    if (!answer.isSuccess() || answer.order().isEmpty()) {
      return false;
    }
    if (fault != Fault.DUPLICATE) {
      return true;
    }
    Earlier last = earlier.get(key(call));
    return last != null && last.order().number() != answer.order().get().number();
  }

  Outgoing spoil(Fault fault, FaultDraft draft, Call call, Answer answer) {
    Order order = answer.order().get();
    long mark = marks.next();
    Response response =
        Spoiling.spoil(fault, draft, Marks.mark(draft.body(), order.number(), mark));
    Delivery delivery = Delivery.WHOLE;
    switch (fault) {
      case DUPLICATE -> {
        Earlier last = earlier.get(key(call));
        if (last != null) {
          response = last.response();
          mark = last.order().number();
        }
      }
      case TRUNCATED -> delivery = Delivery.TRUNCATED;
      case DROPPED_AFTER -> delivery = Delivery.DROPPED;
      case DELAY -> sleep();
      case NOTIFICATION_BEFORE_RESPONSE ->
          acquirer
              .apply(order, OrderEvent.PAY, Payment.first(order), call.now())
              .ifPresent(notifier::sendNow);
      default -> {}
    }
    if (mustBeRefused(fault, call)) {
      marks.add(
          new Marks.Served(
              fault,
              call.operation().id(),
              call.clientId(),
              order.invoiceNumber(),
              call.requestId(),
              mark,
              Marks.Reaction.STOPPED,
              ""));
    }
    return new Outgoing(response, delivery);
  }

  private static boolean mustBeRefused(Fault fault, Call call) {
    // DOKU's own sample of an answer may have another Request-Id.
    boolean asDocumented =
        fault == Fault.OTHER_REQUEST_ID && call.operation().off().containsKey(ECHO);
    return fault.expectation() == Fault.Expectation.REFUSE && !asDocumented;
  }

  private void sleep() {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
