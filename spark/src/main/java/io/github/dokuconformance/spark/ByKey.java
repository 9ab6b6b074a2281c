package io.github.dokuconformance.spark;

import org.apache.spark.Partitioner;

/** Sends what has one key to one place; a key is a hash already. */
final class ByKey extends Partitioner {
  private static final long serialVersionUID = 1;

  private final int count;

  ByKey(int count) {
    this.count = count;
  }

  @Override
  public int numPartitions() {
    return count;
  }

  @Override
  public int getPartition(Object key) {
    return (int) Math.floorMod(((SortKey) key).low(), (long) count);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByKey key && key.count == count;
  }

  @Override
  public int hashCode() {
    return count;
  }
}
