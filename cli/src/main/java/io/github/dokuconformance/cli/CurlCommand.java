package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a curl command for a POSIX shell that sends exactly the bytes that were signed. */
final class CurlCommand {
  private CurlCommand() {}

  /**
   * Returns the command.
   *
   * @param bodyFile where the body was read from; curl reads it there again, unless it came from
   *     standard input
   */
  static String of(
      String method, String url, Headers headers, Body body, @Nullable String bodyFile) {
    List<String> parts = new ArrayList<>();
    parts.add("curl --silent --show-error --include --request " + method);
    parts.add(quoted(url));
    for (Header header : headers.list()) {
      parts.add("--header " + quoted(header.name() + ": " + header.value()));
    }
    if (!body.isEmpty()) {
      parts.add("--header 'Content-Type: application/json'");
      parts.add(
          "--data-binary "
              + (bodyFile == null || bodyFile.equals("-")
                  ? literal(body)
                  : quoted("@" + bodyFile)));
    }
    return String.join(" \\\n  ", parts);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Returns the body itself, as an argument. */
  private static String literal(Body body) {
    String text = new String(body.toByteArray(), UTF_8);
    boolean exact = Body.ofUtf8(text).equals(body) && text.indexOf('\0') < 0;
    // A literal @ would make curl read a file.
    return exact && !text.startsWith("@") ? quoted(text) : bytes(body);
  }

  /** Returns each byte as an escape of bash, zsh and ksh. */
  private static String bytes(Body body) {
    StringBuilder escaped = new StringBuilder("$'");
    for (byte b : body.toByteArray()) {
      escaped.append(String.format(Locale.ROOT, "\\x%02x", b & 0xff));
    }
    return escaped.append('\'').toString();
  }
}
