package io.github.dokuconformance.vectors.harness;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON for files: read strictly, written the same on every platform. */
final class JsonFiles {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter PRETTY =
      MAPPER
          .writer()
          .with(
              new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

  private JsonFiles() {}

  /** Returns the same as {@link #pretty}, in ASCII: what stands in it is no terminal's command. */
  static String prettyAscii(JsonNode document) {
    return PRETTY.with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(document) + "\n";
  }

  /** Returns the document with indents, and LF at each line's end. */
  static String pretty(JsonNode document) {
    return PRETTY.writeValueAsString(document) + "\n";
  }
}
