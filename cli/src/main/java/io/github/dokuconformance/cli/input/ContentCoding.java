package io.github.dokuconformance.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.MessageLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes {@code Content-Encoding}, where the bytes are still in it: a signature is over the content
 * before it.
 *
 * <p>What saves a message has often undone it already and left the header; such content is taken as
 * it stands. Source: RFC 9110, section 8.4.1.
 */
public final class ContentCoding {
  private ContentCoding() {}

  /** Says whether the headers name a coding at all. */
  public static boolean isNamed(Headers headers) {
    String coding = name(headers);
    return !coding.isEmpty() && !coding.equals("identity");
  }

  /** Says whether the bytes are still in the coding that the headers name, or were in it. */
  public static boolean isCoded(Headers headers, byte[] content) {
    return isNamed(headers) && content.length > 0 && !isText(content);
  }

  /**
   * Returns the content without its coding.
   *
   * @throws IOException if that can't be done; the message is for the user
   */
  public static byte[] decoded(Headers headers, byte[] content) throws IOException {
    if (!isCoded(headers, content)) {
      return content;
    }
    String coding = name(headers);
    try {
      return switch (coding) {
        case "gzip", "x-gzip" -> all(new GZIPInputStream(new ByteArrayInputStream(content)));
        case "deflate" -> inflated(content);
        default ->
            throw new IOException(
                "Content-Encoding is "
                    + coding
                    + ", which is not undone here; record the body decoded, as curl --compressed"
                    + " and browsers do, or send Accept-Encoding: identity");
      };
    } catch (TooLong e) {
      throw new IOException(
          "expected a body of at most %s bytes (10 MiB) after Content-Encoding %s, got more"
              .formatted(MessageLimits.BODY_BYTES, coding),
          e);
    } catch (IOException e) {
      if (coding.matches("x?-?gzip|deflate")) {
        throw new IOException(
            "Content-Encoding is "
                + coding
                + ", but the body can't be uncompressed"
                + (hasReplacement(content)
                    ? ": it was saved as text, and bytes were lost"
                    : "; record it decoded, as curl --compressed does"),
            e);
      }
      throw e;
    }
  }

  /** Says whether bytes were lost when something was made text: U+FFFD stands in their place. */
  public static boolean hasReplacement(byte[] content) {
    for (int i = 0; i + 2 < content.length; i++) {
      if (content[i] == (byte) 0xEF
          && content[i + 1] == (byte) 0xBF
          && content[i + 2] == (byte) 0xBD) {
        return true;
      }
    }
    return false;
  }

  private static String name(Headers headers) {
    return String.join(", ", headers.all("Content-Encoding")).strip().toLowerCase(Locale.ROOT);
  }

  /** A zlib stream by the RFC, or bare deflate as some servers send. */
  private static byte[] inflated(byte[] content) throws IOException {
    try {
      return all(new InflaterInputStream(new ByteArrayInputStream(content)));
    } catch (TooLong e) {
      throw e;
    } catch (IOException e) {
      return all(new InflaterInputStream(new ByteArrayInputStream(content), new Inflater(true)));
    }
  }

  private static byte[] all(InputStream in) throws IOException {
    try (in) {
      byte[] bytes = in.readNBytes(MessageLimits.BODY_BYTES + 1);
      if (bytes.length > MessageLimits.BODY_BYTES) {
        throw new TooLong();
      }
      return bytes;
    }
  }

  private static boolean isText(byte[] content) {
    for (byte b : content) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;
  }
}
