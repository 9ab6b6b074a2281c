package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.signature.SecretMask;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes exchanges and their findings as JSON Lines. */
final class ExchangeLines {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private ExchangeLines() {}

  /** Returns the lines without secrets; where one stood in an exchange, that says so. */
  static byte[] write(List<SandboxEvidence.Kept> exchanges, SecretMask mask) {
    StringBuilder lines = new StringBuilder();
    for (SandboxEvidence.Kept one : exchanges) {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
        write(one, mask, json);
      }
      lines.append(mask.text(line.toString())).append('\n');
    }
    return lines.toString().getBytes(UTF_8);
  }

  private static void write(SandboxEvidence.Kept one, SecretMask mask, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("source", one.exchange().source());
    json.writeStringProperty("outcome", one.outcome());
    one.fault().ifPresent(fault -> json.writeStringProperty("fault", fault.id()));
    json.writeName("exchange");
    json.writeRawValue(ExchangeJson.write(one.exchange(), mask));
    json.writeArrayPropertyStart("findings");
    one.findings().forEach(finding -> write(finding, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("code", finding.code());
    json.writeStringProperty("severity", finding.severity().id());
    json.writeStringProperty("part", finding.part().id());
    json.writeStringProperty("at", finding.at());
    if (finding.count() > 1) {
      json.writeNumberProperty("count", finding.count());
    }
    json.writeStringProperty("message", finding.message());
    json.writeStringProperty("hint", finding.hint());
    json.writeEndObject();
  }
}
