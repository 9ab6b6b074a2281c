/** What each command is given and gives back: streams, variables, reports' files, an exit code. */
@NullMarked
package io.github.dokuconformance.cli.command;

import org.jspecify.annotations.NullMarked;
