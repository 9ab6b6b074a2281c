package io.github.dokuconformance.spark;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.stored.StoredSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/** The stages on the workers, and what came of them. */
record Run(SplitCounts counts, List<StoredSummary.Split> splits, int findingFiles) {
  /**
   * More would be many small files for each part: a thousand million exchanges are 65 MB in each.
   */
  private static final int MOST_PARTITIONS = 2_000;

  static Run over(JavaSparkContext spark, Job job, List<Split> splits) throws IOException {
    int partitions = Math.min(MOST_PARTITIONS, Math.max(spark.defaultParallelism(), splits.size()));
    JavaPairRDD<SortKey, byte[]> byRequest =
        spark
            .parallelize(splits, splits.size())
            .flatMapToPair(split -> check(job, split))
            .repartitionAndSortWithinPartitions(new ByKey(partitions));
    // Asks for one pair, so that the stage before the shuffle runs and no more; its files serve the
    // stages below. Only then is it known how many exchanges each part has.
    byRequest.isEmpty();
    SplitCounts counts = new SplitCounts();
    List<StoredSummary.Split> counted = new ArrayList<>();
    for (Split split : splits) {
      SplitCounts own = counts(job, split);
      counted.add(own.of(split.input()));
      counts.addAll(own);
    }
    long[] before = before(counted);
    int findingFiles = spark.defaultParallelism();
    byRequest
        .mapPartitionsToPair(sorted -> new ByRequest(sorted, before, Keys.of(job.keyFile()).mask()))
        .repartitionAndSortWithinPartitions(new ByKey(partitions))
        .mapPartitionsToPair(sorted -> new ByOrder(sorted, before, Keys.of(job.keyFile()).mask()))
        .repartitionAndSortWithinPartitions(new ByExchange(findingFiles, counts.exchanges()))
        .foreachPartition(sorted -> write(job, TaskContext.getPartitionId(), sorted));
    for (int i = 0; i < findingFiles; i++) {
      try (var in = job.out().read(Job.countsOfFindings(i))) {
        counts.addAll(SplitCounts.read(in));
      }
    }
    return new Run(counts, counted, findingFiles);
  }

  /** Returns how many exchanges there are before each part. */
  long[] before() {
    return before(splits);
  }

  private static long[] before(List<StoredSummary.Split> splits) {
    long[] before = new long[splits.size()];
    for (int i = 1; i < before.length; i++) {
      before[i] = before[i - 1] + splits.get(i - 1).exchanges();
    }
    return before;
  }

  private static SplitCheck check(Job job, Split split) throws IOException, InputException {
    SplitCheck check = new SplitCheck(job, split);
    TaskCompletionListener closing = task -> check.close();
    TaskContext.get().addTaskCompletionListener(closing);
    return check;
  }

  private static SplitCounts counts(Job job, Split split) throws IOException {
    try (Signatures.Reader signatures =
        new Signatures.Reader(job.out().read(Job.countsOf(split.number())))) {
      while (signatures.next() != null) {
        // The counts stand after them.
      }
      return SplitCounts.read(signatures.rest());
    }
  }

  /** Writes what only the run shows of the exchanges from one on to another. */
  private static void write(Job job, int number, Iterator<Tuple2<SortKey, byte[]>> sorted)
      throws IOException {
    SplitCounts counts = new SplitCounts();
    long last = 0;
    try (Folder.Output out = job.out().write(StoredSummary.findings(number));
        Folder.Output work = job.out().write(Job.countsOfFindings(number))) {
      while (sorted.hasNext()) {
        Tuple2<SortKey, byte[]> next = sorted.next();
        Event.Found found = Event.Found.unpack(next._2());
        long exchange = next._1().high();
        counts.add(found.code(), 1);
        if (found.first() && exchange != last) {
          counts.addNotConformant();
          last = exchange;
        }
        out.line(found.line());
      }
      counts.write(work.data());
      out.commit();
      work.commit();
    }
  }
}
