package io.github.dokuconformance.sandbox.answer;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The answers and notifications of a contract's channels, from {@code answers.json}.
 *
 * <p>Names in a template are the order's (see the order's values), {@code request:/a/b} for what
 * stands there in the request that is answered, and {@code order:/a/b} for what stood there in the
 * request that made the order. Immutable and thread safe.
 */
public final class Answers {
  private static final String FILE = "answers.json";

  /** Before the pointer to what is taken from the request that is answered. */
  public static final String REQUEST = "request:";

  /** Before the pointer to what is taken from the request that made the order. */
  public static final String ORDER = "order:";

  private static final Map<Contract, Answers> KNOWN = new ConcurrentHashMap<>();

  private final Contract contract;
  private final List<AnswerTemplate> templates = new ArrayList<>();

  private Answers(Contract contract) {
    this.contract = contract;
    for (JsonNode document : contract.lists(FILE)) {
      for (JsonNode entry : document.path("answers")) {
        AnswerTemplate template = AnswerTemplate.of(entry);
        if (contract.operation(template.operation()).isEmpty()) {
          throw new IllegalArgumentException(
              FILE + ": expected the id of an operation, got: " + template.operation());
        }
        templates.add(template);
      }
    }
  }

  /**
   * Returns the answers of a contract.
   *
   * @throws IllegalArgumentException where its file says what is not understood
   */
  public static Answers of(Contract contract) {
    return KNOWN.computeIfAbsent(contract, Answers::new);
  }

  /** Returns what is written for an operation about an order of that channel. */
  public Optional<AnswerTemplate> find(Operation operation, String channel) {
    return templates.stream()
        .filter(template -> template.operation().equals(operation.id()))
        .filter(
            template -> template.channel().isEmpty() || template.channel().get().equals(channel))
        .findFirst();
  }

  /** Returns the operations that have an answer, or are written by DOKU, in the files' order. */
  public List<Operation> operations() {
    return templates.stream()
        .map(AnswerTemplate::operation)
        .distinct()
        .flatMap(id -> contract.operation(id).stream())
        .toList();
  }

  /** Tells whether that operation has an answer, for whatever channel. */
  public boolean know(Operation operation) {
    return templates.stream().anyMatch(template -> template.operation().equals(operation.id()));
  }

  /** Returns the notifications that can be written, in the files' order. */
  public List<Operation> notifications() {
    return operations().stream().filter(operation -> operation.is(Role.NOTIFICATION)).toList();
  }

  /** Returns what of the request that makes an order is needed later on. */
  public List<Pointer> keptOf(String channel) {
    return templates.stream()
        .filter(template -> template.channel().map(channel::equals).orElse(true))
        .flatMap(template -> template.ofOrder().stream())
        .distinct()
        .toList();
  }
}
