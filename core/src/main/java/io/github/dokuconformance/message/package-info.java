/** Requests, responses and exchanges with their bytes as they were on the wire. */
@NullMarked
package io.github.dokuconformance.message;

import org.jspecify.annotations.NullMarked;
