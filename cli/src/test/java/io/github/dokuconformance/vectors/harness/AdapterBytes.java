package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.harness.AdapterLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/** Gives bytes to what reads an adapter's answers, without an adapter. */
public final class AdapterBytes {
  private AdapterBytes() {}

  /**
   * Reads each line as a hello, and as a result of each operation.
   *
   * @throws IllegalStateException where a line is refused without a word, or with bytes of it that
   *     a report can't print
   */
  public static void read(byte[] data) throws IOException {
    AdapterLines lines = new AdapterLines(new ByteArrayInputStream(data), Messages.MAX_LINE_BYTES);
    for (Line line = lines.next(); line != null; line = lines.next()) {
      requirePrintable(line.shown());
      try {
        read(Messages.parse(line.text()));
      } catch (BadMessageException e) {
        requireMessage(e);
      }
    }
  }

  private static void read(ObjectNode message) throws BadMessageException {
    try {
      Messages.readGreeting(message);
    } catch (BadMessageException e) {
      requireMessage(e);
    }
    for (VectorOperation operation : VectorOperation.values()) {
      try {
        Messages.readResult(message, 1, operation);
      } catch (BadMessageException e) {
        requireMessage(e);
      }
    }
  }

  private static void requireMessage(BadMessageException e) {
    if (String.valueOf(e.getMessage()).isBlank()) {
      throw new IllegalStateException("expected a message for the user, got none", e);
    }
    requirePrintable(e.getMessage());
  }

  private static void requirePrintable(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalStateException("expected a line for a report, got: " + text);
    }
  }
}
