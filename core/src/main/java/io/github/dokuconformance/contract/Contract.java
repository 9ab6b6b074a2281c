package io.github.dokuconformance.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The operations of the channels that are known, and the files that tell of them.
 *
 * <p>A channel is data: paths and webhooks of an OpenAPI document, in which each operation says
 * under {@code x-doku} what it is and where things stand, and schemas. Immutable and thread safe.
 */
public final class Contract {
  static final String DOCUMENT = "openapi.json";
  static final String CONTRADICTIONS = "contradictions.json";
  private static final String INDEX = "index.json";

  private final Documents documents;
  private final SchemaCheck schemas;
  private final List<Operation> operations;
  private final Map<String, List<Operation>> byPath = new HashMap<>();
  private final List<Operation> withParameters = new ArrayList<>();
  private final List<Operation> knownByBody = new ArrayList<>();
  private final List<Contradiction> contradictions;
  private final Map<String, List<Contradiction>> byOperation = new HashMap<>();
  private final Set<String> placeholders;

  private Contract(Optional<Path> folder) {
    this.documents = new Documents(folder);
    this.schemas = new SchemaCheck(documents);
    List<Operation> all = new ArrayList<>();
    for (JsonNode document : documents.lists(DOCUMENT)) {
      for (Operation operation : OpenApi.operations(document)) {
        if (all.stream().anyMatch(other -> other.id().equals(operation.id()))) {
          throw new IllegalArgumentException(
              DOCUMENT + ": the operationId " + operation.id() + " is taken");
        }
        all.add(operation);
      }
    }
    this.operations = List.copyOf(all);
    List<JsonNode> lists = documents.lists(CONTRADICTIONS);
    this.contradictions = Contradictions.read(lists);
    this.placeholders = Contradictions.placeholders(lists);
    for (Operation operation : operations) {
      byOperation.put(operation.id(), concerning(operation));
      if (operation.hasPathParameters()) {
        withParameters.add(operation);
      } else if (!operation.isCalledByDoku()) {
        byPath.computeIfAbsent(operation.path(), path -> new ArrayList<>()).add(operation);
      }
      if (operation.isKnownByBody()) {
        knownByBody.add(operation);
      }
    }
  }

  /** Returns the contract that is bundled with this version. */
  public static Contract bundled() {
    return Bundled.CONTRACT;
  }

  /**
   * Returns the bundled contract with the channels of a folder beside it, which holds an {@code
   * openapi.json} and the files that it refers to; they may refer to the bundled ones in turn.
   *
   * @throws IllegalArgumentException if the folder has no such document, or one that says what is
   *     not understood; the message names the file and the reason
   */
  public static Contract bundledWith(Path folder) {
    if (!folder.resolve(DOCUMENT).toFile().isFile()) {
      throw new IllegalArgumentException(
          "expected a folder with a file " + DOCUMENT + ", got: " + folder);
    }
    Contract contract = new Contract(Optional.of(folder));
    SchemaSoundness.require(
        contract.operations.stream()
            .filter(it -> bundled().operation(it.id()).isEmpty())
            .flatMap(Operation::schemas),
        contract.documents::read);
    return contract;
  }

  public List<Operation> operations() {
    return operations;
  }

  /** Returns the channels, in the order of their first operations. */
  public List<String> channels() {
    return operations.stream().map(Operation::channel).distinct().toList();
  }

  public Optional<Operation> operation(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  /** Returns a channel's first operation of that role. */
  public Optional<Operation> operation(String channel, Role role) {
    return operations.stream()
        .filter(operation -> operation.channel().equals(channel) && operation.is(role))
        .findFirst();
  }

  /**
   * Returns the operation of DOKU's that a raw path belongs to: one of that method before one of
   * another, and one without parameters before one with them.
   */
  public Optional<Operation> at(String method, String path) {
    List<Operation> exact = byPath.getOrDefault(path, List.of());
    Optional<Operation> found = ofMethod(exact, method);
    if (found.isPresent()) {
      return found;
    }
    List<Operation> matching = new ArrayList<>(0);
    for (Operation operation : withParameters) {
      if (operation.matchesPath(path)) {
        matching.add(operation);
      }
    }
    found = ofMethod(matching, method);
    return found.isPresent() ? found : (exact.isEmpty() ? matching : exact).stream().findFirst();
  }

  private static Optional<Operation> ofMethod(List<Operation> operations, String method) {
    for (Operation operation : operations) {
      if (operation.method().equals(method)) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }

  /** Returns the operation of the merchant's that a request is by its method and body. */
  public Optional<Operation> recognise(String method, JsonNode body) {
    for (Operation operation : knownByBody) {
      if (operation.recognises(method, body)) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }

  /** Returns every entry of the navigation of DOKU's pages, those without an operation too. */
  public List<IndexEntry> index() {
    return documents.read(INDEX).path("entries").valueStream().map(this::entry).toList();
  }

  private IndexEntry entry(JsonNode json) {
    return new IndexEntry(
        json.path("section").asString(""),
        json.path("entry").asString(""),
        text(json, "page"),
        json.path("operations")
            .valueStream()
            .map(id -> operation(id.asString("")).orElseThrow())
            .toList(),
        text(json, "reason"));
  }

  private static Optional<String> text(JsonNode json, String name) {
    return json.has(name) ? Optional.of(json.path(name).asString("")) : Optional.empty();
  }

  /** Returns all contradictions of the pages that a message can show. */
  public List<Contradiction> contradictions() {
    return contradictions;
  }

  /** Returns those that exchanges of an operation can show, and how they do. */
  public List<Contradiction> contradictions(Operation operation) {
    return byOperation.getOrDefault(operation.id(), List.of());
  }

  private List<Contradiction> concerning(Operation operation) {
    return contradictions.stream()
        .map(it -> it.in(operation))
        .filter(it -> !it.shownBy().isEmpty())
        .toList();
  }

  /**
   * Returns the signatures that pages print beside different messages, so that no key gives them.
   */
  public Set<String> placeholders() {
    return placeholders;
  }

  public SchemaCheck schemas() {
    return schemas;
  }

  /**
   * Returns a file's tree, by its path such as {@code checkout/answers.json}; empty where there is
   * no such file. Nobody may change the tree.
   */
  public Optional<JsonNode> document(String path) {
    return documents.find(path);
  }

  /** Returns a file's trees where it may stand in both the bundled contract and the folder. */
  public List<JsonNode> lists(String path) {
    return documents.lists(path);
  }

  private static final class Bundled {
    static final Contract CONTRACT = new Contract(Optional.empty());
  }
}
