package io.github.dokuconformance.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.probe.ReceiverAnswer.Silence;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of an HTTP/1.1 response, interim ones passed over; the body does not matter. */
final class AnswerReader {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int FIRST_FINAL = 200;

  private AnswerReader() {}

  static ReceiverAnswer read(InputStream socket) throws IOException {
    InputStream in = new BufferedInputStream(socket);
    int left = MessageLimits.HEADER_BYTES;
    while (left > 0) {
      String line = line(in, left);
      left -= line.length() + 1;
      Matcher status = STATUS.matcher(line);
      if (!status.matches()) {
        return line.isEmpty()
            ? ReceiverAnswer.none(Silence.CLOSED, "")
            : ReceiverAnswer.none(
                Silence.NOT_HTTP, Visible.quoted(line.substring(0, Math.min(40, line.length()))));
      }
      int code = Integer.parseInt(status.group(1));
      for (String field = line(in, left); !field.isEmpty() && left > 0; field = line(in, left)) {
        left -= field.length() + 1;
      }
      if (code >= FIRST_FINAL || code == SWITCHING_PROTOCOLS) {
        return ReceiverAnswer.of(code);
      }
    }
    return ReceiverAnswer.none(Silence.NOT_HTTP, "a head of more than 64 KiB");
  }

  /** Returns a line without its end, cut at the limit; empty at the end of the stream. */
  private static String line(InputStream in, int limit) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n' && line.size() < limit; c = in.read()) {
      line.write(c);
    }
    String text = line.toString(ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
