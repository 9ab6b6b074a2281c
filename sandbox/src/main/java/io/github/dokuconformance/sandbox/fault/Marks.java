package io.github.dokuconformance.sandbox.fault;

import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.sandbox.order.Call;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
  private static final Pattern NUMBER = Pattern.compile("[0-9]{10}");

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
        Fault fault,
        String operation,
        String clientId,
        String invoiceNumber,
        Reaction reaction,
        String evidence) {
      return new Served(fault, operation, clientId, invoiceNumber, "", 0, reaction, evidence);
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
    visit(
        "",
        call.json(),
        (name, number) -> {
          // Who calls an order so took the number from nowhere.
          if (!invoice.equals(Long.toString(number))) {
            use(
                Optional.of(invoice),
                number,
                call.operation().id() + " carried " + name + " " + number);
          }
        });
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
    boolean status = call.operation().is(Role.STATUS);
    String name = call.invoiceNumber();
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

  /** Takes a number with the name that it has. */
  private interface Named {
    void take(String name, long number);
  }

  /**
   * Looks for numbers that may be an order's. One in a list of names and values has the name that
   * stands beside it, every other that of its member.
   */
  private static void visit(String name, JsonNode node, Named found) {
    if (node.isString() && NUMBER.matcher(node.asString()).matches()) {
      found.take(name, Long.parseLong(node.asString()));
    }
    if (node.isArray()) {
      node.forEach(item -> visit(name, item, found));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      boolean isNamed = member.getKey().equals("value") && node.path("name").isString();
      visit(isNamed ? node.path("name").asString() : member.getKey(), member.getValue(), found);
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
