/** A small, strict HTTP/1.1 server: what comes in is bounded, what goes out can be spoilt. */
@NullMarked
package io.github.dokuconformance.sandbox.http;

import org.jspecify.annotations.NullMarked;
