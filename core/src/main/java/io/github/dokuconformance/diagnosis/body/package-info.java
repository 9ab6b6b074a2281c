/**
 * The forms that a body may have had when it was digested: other white space, line ends, charsets
 * and escapes, and what other programs write for its JSON.
 */
@NullMarked
package io.github.dokuconformance.diagnosis.body;

import org.jspecify.annotations.NullMarked;
