/** JMH benchmarks, run by hand. */
@NullMarked
package io.github.dokuconformance.benchmarks;

import org.jspecify.annotations.NullMarked;
