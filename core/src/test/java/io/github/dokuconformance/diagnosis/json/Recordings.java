package io.github.dokuconformance.diagnosis.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What real serialisers wrote for the bodies: recorded outside the JVM, live inside it. */
public final class Recordings {
  public static final List<String> BODIES =
      List.of("order.json", "cancel.json", "refund.json", "numbers.json", "strings.json");
  private static final Map<String, String> FILES =
      Map.of("JavaScript", "node", "Python", "python", "PHP", "php", "Go", "go");

  private Recordings() {}

  public static String body(String name) {
    return resource("bodies/" + name);
  }

  /** Returns call, then body, then output. */
  public static Map<String, Map<String, String>> of(String runtime) {
    String file = FILES.get(runtime);
    if (file == null) {
      return live(runtime.equals("Gson") ? gson() : jackson());
    }
    return outputs(resource("recorded/" + file + ".json"));
  }

  static Map<String, Map<String, String>> outputs(String recording) {
    Map<String, Map<String, String>> outputs = new TreeMap<>();
    JsonParser.parseString(recording)
        .getAsJsonObject()
        .getAsJsonObject("outputs")
        .asMap()
        .forEach(
            (call, byBody) ->
                byBody
                    .getAsJsonObject()
                    .asMap()
                    .forEach(
                        (body, text) ->
                            outputs
                                .computeIfAbsent(call, c -> new TreeMap<>())
                                .put(body, text.getAsString())));
    return outputs;
  }

  private static Map<String, Map<String, String>> live(Map<String, UnaryOperator<String>> calls) {
    Map<String, Map<String, String>> outputs = new TreeMap<>();
    calls.forEach(
        (call, write) -> {
          Map<String, String> byBody = new TreeMap<>();
          BODIES.forEach(body -> byBody.put(body, write.apply(body(body))));
          outputs.put(call, byBody);
        });
    return outputs;
  }

  private static Map<String, UnaryOperator<String>> gson() {
    Map<String, UnaryOperator<String>> calls = new TreeMap<>();
    calls.put("toJson tree", tree(new GsonBuilder()));
    calls.put("toJson tree no-html", tree(new GsonBuilder().disableHtmlEscaping()));
    calls.put("toJson tree nulls", tree(new GsonBuilder().serializeNulls()));
    calls.put("toJson tree pretty", tree(new GsonBuilder().setPrettyPrinting()));
    calls.put(
        "toJson tree pretty no-html",
        tree(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()));
    calls.put("toJson map", map(new GsonBuilder()));
    calls.put("toJson map no-html", map(new GsonBuilder().disableHtmlEscaping()));
    calls.put("toJson map pretty", map(new GsonBuilder().setPrettyPrinting()));
    return calls;
  }

  private static UnaryOperator<String> tree(GsonBuilder builder) {
    Gson gson = builder.create();
    return body -> {
      JsonElement element = JsonParser.parseString(body);
      return gson.toJson(element);
    };
  }

  private static UnaryOperator<String> map(GsonBuilder builder) {
    Gson gson = builder.create();
    return body -> gson.toJson(gson.fromJson(body, Object.class));
  }

  private static Map<String, UnaryOperator<String>> jackson() {
    Map<String, UnaryOperator<String>> calls = new TreeMap<>();
    JsonMapper plain = JsonMapper.builder().build();
    JsonMapper sorted =
        JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    JsonMapper ascii = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    JsonMapper nonNull =
        JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                v ->
                    v.withContentInclusion(
                        com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();
    calls.put("write", body -> plain.writeValueAsString(plain.readTree(body)));
    calls.put(
        "write non-null", body -> nonNull.writeValueAsString(nonNull.readValue(body, Map.class)));
    calls.put("write sorted", body -> sorted.writeValueAsString(sorted.readValue(body, Map.class)));
    calls.put("write ascii", body -> ascii.writeValueAsString(ascii.readTree(body)));
    calls.put("write pretty", body -> pretty(plain, "\n", plain.readTree(body)));
    calls.put("write pretty crlf", body -> pretty(plain, "\r\n", plain.readTree(body)));
    calls.put(
        "write sorted pretty", body -> pretty(sorted, "\n", sorted.readValue(body, Map.class)));
    return calls;
  }

  private static String pretty(JsonMapper mapper, String lineEnd, Object value) {
    // The default printer, but for the line end: that one follows the sender's system.
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", lineEnd));
    return mapper.writer().with(printer).writeValueAsString(value);
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Recordings.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
