package io.github.dokuconformance.pact.contract;

import io.github.dokuconformance.schemas.ContractFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A schema of the contract with its references followed; missing where nothing is said. */
record SchemaNode(String file, JsonNode node) {
  static final SchemaNode NONE = new SchemaNode("", MissingNode.getInstance());

  /** Each file as it was read, which nobody changes. */
  private static final Map<String, JsonNode> FILES = new ConcurrentHashMap<>();

  static SchemaNode read(String file) {
    return new SchemaNode(file, FILES.computeIfAbsent(file, SchemaNode::parse));
  }

  private static JsonNode parse(String file) {
    try (InputStream in = ContractFiles.open(file)) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SchemaNode property(String name) {
    return follow(node.path("properties").path(name));
  }

  SchemaNode items() {
    return follow(node.path("items"));
  }

  boolean requires(String name) {
    return node.path("required").valueStream().anyMatch(one -> one.asString().equals(name));
  }

  /** Returns a regular expression for the whole of a string, where the schema limits it. */
  Optional<String> regex() {
    if (node.has("enum")) {
      List<String> values = node.path("enum").valueStream().map(JsonNode::asString).toList();
      return Optional.of("^(?:" + String.join("|", values) + ")$");
    }
    if (node.has("pattern")) {
      return Optional.of(node.path("pattern").asString());
    }
    int least = node.path("minLength").asInt(0);
    if (least == 0 && !node.has("maxLength")) {
      return Optional.empty();
    }
    String most = node.has("maxLength") ? node.path("maxLength").asString() : "";
    return Optional.of("^[\\s\\S]{" + least + "," + most + "}$");
  }

  /** Returns a schema of this file, or that to which it refers. */
  SchemaNode follow(JsonNode schema) {
    if (!schema.has("$ref")) {
      return new SchemaNode(file, schema);
    }
    // Only an absolute base resolves "..", hence the slash that is taken off again.
    URI target = URI.create("/" + file).resolve(schema.path("$ref").asString());
    String path = target.getPath().substring(1);
    String pointer = target.getFragment() == null ? "" : target.getFragment();
    SchemaNode named = read(path);
    return named.follow(named.node.at(pointer));
  }
}
