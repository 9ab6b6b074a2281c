/**
 * JSON at the level of tokens, and the habits of the serialisers that senders use: what they
 * escape, how they space, spell numbers and order members.
 */
@NullMarked
package io.github.dokuconformance.diagnosis.json;

import org.jspecify.annotations.NullMarked;
