package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is recorded, and who is told. */
@Timeout(60)
class SandboxEvidenceTest {
  private static final int CLIENTS = 8;
  private static final int EACH = 10;

  @Test
  void aSlowListenerKeepsNobodyFromReadingTheSummary() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    SandboxListener slow =
        new SandboxListener() {
          @Override
          public void judged(JudgedExchange exchange) {
            called.countDown();
            await(free);
          }
        };
    try (Sandbox sandbox = TestMerchant.start(TestMerchant.options().listener(slow))) {
      TestMerchant merchant = new TestMerchant(sandbox);
      CompletableFuture<Void> order = CompletableFuture.runAsync(() -> merchant.order("INV-1"));
      await(called);

      SandboxSummary summary =
          CompletableFuture.supplyAsync(sandbox::summary).get(10, TimeUnit.SECONDS);

      assertThat(summary.exchanges()).isEqualTo(1);
      assertThat(merchant.control("GET", "/exchanges", "").text()).contains("INV-1");
      free.countDown();
      order.get(10, TimeUnit.SECONDS);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsOneAfterTheOtherInTheOrderOfTheRecordAndBeforeTheAnswer() throws Exception {
    List<String> told = new ArrayList<>();
    AtomicBoolean busy = new AtomicBoolean();
    SandboxListener listener =
        new SandboxListener() {
          @Override
          public void judged(JudgedExchange exchange) {
            assertThat(busy.getAndSet(true)).isFalse();
            told.add(exchange.exchange().source());
            busy.set(false);
          }
        };
    try (Sandbox sandbox = TestMerchant.start(TestMerchant.options().listener(listener))) {
      TestMerchant merchant = new TestMerchant(sandbox);
      List<CompletableFuture<Void>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        String name = "INV-" + client + "-";
        clients.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int i = 0; i < EACH; i++) {
                    merchant.order(name + i);
                  }
                }));
      }
      for (CompletableFuture<Void> client : clients) {
        client.get(30, TimeUnit.SECONDS);
      }

      assertThat(told)
          .hasSize(CLIENTS * EACH)
          .containsExactlyElementsOf(
              sandbox.exchanges().stream().map(kept -> kept.exchange().source()).toList());
    }
  }

  @Test
  void aListenerThatFailsIsToldAndSpoilsNoAnswer() {
    List<RuntimeException> defects = new CopyOnWriteArrayList<>();
    SandboxListener failing =
        new SandboxListener() {
          @Override
          public void judged(JudgedExchange exchange) {
            throw new IllegalStateException("full");
          }

          @Override
          public void failed(RuntimeException defect) {
            defects.add(defect);
            throw defect;
          }
        };
    try (Sandbox sandbox = TestMerchant.start(TestMerchant.options().listener(failing))) {
      TestMerchant merchant = new TestMerchant(sandbox);

      assertThat(merchant.order("INV-1").assertGenuine().status()).isEqualTo(200);

      assertThat(merchant.status("INV-1").status()).isEqualTo(200);
      assertThat(defects).extracting(Throwable::getMessage).containsExactly("full", "full");
    }
  }

  @Test
  void aRequestThatMetADefectCounts() {
    AtomicBoolean broken = new AtomicBoolean();
    List<RuntimeException> defects = new CopyOnWriteArrayList<>();
    SandboxListener listener =
        new SandboxListener() {
          @Override
          public void failed(RuntimeException defect) {
            defects.add(defect);
          }
        };
    SandboxOptions.Builder options =
        TestMerchant.options().listener(listener).clock(new BreakingClock(broken));
    try (Sandbox sandbox = TestMerchant.start(options)) {
      TestMerchant merchant = new TestMerchant(sandbox);
      TestMerchant.Sending order = merchant.post(TestMerchant.ORDER, TestMerchant.orderBody("A"));
      broken.set(true);

      assertThat(order.send().status()).isEqualTo(500);

      SandboxSummary summary = sandbox.summary();
      assertThat(summary.exchanges()).isEqualTo(1);
      assertThat(summary.defects()).isEqualTo(1);
      assertThat(summary.exercised()).doesNotContain("unknown");
      assertThat(merchant.control("GET", "/exchanges", "").text())
          .contains("\"outcome\":\"defect\"", "#1 POST " + TestMerchant.ORDER);
      assertThat(defects).singleElement().extracting(Throwable::getMessage).isEqualTo("broken");
      assertThat(merchant.order("INV-2").status()).isEqualTo(200);
    }
  }

  /** A clock that fails once when it is told to. */
  private static final class BreakingClock extends Clock {
    private final AtomicBoolean broken;

    private BreakingClock(AtomicBoolean broken) {
      this.broken = broken;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      if (Thread.currentThread().getName().startsWith("sandbox-http") && broken.getAndSet(false)) {
        throw new IllegalStateException("broken");
      }
      return Instant.now();
    }
  }
}
