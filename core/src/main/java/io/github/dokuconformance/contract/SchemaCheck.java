package io.github.dokuconformance.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds JSON values against a contract's schemas. Thread safe; a schema is compiled once. */
public final class SchemaCheck {
  private static final String BASE = "contract:/";

  private static final Pattern ITEM = Pattern.compile("/[0-9]+(?=/|$)");

  private final Documents documents;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<String, SchemaOutline> outlines = new ConcurrentHashMap<>();

  private final Map<String, Set<String>> keywords = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> optional = new ConcurrentHashMap<>();
  private @Nullable SchemaRegistry registry;

  SchemaCheck(Documents documents) {
    this.documents = documents;
  }

  public static SchemaCheck bundled() {
    return Contract.bundled().schemas();
  }

  /**
   * Returns what is wrong with a value, in the schema's order; nothing where it conforms.
   *
   * @param path of the schema among the contract's files
   */
  public List<SchemaViolation> check(String path, JsonNode value) {
    return outline(path).surelyConforms(value) ? List.of() : validate(path, value);
  }

  /**
   * Tells, where it is easy to tell, whether a value conforms, of which {@link #check} says the
   * rest, and whether it holds no unknown field, of which {@link #unknownFields} does.
   */
  public Conformity conformity(String path, JsonNode value) {
    return outline(path).conformity(value);
  }

  /** As {@link #check}, by the validator in any case. */
  List<SchemaViolation> validate(String path, JsonNode value) {
    return Violations.of(schema(path).validate(StandIns.in(value)), value, this::tree);
  }

  /** Returns the pointers of members that the schema does not name, the outermost only. */
  public List<String> unknownFields(String path, JsonNode value) {
    return outline(path).unknown(value);
  }

  /** Returns the fields that the schema names, in its order. */
  public List<Field> fields(String path) {
    return Fields.of(path, documents::read);
  }

  /** Tells whether the schema names the field at that place, and leaves it free to be absent. */
  public boolean isOptional(String path, String pointer) {
    return optional
        .computeIfAbsent(
            path,
            p ->
                fields(p).stream()
                    .filter(field -> !field.mandatory())
                    .map(Field::pointer)
                    .collect(Collectors.toUnmodifiableSet()))
        .contains(ITEM.matcher(pointer).replaceAll("/0"));
  }

  /**
   * Returns the schema that a value was meant for: the first of which it has a member that is
   * mandatory there, or else the last.
   */
  public String likeliest(List<String> paths, JsonNode value) {
    for (String path : paths) {
      if (outline(path).requiresAnyOf(value)) {
        return path;
      }
    }
    return paths.get(paths.size() - 1);
  }

  /** Returns the keywords that a schema and all that it refers to use to judge values. */
  public Set<String> keywords(String path) {
    return keywords.computeIfAbsent(path, p -> UsedKeywords.of(p, documents::read));
  }

  SchemaOutline outline(String path) {
    SchemaOutline known = outlines.get(path);
    return known != null
        ? known
        : outlines.computeIfAbsent(
            path, p -> SchemaOutline.read(p, documents.read(p), documents::read));
  }

  private Schema schema(String path) {
    Schema known = schemas.get(path);
    return known != null ? known : schemas.computeIfAbsent(path, this::load);
  }

  private Schema load(String path) {
    return registry().getSchema(SchemaLocation.of(BASE + path));
  }

  /** Returns a schema file's text; nothing is ever fetched from elsewhere. */
  private @Nullable String read(String iri) {
    return iri.startsWith(BASE) ? tree(iri).toString() : null;
  }

  private JsonNode tree(String iri) {
    return documents.read(iri.substring(BASE.length()));
  }

  /** Returns the validator, which takes longer to load than all else: only errors need it. */
  private synchronized SchemaRegistry registry() {
    if (registry == null) {
      registry =
          SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder ->
                  builder
                      .schemas(this::read)
                      .schemaRegistryConfig(
                          SchemaRegistryConfig.builder()
                              .pathType(PathType.JSON_POINTER)
                              .formatAssertionsEnabled(false)
                              .build()));
    }
    return registry;
  }
}
