/** The contract: operations, and the schemas that bodies are held against. */
@NullMarked
package io.github.dokuconformance.contract;

import org.jspecify.annotations.NullMarked;
