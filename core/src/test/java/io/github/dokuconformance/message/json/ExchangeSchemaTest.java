package io.github.dokuconformance.message.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published schema of exchange JSON and the reader accept the same documents. */
class ExchangeSchemaTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What may stand anywhere: right at some places, wrong at others. */
  private static final List<JsonNode> VALUES =
      List.of(
              "null",
              "true",
              "200",
              "99",
              "600",
              "200.5",
              "''",
              "'POST'",
              "'a b'",
              "'a\\u0000'",
              "'a\\tb'",
              "'\\u00e9'",
              "'/path?q=1'",
              "'/pa th'",
              "'https://doku.test/x'",
              "'HTTPS://doku.test/x'",
              "'ftp://doku.test/x'",
              "'2026-11-22T01:51:00Z'",
              "'2026-11-22T08:51:00.123+07:00'",
              "'2026-11-22'",
              "'e30='",
              "'e30'",
              "'e31='",
              "'/w=='",
              "'/x=='",
              "[]",
              "{}",
              "['a','b']",
              "['a','b','c']",
              "['a b','c']",
              "[['a','b'],['a','c']]",
              "[['a']]",
              "[['a',1]]",
              "{'a':'b'}",
              "{'a':['b','c']}",
              "{'a':[1]}",
              "{'a b':'c'}",
              "{'utf8':'{}'}",
              "{'base64':'e30='}",
              "{'utf8':'','base64':''}",
              "{'status':200}",
              "{'method':'GET','target':'/'}",
              "{'method':'GET','url':'/'}",
              "{'method':'GET','url':'/','target':'/'}")
          .stream()
          .map(text -> JSON.readTree(text.replace('\'', '"')))
          .toList();

  private final Schema schema = schema();

  private static Schema schema() {
    try {
      String text = Files.readString(Path.of("../schemas/exchange.schema.json"));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JSON.readTree(text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"operation":"akulaku.cancel","recordedAt":"2026-11-22T01:51:00Z",
         "request":{"method":"POST","target":"/akulaku-peer-to-peer/v2/cancel",
                    "headers":[["Client-Id","MCH-1"],["X","1"]],"body":{"utf8":"{}"}},
         "response":{"status":200,"headers":[],"body":{"base64":"/w=="}}}
        """,
        """
        {"request":{"method":"POST","url":"https://doku.test/x",
                    "headers":{"Client-Id":"MCH-1","X":["1","2"]},"body":"{}"},
         "response":{"status":404}}
        """
      })
  void readerAndSchemaAgree(String text) {
    JsonNode whole = JSON.readTree(text);
    assertAgree(whole, true);
    List<JsonNode> changed = new ArrayList<>();
    change(whole, whole, changed);

    long accepted = changed.stream().filter(this::agree).count();

    assertThat(accepted).isBetween(50L, changed.size() / 2L);
  }

  @Test
  void neitherTakesWhatIsNoExchange() {
    VALUES.forEach(value -> assertAgree(value, false));
  }

  /** Adds the whole with each member below a node left out, set to each value, or joined. */
  private static void change(JsonNode whole, JsonNode node, List<JsonNode> changed) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode member = object.get(name);
        for (JsonNode value : VALUES) {
          object.set(name, value);
          changed.add(whole.deepCopy());
        }
        object.remove(name);
        changed.add(whole.deepCopy());
        object.set(name, member);
        change(whole, member, changed);
      }
      object.put("unknown", "x");
      changed.add(whole.deepCopy());
      object.remove("unknown");
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode element = array.get(i);
        for (JsonNode value : VALUES) {
          array.set(i, value);
          changed.add(whole.deepCopy());
        }
        array.set(i, element);
        change(whole, element, changed);
      }
    }
  }

  private boolean agree(JsonNode document) {
    boolean accepted = isRead(document);
    assertAgree(document, accepted);
    return accepted;
  }

  private void assertAgree(JsonNode document, boolean accepted) {
    assertThat(schema.validate(document).isEmpty()).as(document.toString()).isEqualTo(accepted);
    assertThat(isRead(document)).as(document.toString()).isEqualTo(accepted);
  }

  private static boolean isRead(JsonNode document) {
    try {
      ExchangeJson.read(document.toString().getBytes(UTF_8), "test");
      return true;
    } catch (JsonInputException e) {
      return false;
    }
  }
}
