/** The {@code vectors} commands: list, show, lint, run, adapter-check. */
@NullMarked
package io.github.dokuconformance.cli.vectors;

import org.jspecify.annotations.NullMarked;
