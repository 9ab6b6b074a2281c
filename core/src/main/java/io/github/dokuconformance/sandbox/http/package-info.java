/** The JDK's HTTP server behind limits: what comes in is bounded, what goes out can be spoilt. */
@NullMarked
package io.github.dokuconformance.sandbox.http;

import org.jspecify.annotations.NullMarked;
