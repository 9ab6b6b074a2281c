package io.github.dokuconformance.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

class ReportedJsonTest {
  private static final String ODD = "\u0000\u001f\n\t\"\\/~\u007f\u0080é…\u200b\ud83d\ude00\ud83d";

  @Test
  void writesEachTextAsTheGeneratorDoes() {
    Random random = new Random(1);
    for (int run = 0; run < 2_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        boolean odd = random.nextInt(8) == 0;
        text.append(
            odd ? ODD.charAt(random.nextInt(ODD.length())) : (char) (' ' + random.nextInt(95)));
      }

      assertThat(commandsOf(text.toString())).isEqualTo(generated(text.toString()));
    }
  }

  /** Returns how a text stands in an exchange's line. */
  private static String commandsOf(String text) {
    String line = ReportedJson.of(exchange(text));
    int start = line.lastIndexOf(",\"again\":[") + ",\"again\":[".length();
    return line.substring(start, line.length() - "]}".length());
  }

  private static ReportedExchange exchange(String command) {
    Exchange exchange =
        Exchange.of(
            "a.jsonl#1",
            new Request("GET", Target.of("/unknown"), Headers.none(), Body.none()),
            null);
    CheckResult result = Check.check(exchange, CheckContext.nothing());
    return new ReportedExchange(
        result, "a.jsonl", ReportedExchange.of(result).findings(), List.of(command));
  }

  private static String generated(String text) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonReport.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeString(text);
    }
    return out.toString();
  }
}
