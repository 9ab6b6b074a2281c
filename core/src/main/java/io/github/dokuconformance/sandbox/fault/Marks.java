package io.github.dokuconformance.sandbox.fault;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.sandbox.order.Acquirer;
import io.github.dokuconformance.sandbox.order.Call;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Tells who acted on a response that must not be acted upon.
 *
 * <p>Such a response carries a mark in place of the order's number: in payment.url and in
 * identifiers. A client that later sends the mark, or opens the page that it leads to, has taken it
 * from there: that is proof. A client that asks for the order's status, or sends the request again,
 * has recovered. One that does neither has stopped, as it may. Thread safe.
 */
public final class Marks {
  private static final long FIRST = 9_000_000_001L;
  private static final long LAST = 9_999_999_999L;
  private static final int MOST = 1000;

  private final List<Served> served = new ArrayList<>();
  // Read without the lock: nearly always nothing was served.
  private volatile boolean any;
  private final SecureRandom random = new SecureRandom();
  private long forgotten;

  /** What a client did about a faulty message. */
  public enum Reaction {
    /** Acted on it: the client did not notice. */
    ACTED,
    /** Asked again before it went on. */
    RECOVERED,
    /** Did nothing more about it. */
    STOPPED
  }

  /**
   * A faulty message that a client had to refuse.
   *
   * @param invoiceNumber of the order that it was about
   * @param mark what stood in place of the order's number
   * @param evidence how the client showed that it acted on it; empty where it did not
   */
  public record Served(
      Fault fault,
      String operation,
      String clientId,
      String invoiceNumber,
      String requestId,
      long mark,
      Reaction reaction,
      String evidence) {

    /** Returns a message to a client that did something about it at once. */
    public static Served settled(
        Fault fault, String clientId, String invoiceNumber, Reaction reaction, String evidence) {
      return new Served(
          fault, Operation.NOTIFICATION, clientId, invoiceNumber, "", 0, reaction, evidence);
    }

    Served with(Reaction other, String how) {
      return new Served(fault, operation, clientId, invoiceNumber, requestId, mark, other, how);
    }

    /** Tells whether the mark was used; that of another order counts for this order alone. */
    boolean isUsedBy(Optional<String> invoice, long number) {
      return mark == number && (mark >= FIRST || invoice.map(invoiceNumber::equals).orElse(false));
    }
  }

  /** Returns a mark that nobody guesses: else any link could tell of a client what it never did. */
  public long next() {
    return FIRST + random.nextLong(LAST - FIRST + 1);
  }

  /** Returns the body with the mark wherever the order's number stands alone or ends a URL. */
  public static Body mark(Body body, long number, long mark) {
    return Body.ofUtf8(
        body.toDisplayText()
            .replace("\"" + number + "\"", "\"" + mark + "\"")
            .replace("/" + number + "\"", "/" + mark + "\""));
  }

  public synchronized void add(Served one) {
    if (served.size() == MOST) {
      served.remove(0);
      forgotten++;
    }
    served.add(one);
    any = true;
  }

  /** Looks whether a request tells what its client made of an earlier message. */
  public void look(Call call) {
    if (!any) {
      return;
    }
    String invoice = call.invoiceNumber();
    for (long number : numbers(call.json().path("payment").path("identifier"))) {
      use(Optional.of(invoice), number, call.operation().id() + " carried ORDER_ID " + number);
    }
    recover(call);
  }

  /** Notes that the page of that number was opened. */
  public void opened(long number) {
    use(Optional.empty(), number, "the payment page " + number + " was opened");
  }

  private synchronized void use(Optional<String> invoice, long number, String how) {
    for (int i = 0; i < served.size(); i++) {
      Served one = served.get(i);
      if (one.reaction() != Reaction.ACTED && one.isUsedBy(invoice, number)) {
        served.set(i, one.with(Reaction.ACTED, how + ", which only that response gave"));
      }
    }
  }

  private synchronized void recover(Call call) {
    boolean status = call.operation().id().equals(Operation.CHECK_STATUS);
    String name = status ? Acquirer.statusName(call) : "";
    for (int i = 0; i < served.size(); i++) {
      Served one = served.get(i);
      if (one.reaction() != Reaction.STOPPED || !one.clientId().equals(call.clientId())) {
        continue;
      }
      if (status && (one.invoiceNumber().equals(name) || one.requestId().equals(name))) {
        served.set(i, one.with(Reaction.RECOVERED, "asked for the order's status"));
      } else if (one.requestId().equals(call.requestId())) {
        served.set(i, one.with(Reaction.RECOVERED, "sent the request again"));
      }
    }
  }

  private static List<Long> numbers(JsonNode identifier) {
    List<Long> numbers = new ArrayList<>(0);
    if (identifier.isArray()) {
      identifier.forEach(each -> addNumber(each.path("value"), numbers));
    } else {
      identifier.forEach(value -> addNumber(value, numbers));
    }
    return numbers;
  }

  private static void addNumber(JsonNode value, List<Long> numbers) {
    if (value.isString() && value.asString().matches("[0-9]{10}")) {
      numbers.add(Long.valueOf(value.asString()));
    }
  }

  public synchronized List<Served> list() {
    return List.copyOf(served);
  }

  public synchronized long forgotten() {
    return forgotten;
  }

  public synchronized void clear() {
    served.clear();
    any = false;
    forgotten = 0;
  }
}
