package io.github.dokuconformance.check;

import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.finding.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Tells a wrong secret from wrong messages: where of one Client-Id none of several signatures is
 * right, and no mistake explains any, it is the secret. Not thread safe.
 */
public final class Suspicion {
  /** So many searches in vain suffice. */
  static final int ENOUGH = 3;

  private static final int MOST_CLIENTS = 1_000;

  private final Map<String, Client> clients = new LinkedHashMap<>();

  /**
   * Tells how much one more search for that merchant is worth: one part in so many of a whole one,
   * half as much after each in vain; 0 for none.
   */
  public int shares(String clientId) {
    Client client = clients.get(clientId);
    if (client == null || client.cleared > 0) {
      return 1;
    }
    return client.isConcluded() ? 0 : 1 << client.unexplained;
  }

  /** Counts a signature that is right, or wrong by a known mistake. */
  public void clear(String clientId) {
    client(clientId).cleared++;
  }

  /**
   * Counts a signature that is wrong.
   *
   * @param otherCause tells whether the message shows one that accounts for it; asked only then
   */
  public void look(String clientId, Diagnosis diagnosis, BooleanSupplier otherCause) {
    if (!(diagnosis instanceof Diagnosis.Unexplained unexplained)) {
      clear(clientId);
    } else if (unexplained.statistics().complete() == 0 || otherCause.getAsBoolean()) {
      wrong(clientId);
    } else {
      Client client = client(clientId);
      client.unexplained++;
      client.checkValue = unexplained.checkValue();
    }
  }

  /** Counts a signature that is wrong and says nothing of the secret, or was not searched for. */
  public void wrong(String clientId) {
    client(clientId).others++;
  }

  private Client client(String clientId) {
    Client known = clients.get(clientId);
    if (known != null) {
      return known;
    }
    Client client = new Client();
    if (clients.size() < MOST_CLIENTS) {
      clients.put(clientId, client);
    }
    return client;
  }

  /** Says in one sentence for each merchant that it is the secret. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    clients.forEach(
        (id, client) -> {
          if (client.isConcluded()) {
            remarks.add(
                "every signature of Client-Id "
                    + Visible.name(id)
                    + " fails under this secret (check value "
                    + client.checkValue
                    + "): none of "
                    + (client.unexplained + client.others)
                    + " is right, and no known mistake explains the "
                    + client.unexplained
                    + " that were searched");
          }
        });
    return remarks;
  }

  private static final class Client {
    private int cleared;
    private int unexplained;
    private int others;
    private String checkValue = "";

    boolean isConcluded() {
      return cleared == 0 && unexplained >= ENOUGH;
    }
  }
}
