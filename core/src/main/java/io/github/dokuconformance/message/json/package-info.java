/** The exchange JSON: a request and its response as one JSON object, and its strict reader. */
@NullMarked
package io.github.dokuconformance.message.json;

import org.jspecify.annotations.NullMarked;
