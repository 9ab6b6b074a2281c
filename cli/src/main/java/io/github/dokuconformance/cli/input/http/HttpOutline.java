package io.github.dokuconformance.cli.input.http;

import io.github.dokuconformance.cli.input.InputException;
import java.util.Optional;

/** Where the messages of a raw HTTP file stand in its bytes, by the rules of {@link HttpFile}. */
public record HttpOutline(Message request, Optional<Message> response) {

  /**
   * One message.
   *
   * @param start of its first line
   * @param body the body's first byte
   * @param verbatim whether the body stands there as it was sent, not in chunks
   */
  public record Message(int start, int body, int end, boolean verbatim) {}

  /** Returns the outline of a file that {@link HttpFile} has read without a complaint. */
  public static HttpOutline of(String file, byte[] content) throws InputException {
    HttpBytes bytes = new HttpBytes(file, content);
    Message request = message(bytes, bytes.skipEmptyLines(0), true);
    int at = bytes.skipEmptyLines(request.end);
    while (at < content.length) {
      HttpHead head = HttpHead.read(bytes, at);
      if (!head.startLine().matches("HTTP/\\S+ 1.*")) {
        return new HttpOutline(request, Optional.of(message(bytes, at, false)));
      }
      at = bytes.skipEmptyLines(head.end());
    }
    return new HttpOutline(request, Optional.empty());
  }

  private static Message message(HttpBytes bytes, int start, boolean mayBeFollowed)
      throws InputException {
    HttpHead head = HttpHead.read(bytes, start);
    HttpBody body = HttpBody.read(bytes, head, mayBeFollowed);
    boolean verbatim = body.end() - head.end() == body.content().length();
    return new Message(start, head.end(), body.end(), verbatim);
  }
}
