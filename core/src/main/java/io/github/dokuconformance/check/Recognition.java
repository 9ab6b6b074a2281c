package io.github.dokuconformance.check;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Exchange;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tells which operation of the contract an exchange is. */
final class Recognition {
  private Recognition() {}

  static Optional<Operation> operation(Exchange exchange, JsonBody body) {
    Contract contract = Contract.bundled();
    Optional<Operation> named = exchange.operation().flatMap(contract::operation);
    if (named.isPresent()) {
      return named;
    }
    String path = exchange.request().target().path();
    for (Operation operation : contract.operations()) {
      if (operation.matchesPath(path)) {
        return Optional.of(operation);
      }
    }
    return looksLikeNotification(exchange, body)
        ? contract.operation(Operation.NOTIFICATION)
        : Optional.empty();
  }

  /** A notification goes to a path of the merchant's own, so its body must tell. */
  private static boolean looksLikeNotification(Exchange exchange, JsonBody body) {
    if (!exchange.request().method().equals("POST") || body.root().isEmpty()) {
      return false;
    }
    JsonNode root = body.root().get();
    return root.path("transaction").isObject() && root.path("order").isObject() && isAkulaku(root);
  }

  /** Other channels' notifications have the same form, and are not of this contract. */
  private static boolean isAkulaku(JsonNode root) {
    String acquirer = id(root, "acquirer");
    String channel = id(root, "channel");
    return acquirer.contains("AKULAKU")
        || channel.contains("AKULAKU")
        || (acquirer.isEmpty() && channel.isEmpty() && id(root, "service").equals("PEER_TO_PEER"));
  }

  private static String id(JsonNode root, String object) {
    return root.path(object).path("id").asString("").toUpperCase(Locale.ROOT);
  }
}
