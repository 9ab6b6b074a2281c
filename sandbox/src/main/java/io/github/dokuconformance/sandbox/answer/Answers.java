package io.github.dokuconformance.sandbox.answer;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The answers and notifications of a contract's channels, from {@code answers.json}.
 *
 * <p>Names in a template are the order's (see the order's values), {@code request:/a/b} for what
 * stands there in the request that is answered, and {@code order:/a/b} for what stood there in the
 * request that made the order; and words of the template's own or of its file, each a choice by the
 * value of another name. Immutable and thread safe.
 */
public final class Answers {
  private static final String FILE = "answers.json";

  /** Before the pointer to what is taken from the request that is answered. */
  public static final String REQUEST = "request:";

  /** Before the pointer to what is taken from the request that made the order. */
  public static final String ORDER = "order:";

  private static final Map<Contract, Answers> KNOWN = new ConcurrentHashMap<>();

  private final Contract contract;
  private final Map<String, List<AnswerTemplate>> byOperation = new LinkedHashMap<>();
  private final Map<String, List<Pointer>> keptByChannel = new HashMap<>();

  private Answers(Contract contract) {
    this.contract = contract;
    for (JsonNode document : contract.lists(FILE)) {
      for (JsonNode entry : document.path("answers")) {
        JsonNode named = entry.path("operation");
        for (JsonNode each : named.isArray() ? named : List.of(named)) {
          String id = each.asString("");
          if (contract.operation(id).isEmpty()) {
            throw new IllegalArgumentException(
                FILE + ": expected the id of an operation, got: " + id);
          }
          byOperation
              .computeIfAbsent(id, one -> new ArrayList<>())
              .add(AnswerTemplate.of(id, entry, document.path("words")));
        }
      }
    }
    for (Operation operation : contract.operations()) {
      keptByChannel.computeIfAbsent(operation.channel(), this::kept);
    }
  }

  private List<Pointer> kept(String channel) {
    return byOperation.values().stream()
        .flatMap(List::stream)
        .filter(template -> template.isFor(channel))
        .flatMap(template -> template.ofOrder().stream())
        .distinct()
        .toList();
  }

  /**
   * Returns the answers of a contract.
   *
   * @throws IllegalArgumentException where its file says what is not understood
   */
  public static Answers of(Contract contract) {
    return KNOWN.computeIfAbsent(contract, Answers::new);
  }

  /** Returns the first that is written for an operation about an order of that channel. */
  public Optional<AnswerTemplate> find(Operation operation, String channel) {
    return all(operation).stream().filter(template -> template.isFor(channel)).findFirst();
  }

  /**
   * Returns what is written for an operation about an order.
   *
   * @param method by which it was paid; empty where nobody has chosen one
   */
  public Optional<AnswerTemplate> find(Operation operation, String channel, String method) {
    for (AnswerTemplate template : all(operation)) {
      if (template.isFor(channel) && template.isPaidBy(method)) {
        return Optional.of(template);
      }
    }
    return Optional.empty();
  }

  /** Returns the methods that an order of that operation can be paid by; none without a choice. */
  public Set<String> methods(Operation order) {
    return find(order, order.channel())
        .map(template -> template.page().methods().keySet())
        .orElse(Set.of());
  }

  private List<AnswerTemplate> all(Operation operation) {
    return byOperation.getOrDefault(operation.id(), List.of());
  }

  /** Returns the operations that have an answer, or are written by DOKU, in the files' order. */
  public List<Operation> operations() {
    return byOperation.keySet().stream().flatMap(id -> contract.operation(id).stream()).toList();
  }

  /** Tells whether that operation has an answer, for whatever channel. */
  public boolean know(Operation operation) {
    return byOperation.containsKey(operation.id());
  }

  /** Returns the notifications that can be written, in the files' order. */
  public List<Operation> notifications() {
    return operations().stream().filter(operation -> operation.is(Role.NOTIFICATION)).toList();
  }

  /** Returns what of the request that makes an order is needed later on. */
  public List<Pointer> keptOf(String channel) {
    return keptByChannel.getOrDefault(channel, List.of());
  }
}
