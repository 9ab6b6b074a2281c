package io.github.dokuconformance.check;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import java.util.Optional;

/**
 * Tells which operation of a contract an exchange is: by its name, its path, its body, or by whose
 * key signed it.
 */
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

  /**
   * Returns the operation by which DOKU asks for a token, where a request for one is signed by
   * DOKU's key and not by the merchant's; else the one that is known. Both ask alike, and DOKU asks
   * at the path that a merchant asks at, behind an address of the merchant's.
   */
  static Optional<Operation> bySigner(
      Exchange exchange, Optional<Operation> known, Scheme scheme, CheckContext context) {
    if (exchange.operation().isPresent()
        || known.map(it -> it.role() != Role.TOKEN).orElse(false)) {
      return known;
    }
    for (Operation operation : context.contract().operations()) {
      if (operation.isCalledByDoku()
          && operation.role() == Role.TOKEN
          && operation.scheme().equals(scheme.id())
          && isOfDokuAlone(exchange.request(), scheme, context)) {
        return Optional.of(operation);
      }
    }
    return known;
  }

  private static boolean isOfDokuAlone(Request request, Scheme scheme, CheckContext context) {
    Optional<MerchantKeys> keys =
        scheme
            .header(HeaderRole.CLIENT_ID, Part.REQUEST)
            .flatMap(request.headers()::first)
            .flatMap(context.keys()::find);
    return keys.isPresent()
        && verifies(request, SignedPart.NOTIFICATION, scheme, keys.get())
        && !verifies(request, SignedPart.REQUEST, scheme, keys.get().withoutDoku());
  }

  private static boolean verifies(
      Request request, SignedPart part, Scheme scheme, MerchantKeys keys) {
    return scheme.signer(keys, part).isPresent()
        && scheme.verify(new SignedMessage(part, request, Optional.empty()), keys).isValid();
  }
}
