package io.github.dokuconformance.cli.coverage;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Field;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the contract documents, in a form that can be ticked off: of each operation the exchange
 * itself, its signatures, what came of it, each field and each value that is listed.
 */
final class Requirements {
  static final String EXCHANGE = "an exchange";
  static final String SUCCEEDED = "outcome success";
  static final String REFUSED = "outcome refused";

  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private final Map<String, List<String>> byOperation = new LinkedHashMap<>();

  Requirements(Contract contract) {
    for (Operation operation : contract.operations()) {
      add(operation, EXCHANGE);
      for (Part part : Part.values()) {
        if (operation.isSigned(part)) {
          add(operation, signature(part));
        }
        fields(
            contract,
            operation,
            part,
            part == Part.REQUEST ? operation.requestSchema() : operation.responseSchema());
      }
      add(operation, SUCCEEDED);
      add(operation, REFUSED);
    }
  }

  static String signature(Part part) {
    return part.id() + " signature checked";
  }

  static String field(Part part, String pointer) {
    return part.id() + " " + pointer;
  }

  static String value(Part part, String pointer, String value) {
    return field(part, pointer) + " " + value;
  }

  private void fields(
      Contract contract, Operation operation, Part part, Optional<String> schema) {
    if (schema.isEmpty()) {
      return;
    }
    for (Field field : contract.schemas().fields(schema.get())) {
      add(operation, field(part, field.pointer()));
      field.values().forEach(value -> add(operation, value(part, field.pointer(), value)));
    }
  }

  private void add(Operation operation, String what) {
    if (indexes.putIfAbsent(id(operation.id(), what), indexes.size()) == null) {
      byOperation.computeIfAbsent(operation.id(), id -> new ArrayList<>()).add(what);
    }
  }

  private static String id(String operation, String what) {
    return operation + " " + what;
  }

  /** Returns the requirements of each operation, in the contract's order. */
  Map<String, List<String>> byOperation() {
    return byOperation;
  }

  /** Returns the number of a requirement, or -1 where the contract does not know it. */
  int index(String operation, String what) {
    return indexes.getOrDefault(id(operation, what), -1);
  }
}
