/** Reads what Postman and its kin save: collections, newman's reports, Bruno, Insomnia. */
@NullMarked
package io.github.dokuconformance.cli.input.postman;

import org.jspecify.annotations.NullMarked;
