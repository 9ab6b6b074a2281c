/** The state of orders: what may become of one, and what DOKU answers about it. */
@NullMarked
package io.github.dokuconformance.sandbox.order;

import org.jspecify.annotations.NullMarked;
