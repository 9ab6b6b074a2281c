package io.github.dokuconformance.run;

/**
 * What a run remembers of the exchange in which an id, an order or a reference came first. What was
 * looked for last, and found, is at hand. Not thread safe.
 */
interface RunMemory {
  /** Goes on to the next exchange; tells once that from there on nothing more is remembered. */
  boolean next();

  /** Returns how many exchanges are remembered at most. */
  int most();

  boolean findRequest(long id);

  long requestExchange();

  int requestBody();

  void addRequest(long id, int body);

  boolean findOrder(long order);

  long orderExchange();

  int orderReference();

  long orderAmount();

  void setOrderAmount(long amount);

  void addOrder(long order, int reference, long amount);

  boolean findReference(long reference);

  void addReference(long reference);

  /** Returns the size of all that is remembered, but for a few fixed bytes. */
  long bytes();
}
