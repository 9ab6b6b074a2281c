/** The contract as data: where its OpenAPI document, schemas and examples are. */
@NullMarked
package io.github.dokuconformance.schemas;

import org.jspecify.annotations.NullMarked;
