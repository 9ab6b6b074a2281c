package io.github.dokuconformance.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Many random secrets and values, escaped by another's writer of JSON. */
class SecretMaskJsonTest {
  @Test
  void leavesJsonThatCanBeReadAndNoSecretInIt() {
    Random random = new Random(7);
    String letters = "au0041n\"\\%/&+ é\t";
    for (int i = 0; i < 20_000; i++) {
      String secret = text(letters, 8 + random.nextInt(4), random);
      String value = text(letters, random.nextInt(6), random);
      String line =
          JsonMapper.shared()
              .writeValueAsString(
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("a", value + secret + value)
                      .put("b", "\\".repeat(random.nextInt(70)) + json(secret) + value));

      String masked = SecretMask.of(List.of(MerchantSecret.of(secret))).text(line);

      assertThat(JsonMapper.shared().readTree(masked).size()).as(line).isEqualTo(2);
      if (secret.strip().replaceAll("^[\"\\\\\\s]+|[\"\\\\\\s]+$", "").length() >= 8) {
        assertThat(masked).as(line).contains(SecretMask.SHOWN);
        assertThat(masked).as(line).doesNotContain(json(secret));
      }
    }
  }

  private static String json(String text) {
    String quoted = JsonMapper.shared().writeValueAsString(text);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String text(String letters, int length, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
