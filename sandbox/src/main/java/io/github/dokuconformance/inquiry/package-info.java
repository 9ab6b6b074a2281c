/**
 * Asks a merchant's inquiry endpoint what there is to pay, as DOKU does and as forgers do, and
 * judges the answers.
 */
@NullMarked
package io.github.dokuconformance.inquiry;

import org.jspecify.annotations.NullMarked;
