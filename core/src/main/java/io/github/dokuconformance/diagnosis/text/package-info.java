/** What was found, in words: the catalogue of mistakes, and the lines for a terminal. */
@NullMarked
package io.github.dokuconformance.diagnosis.text;

import org.jspecify.annotations.NullMarked;
