/**
 * {@code check} over more recordings than one machine holds, on Apache Spark.
 *
 * <pre>
 *   SparkCheck          the program: arguments, exit code
 *     Inputs            files in parts of so many bytes           (driver)
 *     SplitCheck        judges the lines of a part                (workers)
 *     ByRequest         what came before under a request id       (workers, sorted)
 *     ByOrder           what came before of an order              (workers, sorted)
 *     Diagnoses         what explains wrong signatures            (driver, in input order)
 * </pre>
 */
@NullMarked
package io.github.dokuconformance.spark;

import org.jspecify.annotations.NullMarked;
