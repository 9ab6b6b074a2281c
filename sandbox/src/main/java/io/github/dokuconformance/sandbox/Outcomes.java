package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.order.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a client can exercise: operations, their outcomes, and faults. */
public final class Outcomes {
  private static final List<String> CHANGE = List.of("success", "failed", "refused", "repeated");

  private Outcomes() {}

  /** Returns the outcomes of each operation that can be exercised, in the order of the answers. */
  public static Map<String, List<String>> byOperation(Contract contract) {
    Map<String, List<String>> outcomes = new LinkedHashMap<>();
    for (Operation operation : operations(contract)) {
      outcomes.put(operation.id(), of(operation, waits(contract, operation)));
    }
    return outcomes;
  }

  private static boolean waits(Contract contract, Operation operation) {
    return Answers.of(contract)
        .find(operation, operation.channel())
        .map(AnswerTemplate::waits)
        .orElse(false);
  }

  private static List<String> of(Operation operation, boolean waits) {
    return switch (operation.role()) {
      case ORDER -> {
        if (waits) {
          yield List.of("success", "failed", "expired", "refused");
        }
        yield operation.failed().isPresent()
            ? List.of("pending", "failed", "refused", "repeated")
            : List.of("pending", "refused", "repeated");
      }
      case UPDATE, CANCEL, REFUND, CAPTURE -> CHANGE;
      case STATUS -> List.of("pending", "success", "failed", "expired", "refunded", "refused");
      case INQUIRY -> List.of("success", "failed", "refused", "unreachable");
      case TOKEN ->
          operation.isCalledByDoku()
              ? List.of("success", "failed", "refused", "unreachable")
              : List.of("success", "refused");
      case NOTIFICATION -> List.of("acknowledged", "rejected", "unreachable");
      default -> List.of("success", "refused");
    };
  }

  /** Returns the operations that a fault can be armed for. */
  static List<Operation> operations(Contract contract) {
    return Answers.of(contract).operations();
  }

  /** Returns the id of an outcome: {@code akulaku.refund:success}. */
  public static String id(String operation, String outcome) {
    return operation + ":" + outcome;
  }

  /** Tells whether an outcome shows that the operation works at all. */
  static boolean isCarriedOut(String outcome) {
    return !outcome.equals(Answer.REFUSED)
        && !outcome.equals(Answer.NOT_DONE)
        && !outcome.equals(Answer.DEFECT)
        && !outcome.equals("unreachable");
  }

  /** Returns every name that can be required: of operations, outcomes and faults. */
  public static List<String> names(Contract contract) {
    List<String> names = new ArrayList<>();
    byOperation(contract)
        .forEach(
            (operation, outcomes) -> {
              names.add(operation);
              outcomes.forEach(outcome -> names.add(id(operation, outcome)));
            });
    Arrays.stream(Fault.values()).map(Fault::id).forEach(names::add);
    return names;
  }
}
