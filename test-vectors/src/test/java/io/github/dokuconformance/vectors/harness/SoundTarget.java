package io.github.dokuconformance.vectors.harness;

import static java.util.stream.Collectors.toMap;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.dokuconformance.schemas.ContractFiles;
import io.github.dokuconformance.vectors.VectorOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An implementation that is right as long as its recipe is. */
final class SoundTarget implements ConformanceTarget {
  private static final Pattern WELL_FORMED =
      Pattern.compile("HMACSHA256=[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=");
  private static final Duration FRESH = Duration.ofHours(1);
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources()));
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
  private static final JsonMapper MAPPER = new JsonMapper();

  private final String name;
  private final Recipe recipe;

  SoundTarget(String name, Recipe recipe) {
    this.name = name;
    this.recipe = recipe;
  }

  @Override
  public Implementation implementation() {
    return Implementation.named(name);
  }

  @Override
  public Set<VectorOperation> operations() {
    return EnumSet.allOf(VectorOperation.class);
  }

  @Override
  public AdapterAnswer answer(AdapterRequest request) {
    return switch (request.operation()) {
      case DIGEST -> AdapterAnswer.digest(recipe.digestOf(request.bytes("/body")));
      case CANONICALIZE -> canonicalize(request);
      case SIGN -> sign(Parts.ofSign(request));
      case VERIFY -> verify(request);
      case VALIDATE -> validate(request);
    };
  }

  private AdapterAnswer canonicalize(AdapterRequest request) {
    Map<String, List<String>> headers = headers(request);
    return defect(headers, request, false)
        .map(AdapterAnswer::rejected)
        .orElseGet(
            () -> AdapterAnswer.canonicalized(recipe.stringToSign(received(headers, request))));
  }

  private AdapterAnswer sign(Parts parts) {
    List<String> values =
        List.of(parts.clientId(), parts.requestId(), parts.timestamp(), parts.target());
    if (values.stream().anyMatch(String::isEmpty)) {
      return AdapterAnswer.rejected("missing-component");
    }
    if (values.stream().anyMatch(it -> it.contains("\n") || it.contains("\r"))) {
      return AdapterAnswer.rejected("malformed-component");
    }
    Map<Stage, String> stages = stages(parts);
    return AdapterAnswer.signed(stages.get(Stage.SIGNATURE), stages);
  }

  private AdapterAnswer verify(AdapterRequest request) {
    if (recipe.isTrusted.test(request.headers())) {
      return AdapterAnswer.accepted(Map.of());
    }
    Map<String, List<String>> headers = headers(request);
    Optional<String> defect = defect(headers, request, true);
    if (defect.isPresent()) {
      return verdict(false, defect.get(), Map.of());
    }
    Parts parts = received(headers, request);
    Map<Stage, String> stages = stages(parts);
    String signature = recipe.choose.apply(headers.get("Signature")).orElseThrow();
    boolean right =
        recipe.matches.test(stages.get(Stage.SIGNATURE), signature)
            || recipe.alternatives.stream()
                .anyMatch(it -> recipe.matches.test(it.signature(parts), signature));
    if (right && isStale(parts.timestamp(), request)) {
      return verdict(false, "stale-timestamp", stages);
    }
    return verdict(
        right,
        WELL_FORMED.matcher(signature).matches() ? "signature-mismatch" : "malformed-signature",
        stages);
  }

  private AdapterAnswer verdict(boolean right, String reason, Map<Stage, String> stages) {
    return recipe.verdict.apply(right)
        ? AdapterAnswer.accepted(stages)
        : AdapterAnswer.refused(reason, stages);
  }

  private AdapterAnswer validate(AdapterRequest request) {
    String schema = request.text("/schema").orElseThrow();
    JsonNode body;
    try {
      body = MAPPER.readTree(request.bytes("/body"));
    } catch (JacksonException e) {
      return AdapterAnswer.validated(List.of(new SchemaError("", "type")));
    }
    JsonNode read = recipe.read.apply(body);
    return AdapterAnswer.validated(
        SCHEMAS.computeIfAbsent(schema, SoundTarget::schema).validate(read).stream()
            .map(it -> new SchemaError(it.getInstanceLocation().toString(), it.getKeyword()))
            .filter(recipe.isNoticed)
            .toList());
  }

  static Schema schema(String name) {
    return REGISTRY.getSchema(SchemaLocation.of(ContractFiles.uri(file(name)).toString()));
  }

  static boolean hasSchema(String name) {
    return ContractFiles.has(file(name));
  }

  /** {@code akulaku.cancel.request} is {@code json/akulaku/cancel-request.schema.json}. */
  private static String file(String name) {
    String[] words = name.split("\\.", 2);
    return name.equals("errors.response")
        ? "json/error-response.schema.json"
        : "json/" + words[0] + "/" + words[1].replace('.', '-') + ".schema.json";
  }

  private Map<Stage, String> stages(Parts parts) {
    Map<Stage, String> stages = new EnumMap<>(Stage.class);
    if (recipe.isDigested.test(parts)) {
      stages.put(Stage.DIGEST, recipe.digestLine.apply(parts));
    }
    String stringToSign = recipe.stringToSign(parts);
    stages.put(Stage.STRING_TO_SIGN, stringToSign);
    stages.put(Stage.SIGNATURE, recipe.signature(parts, stringToSign));
    return stages;
  }

  private Map<String, List<String>> headers(AdapterRequest request) {
    return Stream.of("Client-Id", "Request-Id", timestampName(request), "Signature")
        .collect(
            toMap(
                header -> header,
                header ->
                    request.headers().stream()
                        .filter(field -> recipe.isHeader.test(header, field.getKey()))
                        .map(Map.Entry::getValue)
                        .toList()));
  }

  private Optional<String> defect(
      Map<String, List<String>> headers, AdapterRequest request, boolean signed) {
    List<String> names =
        signed
            ? List.of("Client-Id", "Request-Id", timestampName(request), "Signature")
            : List.of("Client-Id", "Request-Id", timestampName(request));
    for (String name : names) {
      List<String> values = headers.get(name);
      boolean tolerated = signed && recipe.toleratesMissing && !name.equals("Signature");
      if (values.isEmpty() && !tolerated) {
        return Optional.of("missing-component");
      }
      if (!values.isEmpty() && recipe.choose.apply(values).isEmpty()) {
        return Optional.of("malformed-component");
      }
    }
    return Optional.empty();
  }

  private Parts received(Map<String, List<String>> headers, AdapterRequest request) {
    return new Parts(
        timestampName(request).startsWith("Response"),
        request.text("/message/method").orElse(""),
        recipe.choose.apply(headers.get("Client-Id")).orElse(""),
        recipe.choose.apply(headers.get("Request-Id")).orElse(""),
        recipe.choose.apply(headers.get(timestampName(request))).orElse(""),
        request.text("/message/target").orElseThrow(),
        new Parts.Bytes(request.bytes("/message/body")),
        new Parts.Bytes(request.secret()),
        request.text("/key/clientId").orElse(""),
        request.headers());
  }

  private static String timestampName(AdapterRequest request) {
    return request.text("/message/kind").orElse("").equals("response")
        ? "Response-Timestamp"
        : "Request-Timestamp";
  }

  private static boolean isStale(String timestamp, AdapterRequest request) {
    return request
        .text("/now")
        .map(
            now -> {
              try {
                Duration age = Duration.between(Instant.parse(timestamp), Instant.parse(now));
                return age.abs().compareTo(FRESH) > 0;
              } catch (DateTimeParseException e) {
                return true;
              }
            })
        .orElse(false);
  }
}
