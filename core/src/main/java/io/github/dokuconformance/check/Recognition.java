package io.github.dokuconformance.check;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import java.util.Optional;

/** Tells which operation of a contract an exchange is: by its name, its path, or its body. */
final class Recognition {
  private Recognition() {}

  static Optional<Operation> operation(Exchange exchange, JsonBody body, Contract contract) {
    Request request = exchange.request();
    return exchange
        .operation()
        .flatMap(contract::operation)
        .or(() -> contract.at(request.method(), request.target().path()))
        // A notification goes to a path of the merchant's own, so its body must tell.
        .or(() -> body.root().flatMap(root -> contract.recognise(request.method(), root)));
  }
}
