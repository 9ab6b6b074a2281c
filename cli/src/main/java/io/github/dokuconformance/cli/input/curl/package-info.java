/** Reads curl commands: a shell's quoting, curl's options, and the request that curl would send. */
@NullMarked
package io.github.dokuconformance.cli.input.curl;

import org.jspecify.annotations.NullMarked;
