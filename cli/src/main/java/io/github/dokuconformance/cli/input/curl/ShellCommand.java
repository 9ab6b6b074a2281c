package io.github.dokuconformance.cli.input.curl;

import io.github.dokuconformance.message.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command of a text, without what it is piped into.
 *
 * @param line on which it begins
 * @param input what stands for its standard input in the text itself, if something does
 * @param inputFile the file that it takes standard input from, if it does
 */
record ShellCommand(
    List<ShellWord> words, int line, @Nullable Body input, @Nullable ShellWord inputFile) {}
