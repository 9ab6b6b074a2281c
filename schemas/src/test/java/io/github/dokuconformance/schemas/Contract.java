package io.github.dokuconformance.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract's plain files as the tests see them: on disk, judged by networknt. */
final class Contract {

  static final Path ROOT = Path.of("contract").toAbsolutePath();
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final SchemaRegistry REGISTRY = registry();

  private Contract() {}

  /**
   * Schemas come from disk or a jar, by file and jar addresses; nothing is fetched from the net.
   */
  static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder.schemaLoader(
                loader ->
                    loader
                        .fetchRemoteResources()
                        .block(iri -> iri.toString().startsWith("http://"))));
  }

  static JsonNode read(Path file) {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(String path) {
    return read(ROOT.resolve(path));
  }

  /** All files under a folder of the contract, as paths relative to it, in order. */
  static List<String> files(String folder) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, JsonNode> schemas() {
    return files("json").stream().collect(Collectors.toMap(path -> path, Contract::read));
  }

  static List<Error> validate(String schema, JsonNode instance) {
    String address = ROOT.resolve(schema).toUri().toString();
    Schema compiled = REGISTRY.getSchema(SchemaLocation.of(address));
    return compiled.validate(instance);
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** The schema that each example is an instance of. */
  static Map<String, String> schemaOfExample() {
    return elements(read("examples/PROVENANCE.json").get("examples"))
        .collect(
            Collectors.toMap(
                entry -> entry.get("file").stringValue(),
                entry -> entry.get("schema").stringValue()));
  }

  /** The names of the pages and collections that the contract rests on. */
  static List<String> sourceNames() {
    return elements(read("sources.json").get("sources"))
        .map(source -> source.get("name").stringValue())
        .toList();
  }
}
