package io.github.dokuconformance.pact.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junitsupport.State;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.pact.TestMerchant;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import io.github.dokuconformance.schemas.ContractFiles;
import io.github.dokuconformance.signature.snap.Snap;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Brings a sandbox into the states that the merchant's contract names. */
public class SandboxStates {
  private final Sandbox sandbox;

  SandboxStates(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @State("the order awaits payment")
  public void pending(Map<String, Object> order) throws Exception {
    Operation operation =
        Contract.bundled().operation(order.get("channel").toString(), Role.ORDER).orElseThrow();
    ObjectNode body;
    try (InputStream in =
        ContractFiles.open("examples/" + operation.id() + "/request-minimal.json")) {
      body = (ObjectNode) JsonMapper.shared().readTree(in);
    }
    long amount = ((Number) order.get("amount")).longValue();
    if (operation.scheme().equals(Snap.SYMMETRIC.id())) {
      put(body, operation, Meaning.INVOICE, order.get("invoice_number").toString());
      put(body, operation, Meaning.AMOUNT, amount + ".00");
      Request request =
          TestMerchant.signedBySnap(
              sandbox.url(), "POST", operation.path(), Body.ofUtf8(body.toString()));
      assertThat(TestMerchant.send(sandbox.url(), request).status()).isEqualTo(200);
      return;
    }
    ((ObjectNode) body.path("order"))
        .put("invoice_number", order.get("invoice_number").toString())
        .put("amount", amount);
    if (body.at("/order/line_items/0") instanceof ObjectNode item) {
      item.put("price", amount);
    }
    if (operation.pointer(Part.REQUEST, Meaning.REFERENCE).isPresent()) {
      ((ObjectNode) body.path("payment"))
          .put("merchant_unique_reference", order.get("merchant_unique_reference").toString());
    }
    String path = operation.path().replace("{bank}", "bca");
    Request request = TestMerchant.signed("POST", path, Body.ofUtf8(body.toString()));
    assertThat(TestMerchant.send(sandbox.url(), request).status()).isEqualTo(200);
  }

  private static void put(ObjectNode body, Operation operation, Meaning meaning, String value) {
    JsonPointer place =
        JsonPointer.compile(operation.pointer(Part.REQUEST, meaning).orElseThrow().toString());
    ((ObjectNode) body.at(place.head())).put(place.last().getMatchingProperty(), value);
  }

  @State("the order is paid")
  public void paid(Map<String, Object> order) throws Exception {
    after(order, OrderEvent.PAY);
  }

  @State("the order has failed")
  public void failed(Map<String, Object> order) throws Exception {
    after(order, OrderEvent.FAIL);
  }

  @State("the order has expired")
  public void expired(Map<String, Object> order) throws Exception {
    after(order, OrderEvent.EXPIRE);
  }

  @State("the order is refunded")
  public void refunded(Map<String, Object> order) throws Exception {
    paid(order);
    apply(order, OrderEvent.REFUND);
  }

  private void after(Map<String, Object> order, OrderEvent event) throws Exception {
    pending(order);
    apply(order, event);
  }

  private void apply(Map<String, Object> order, OrderEvent event) {
    var known = sandbox.orders(order.get("invoice_number").toString()).get(0);
    assertThat(sandbox.apply(known, event)).isPresent();
  }

  @State("the next order fails")
  public void nextOrderFails() {
    arm(Fault.ORDER_FAILED);
  }

  @State("DOKU refuses the next request")
  public void nextRequestIsRefused() {
    arm(Fault.ERROR_4XX);
  }

  @State("DOKU has an outage")
  public void outage() {
    arm(Fault.ERROR_5XX);
  }

  /** States that the request alone brings about, by what it is or how it is signed. */
  @State({
    "there is no such order",
    "DOKU refuses the request: the amount is not the sum",
    "DOKU refuses the request: the Client-Id is missing",
    "DOKU refuses the request: the Request-Id is missing",
    "DOKU refuses the request: the Request-Timestamp is missing",
    "DOKU refuses the request: the Signature is missing",
    "DOKU refuses the request: the Request-Timestamp has another form",
    "DOKU refuses the request: the Request-Timestamp is more than an hour off",
    "DOKU refuses the request: the Client-Id is not known",
    "DOKU refuses the request: the token is not known",
    "DOKU refuses the request: the Signature is not right"
  })
  public void nothing() {}

  private void arm(Fault fault) {
    sandbox.arm(new Armed(fault, Optional.empty(), 1));
  }
}
