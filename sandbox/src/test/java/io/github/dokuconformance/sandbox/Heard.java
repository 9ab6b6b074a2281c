package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.sandbox.notification.Delivery;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a sandbox tells of, in its order. */
final class Heard implements SandboxListener {
  final List<JudgedExchange> judged = new CopyOnWriteArrayList<>();
  final List<Delivery> delivered = new CopyOnWriteArrayList<>();

  final List<String> turnedAway = new CopyOnWriteArrayList<>();

  @Override
  public void judged(JudgedExchange exchange) {
    judged.add(exchange);
  }

  @Override
  public void delivered(Delivery delivery) {
    delivered.add(delivery);
  }

  @Override
  public void turnedAway(String reason) {
    turnedAway.add(reason);
  }
}
