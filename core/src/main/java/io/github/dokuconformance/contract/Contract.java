package io.github.dokuconformance.contract;

import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.schemas.ContractFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The operations of the bundled OpenAPI document. Immutable and thread safe. */
public final class Contract {
  private static final String DOCUMENT = "openapi.json";
  private static final String JSON = "/content/application~1json/schema/$ref";

  private final List<Operation> operations;

  private Contract(List<Operation> operations) {
    this.operations = List.copyOf(operations);
  }

  /** Returns the contract that is bundled with this version. */
  public static Contract bundled() {
    return Bundled.CONTRACT;
  }

  public List<Operation> operations() {
    return operations;
  }

  public Optional<Operation> operation(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  private static final class Bundled {
    static final Contract CONTRACT = new Contract(read());

    private static List<Operation> read() {
      JsonNode document = JsonTree.read(ContractFiles.open(DOCUMENT));
      List<Operation> operations = new ArrayList<>();
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        add(operations, Direction.MERCHANT_TO_DOKU, path.getKey(), path.getValue());
      }
      for (Map.Entry<String, JsonNode> webhook : document.path("webhooks").properties()) {
        add(operations, Direction.DOKU_TO_MERCHANT, "", webhook.getValue());
      }
      return operations;
    }

    private static void add(
        List<Operation> operations, Direction direction, String path, JsonNode item) {
      for (String method : List.of("get", "post")) {
        JsonNode operation = item.path(method);
        if (operation.isObject()) {
          operations.add(
              new Operation(
                  operation.path("operationId").asString(),
                  operation.path("summary").asString(),
                  direction,
                  method.equals("get") ? "GET" : "POST",
                  path,
                  schema(operation.path("requestBody").at(JSON)),
                  schema(operation.path("responses").path("200").at(JSON))));
        }
      }
    }

    private static Optional<String> schema(JsonNode reference) {
      return reference.isString() ? Optional.of(reference.asString()) : Optional.empty();
    }
  }
}
