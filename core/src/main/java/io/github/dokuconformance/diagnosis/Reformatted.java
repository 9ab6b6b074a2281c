package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A recording that prints a body over several lines, where one line was signed. */
final class Reformatted {
  private static final Pattern INDENTED = Pattern.compile("\\s*[{\\[]\\s*\\n[ \\t]+\\S");
  private static final int LOOKED_AT = 256;
  private static final String LIKELIER =
      "More likely the recording prints the body anew, as logs and editors do, and the client is"
          + " right: check the bytes as they were sent.";

  private Reformatted() {}

  /**
   * Returns a sentence where the body's layout alone explains the signature; none where the message
   * has a Content-Length, which a body printed anew doesn't fit.
   */
  static Optional<String> likelier(Message message, List<List<Mistake>> explanations) {
    return explanations.stream().anyMatch(set -> set.size() == 1 && set.get(0).code().isLayout())
            && message.headers().first("Content-Length").isEmpty()
            && isIndented(message)
        ? Optional.of(LIKELIER)
        : Optional.empty();
  }

  private static boolean isIndented(Message message) {
    byte[] body = message.body().toByteArray();
    return INDENTED
        .matcher(new String(body, 0, Math.min(body.length, LOOKED_AT), UTF_8))
        .lookingAt();
  }
}
