/** Reads raw HTTP messages out of text: recordings, and the files of editors' HTTP clients. */
@NullMarked
package io.github.dokuconformance.cli.input.http;

import org.jspecify.annotations.NullMarked;
