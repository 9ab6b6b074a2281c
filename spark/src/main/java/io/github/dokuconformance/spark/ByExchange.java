package io.github.dokuconformance.spark;

import org.apache.spark.Partitioner;

/**
 * Sends findings to places in the order of their exchanges, whose number is the key's high part.
 */
final class ByExchange extends Partitioner {
  private static final long serialVersionUID = 1;

  private final int count;
  private final long exchanges;

  ByExchange(int count, long exchanges) {
    this.count = count;
    this.exchanges = Math.max(1, exchanges);
  }

  @Override
  public int numPartitions() {
    return count;
  }

  @Override
  public int getPartition(Object key) {
    double part = (((SortKey) key).high() - 1) / (double) exchanges;
    return (int) Math.min(count - 1L, (long) (part * count));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByExchange by && by.count == count && by.exchanges == exchanges;
  }

  @Override
  public int hashCode() {
    return 31 * count + Long.hashCode(exchanges);
  }
}
