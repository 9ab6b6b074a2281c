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
   * Returns the outlines of the exchanges that {@link HttpFile} has read, in their order; nothing
   * for one that has no place in the text, as it was put together from it.
   */
  public static List<Optional<HttpOutline>> of(String file, byte[] content) throws InputException {
    HttpBytes bytes = new HttpBytes(file, content);
    return new HttpReader(bytes, AllowedFiles.none(), new Readings(file)).outlines();
  }
}
