package io.github.dokuconformance.schemas;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page's contradictions are those of the contract; {@code -Dpage.write=true} writes them. */
class AmbiguitiesPageTest {
  private static final Path PAGE = Path.of("../docs/ambiguities.md");
  private static final String END = "<!-- end -->";

  @Test
  void listsEachContradictionWithWhatWasChosen() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("-->\n", page.indexOf("<!-- begin")) + 4;
    String wanted = page.substring(0, begin) + list() + page.substring(page.indexOf(END, begin));

    if (Boolean.getBoolean("page.write")) {
      Files.writeString(PAGE, wanted);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(wanted);
  }

  private static String list() throws IOException {
    try (InputStream in = ContractFiles.open("contradictions.json")) {
      JsonNode contradictions = JsonMapper.shared().readTree(in).required("contradictions");
      assertThat(contradictions.size()).isPositive();
      return contradictions.valueStream().map(AmbiguitiesPageTest::section).collect(joining("\n"));
    }
  }

  private static String section(JsonNode contradiction) {
    String said =
        contradiction
            .required("says")
            .valueStream()
            .map(
                each ->
                    "- %s (%s: %s)\n"
                        .formatted(text(each, "claim"), text(each, "basis"), text(each, "source")))
            .collect(joining());
    return "### %s. %s\n\n%s\n**Chosen:** %s\n\n%s\n"
        .formatted(
            contradiction.required("number").asInt(),
            text(contradiction, "summary"),
            said,
            text(contradiction, "chosen"),
            contradiction.path("code").isString()
                ? "Reported as `" + text(contradiction, "code") + "`."
                : "Not reported: " + text(contradiction, "whyNotVisible"));
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).stringValue().replace("<", "&lt;");
  }
}
