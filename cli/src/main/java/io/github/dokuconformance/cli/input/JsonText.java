package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that is held as a whole: what tools export, and lines of logs. */
public final class JsonText {
  private static final int DEEPEST = 200;

  /** A tree takes some 100 bytes a token. */
  private static final long MOST_TOKENS = 3_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxTokenCount(MOST_TOKENS)
                          .maxStringLength(14 << 20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonText() {}

  /**
   * Reads a document.
   *
   * @param firstLine the line of the file on which it begins
   * @throws InputException if it can't be read; the message says where and why
   */
  public static JsonNode tree(String file, long firstLine, byte[] json) throws InputException {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw refused(file, firstLine, json);
    }
  }

  /** Says why and where, in the words of the reader that knows each place. */
  private static InputException refused(String file, long firstLine, byte[] json) {
    try (JsonCursor cursor = JsonCursor.over(json)) {
      cursor.skip();
      cursor.requireEnd();
      return InputException.atLine(
          file,
          firstLine,
          "expected JSON that is nested no deeper than "
              + DEEPEST
              + ", of at most "
              + MOST_TOKENS
              + " values and names, got more");
    } catch (JsonInputException e) {
      return InputException.ofJson(file, firstLine, e);
    }
  }

  /** Returns the index after the object that begins there, or -1 if it does not end. */
  public static int end(String text, int start) {
    int depth = 0;
    boolean inString = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          inString = false;
        }
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
