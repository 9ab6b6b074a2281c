package io.github.dokuconformance.run;

/** Remembers how one key came first: whatever is looked for is that one. */
final class OneKey implements RunMemory {
  private boolean known;
  private long exchange;
  private long first;
  private int bodyOrReference;
  private long amount;

  /** Forgets all, for another key. */
  void clear() {
    known = false;
  }

  /** Goes on to an exchange of that number. */
  void at(long number) {
    exchange = number;
  }

  private void remember() {
    known = true;
    first = exchange;
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public int most() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean findRequest(long id) {
    return known;
  }

  @Override
  public long requestExchange() {
    return first;
  }

  @Override
  public int requestBody() {
    return bodyOrReference;
  }

  @Override
  public void addRequest(long id, int body) {
    remember();
    bodyOrReference = body;
  }

  @Override
  public boolean findOrder(long order) {
    return known;
  }

  @Override
  public long orderExchange() {
    return first;
  }

  @Override
  public int orderReference() {
    return bodyOrReference;
  }

  @Override
  public long orderAmount() {
    return amount;
  }

  @Override
  public void setOrderAmount(long other) {
    amount = other;
  }

  @Override
  public void addOrder(long order, int reference, long ordered) {
    remember();
    bodyOrReference = reference;
    amount = ordered;
  }

  @Override
  public boolean findReference(long reference) {
    return known;
  }

  @Override
  public void addReference(long reference) {
    remember();
  }

  @Override
  public long bytes() {
    return 0;
  }
}
