package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.json.JsonInputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * Input that can't be read: the message is one line for stderr, which says where and what.
 *
 * <p>{@code orders.http:3: expected a header as "Name: value", got …}. There is no cause: the line
 * says it all, and a cause could repeat more of the input than is wanted.
 */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1;

  private InputException(String file, String rest) {
    super(Visible.name(file) + ":" + rest);
  }

  public static InputException of(String file, String reason) {
    return new InputException(file, " " + reason);
  }

  public static InputException atLine(String file, long line, String reason) {
    return new InputException(file, line + ": " + reason);
  }

  /** Returns the error of a JSON document that begins at that line of the file. */
  public static InputException ofJson(String file, long firstLine, JsonInputException e) {
    String place = (firstLine - 1 + e.line()) + ":" + e.column();
    String at = e.pointer().isEmpty() ? "" : " (at " + Visible.line(e.pointer()) + ")";
    return new InputException(file, place + ": " + e.reason() + at);
  }

  public static InputException ofIo(String file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return of(file, "no such file");
    }
    if (e instanceof AccessDeniedException) {
      return of(file, "permission to read it is denied");
    }
    return of(file, "can't be read: " + Visible.line(String.valueOf(e.getMessage())));
  }
}
