package io.github.dokuconformance.run;

/** Remembers the first {@code most} exchanges of a run, by hashes of 64 bits. */
final class RunTables implements RunMemory {
  private final int most;
  private final SeenTable requests = new SeenTable();
  private final LongColumn requestFacts = new LongColumn();
  private final SeenTable orders = new SeenTable();
  private final LongColumn orderFacts = new LongColumn();
  private final LongColumn orderAmounts = new LongColumn();
  private final SeenTable references = new SeenTable();
  private int exchanges;
  private boolean toldFull;
  private int request = SeenTable.ABSENT;
  private int order = SeenTable.ABSENT;

  RunTables(int most) {
    this.most = most;
  }

  @Override
  public boolean next() {
    exchanges++;
    boolean first = exchanges > most && !toldFull;
    toldFull |= first;
    return first;
  }

  @Override
  public int most() {
    return most;
  }

  private boolean mayRemember() {
    return exchanges <= most;
  }

  @Override
  public boolean findRequest(long id) {
    request = requests.find(id);
    return request != SeenTable.ABSENT;
  }

  @Override
  public long requestExchange() {
    return ordinal(requestFacts.get(request));
  }

  @Override
  public int requestBody() {
    return (int) requestFacts.get(request);
  }

  @Override
  public void addRequest(long id, int body) {
    if (mayRemember()) {
      requests.add(id);
      requestFacts.add(pack(exchanges, body));
    }
  }

  @Override
  public boolean findOrder(long key) {
    order = orders.find(key);
    return order != SeenTable.ABSENT;
  }

  @Override
  public long orderExchange() {
    return ordinal(orderFacts.get(order));
  }

  @Override
  public int orderReference() {
    return (int) orderFacts.get(order);
  }

  @Override
  public long orderAmount() {
    return orderAmounts.get(order);
  }

  @Override
  public void setOrderAmount(long amount) {
    orderAmounts.set(order, amount);
  }

  @Override
  public void addOrder(long key, int reference, long amount) {
    if (mayRemember()) {
      orders.add(key);
      orderFacts.add(pack(exchanges, reference));
      orderAmounts.add(amount);
    }
  }

  @Override
  public boolean findReference(long reference) {
    return references.find(reference) != SeenTable.ABSENT;
  }

  @Override
  public void addReference(long reference) {
    if (mayRemember()) {
      references.add(reference);
    }
  }

  @Override
  public long bytes() {
    return requests.bytes()
        + requestFacts.bytes()
        + orders.bytes()
        + orderFacts.bytes()
        + orderAmounts.bytes()
        + references.bytes();
  }

  private static long pack(int ordinal, int hash) {
    return ((long) ordinal << 32) | (hash & 0xffffffffL);
  }

  private static int ordinal(long facts) {
    return (int) (facts >>> 32);
  }
}
