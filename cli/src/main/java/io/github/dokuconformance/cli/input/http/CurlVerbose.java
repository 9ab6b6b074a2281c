package io.github.dokuconformance.cli.input.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.cli.input.InputException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Takes curl's marks away from what {@code curl -v} has printed.
 *
 * <p>It prints the heads after {@code > } and {@code < }, the response's body without a mark, and
 * the request's body not at all; who has put that after the request's head is understood.
 */
final class CurlVerbose {
  private static final Pattern TALK = Pattern.compile("\\*( .*)?|[{}] \\[\\d+ bytes data]");
  private static final Pattern LAST_TALK =
      Pattern.compile("\\* (?:Connection #\\d+ to host .* left intact|Closing connection.*)");

  private static final int MOST_LINES = 200_000;

  private CurlVerbose() {}

  static boolean beginsAt(HttpBytes bytes, int at) {
    return bytes.startsWith(at, "> ") || bytes.startsWith(at, "* ");
  }

  static HttpBytes read(String file, byte[] content) throws InputException {
    String[] all = new String(content, ISO_8859_1).split("\n", MOST_LINES + 1);
    if (all.length > MOST_LINES) {
      throw InputException.of(
          file, "expected at most " + MOST_LINES + " lines of curl's output, got more");
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int[] numbers = new int[all.length];
    int count = 0;
    boolean body = false;
    boolean length = false;
    for (int i = 0; i < all.length; i++) {
      String line = all[i].endsWith("\r") ? all[i].substring(0, all[i].length() - 1) : all[i];
      if (TALK.matcher(line).matches()) {
        continue;
      }
      String plain = line;
      boolean marked = line.matches("[<>]( .*)?");
      if (marked) {
        plain = line.substring(Math.min(2, line.length()));
      } else {
        plain = LAST_TALK.matcher(all[i]).replaceAll("");
      }
      if (line.startsWith("> ")) {
        length |= plain.matches("(?i)content-length:\\s*[1-9]\\d*");
        body = false;
      } else if (line.startsWith("<") && marked) {
        if (length && !body) {
          throw InputException.atLine(
              file,
              i + 1L,
              "curl -v does not show the request's body; put it on the line after the last >, or"
                  + " give the command itself as a .curl file");
        }
        length = false;
      } else {
        body |= !marked && !plain.isBlank();
      }
      numbers[count++] = i + 1;
      kept.writeBytes(plain.getBytes(ISO_8859_1));
      if (i + 1 < all.length) {
        kept.write('\n');
      }
    }
    if (length && !body) {
      throw InputException.atLine(
          file,
          all.length,
          "curl -v does not show the request's body; put it on the line after the last >, or give"
              + " the command itself as a .curl file");
    }
    return new HttpBytes(file, kept.toByteArray(), Arrays.copyOf(numbers, count));
  }
}
