package io.github.dokuconformance.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.json.JsonPointers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds JSON values against a contract's schemas. Thread safe; a schema is compiled once. */
public final class SchemaCheck {
  private static final String BASE = "contract:/";
  private static final Source UNSOURCED = Source.assumed("no source stands in the schema");

  private final Documents documents;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<String, SchemaOutline> outlines = new ConcurrentHashMap<>();

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
   * Tells whether a value conforms and holds no unknown field; a no means that {@link #check} and
   * {@link #unknownFields} must tell.
   */
  public boolean surelyPlain(String path, JsonNode value) {
    return outline(path).surelyConformsWithoutUnknown(value);
  }

  /** As {@link #check}, by the validator in any case. */
  List<SchemaViolation> validate(String path, JsonNode value) {
    return schema(path).validate(StandIns.in(value)).stream()
        .map(error -> violation(error, value))
        .toList();
  }

  /** Returns the pointers of members that the schema does not name, the outermost only. */
  public List<String> unknownFields(String path, JsonNode value) {
    return outline(path).unknown(value);
  }

  /** Returns the fields that the schema names, in its order. */
  public List<Field> fields(String path) {
    return Fields.of(path, documents::read);
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
    return iri.startsWith(BASE) ? documents.read(iri.substring(BASE.length())).toString() : null;
  }

  private SchemaViolation violation(Error error, JsonNode value) {
    JsonNode holder = holder(error.getSchemaLocation());
    String pointer = error.getInstanceLocation().toString();
    String keyword = error.getKeyword();
    JsonNode about = holder;
    if (keyword.equals("required")) {
      pointer = JsonPointers.child(pointer, error.getProperty());
      about = holder.path("properties").path(error.getProperty());
    }
    JsonNode comment = about.has("$comment") ? about.path("$comment") : holder.path("$comment");
    return new SchemaViolation(
        keyword,
        pointer,
        Phrases.wanted(keyword, holder.path(keyword)),
        keyword.equals("required") ? "nothing" : Phrases.got(keyword, value.at(pointer)),
        about.path("description").asString(""),
        comment.isString() ? Source.parse(comment.asString()) : UNSOURCED);
  }

  /** Returns the schema object that holds the keyword. */
  private JsonNode holder(SchemaLocation keyword) {
    NodePath fragment = keyword.getFragment();
    Schema schema = registry().getSchema(new SchemaLocation(keyword.getAbsoluteIri()));
    return schema.getSchemaNode().at(fragment.getParent().toString());
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
