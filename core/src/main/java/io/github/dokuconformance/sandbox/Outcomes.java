package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.contract.Operation;
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
  private static final Map<String, List<String>> BY_OPERATION = new LinkedHashMap<>();

  static {
    BY_OPERATION.put(Operation.GENERATE_ORDER, List.of("pending", "failed", "refused", "repeated"));
    BY_OPERATION.put(Operation.CANCEL, CHANGE);
    BY_OPERATION.put(Operation.REFUND, CHANGE);
    BY_OPERATION.put(
        Operation.CHECK_STATUS,
        List.of("pending", "success", "failed", "expired", "refunded", "refused"));
    BY_OPERATION.put(Operation.NOTIFICATION, List.of("acknowledged", "rejected", "unreachable"));
  }

  private Outcomes() {}

  /** Returns the outcomes of each operation. */
  public static Map<String, List<String>> byOperation() {
    return BY_OPERATION;
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
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    BY_OPERATION.forEach(
        (operation, outcomes) -> {
          names.add(operation);
          outcomes.forEach(outcome -> names.add(id(operation, outcome)));
        });
    Arrays.stream(Fault.values()).map(Fault::id).forEach(names::add);
    return names;
  }
}
