package io.github.dokuconformance.cli.input.http;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.Readings;
import java.util.List;
import java.util.Optional;

/** Where the messages of an exchange stand in a raw HTTP file, by the rules of {@link HttpFile}. */
public record HttpOutline(Message request, Optional<Message> response) {

  /**
   * One message.
   *
   * @param start of its first line
   * @param body the body's first byte
   * @param verbatim whether the body stands there as it was sent, not in chunks
   */
  public record Message(int start, int body, int end, boolean verbatim) {}

  /**
   * Returns the outline of an exchange that {@link HttpFile} has read.
   *
   * @param number counted from 1
   * @throws InputException if it has no place in the text, as it was put together from it
   */
  public static HttpOutline of(String file, byte[] content, int number, AllowedFiles files)
      throws InputException {
    List<Optional<HttpOutline>> outlines =
        new HttpReader(new HttpBytes(file, content), files, new Readings(file)).outlines();
    return (number <= outlines.size() ? outlines.get(number - 1) : Optional.<HttpOutline>empty())
        .orElseThrow(() -> InputException.of(file, "no such exchange"));
  }
}
