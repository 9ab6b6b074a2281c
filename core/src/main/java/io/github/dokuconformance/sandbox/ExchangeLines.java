package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.message.json.ExchangeJson;
import java.io.ByteArrayOutputStream;
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

  static byte[] write(List<Evidence.Kept> exchanges) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Evidence.Kept one : exchanges) {
      try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
        write(one, json);
      }
      out.write('\n');
    }
    return out.toByteArray();
  }

  private static void write(Evidence.Kept one, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("source", one.exchange().source());
    json.writeStringProperty("outcome", one.outcome());
    one.fault().ifPresent(fault -> json.writeStringProperty("fault", fault.id()));
    json.writeName("exchange");
    ExchangeJson.write(one.exchange(), json);
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
