package io.github.dokuconformance.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The document's own rules; {@link AjvTest} holds it against the schema of OpenAPI 3.1. */
class OpenApiTest {

  private static final JsonNode DOCUMENT = Contract.read("openapi.json");

  static Stream<String> references() {
    return DOCUMENT.findValuesAsString("$ref").stream().distinct();
  }

  static Stream<JsonNode> bodies() {
    return DOCUMENT.findValues("application/json").stream();
  }

  @Test
  void isOpenApi31AndUsesJsonSchema202012() {
    assertThat(DOCUMENT.get("openapi").stringValue()).startsWith("3.1.");
    assertThat(DOCUMENT.get("jsonSchemaDialect").stringValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
  }

  @Test
  void hasEveryOperationUnderItsId() {
    Map<String, String> operations = new TreeMap<>();
    for (String where : List.of("paths", "webhooks")) {
      for (Map.Entry<String, JsonNode> path : DOCUMENT.get(where).properties()) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          operations.put(
              method.getValue().get("operationId").stringValue(),
              where + " " + method.getKey() + " " + path.getKey());
        }
      }
    }

    assertThat(operations)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("snap.tokens.merchant", "paths post /authorization/v1/access-token/b2b"),
                Map.entry(
                    "snap.tokens.customer", "paths post /authorization/v1/access-token/b2b2c"),
                Map.entry(
                    "snap.va.create",
                    "paths post /virtual-accounts/bi-snap-va/v1.1/transfer-va/create-va"),
                Map.entry(
                    "snap.va.update",
                    "paths put /virtual-accounts/bi-snap-va/v1.1/transfer-va/update-va"),
                Map.entry(
                    "snap.va.delete",
                    "paths delete /virtual-accounts/bi-snap-va/v1.1/transfer-va/delete-va"),
                Map.entry("snap.va.status", "paths post /orders/v1.0/transfer-va/status"),
                Map.entry(
                    "snap.va.create-v1",
                    "paths post /virtual-accounts/bi-snap-va/v1/transfer-va/create-va"),
                Map.entry(
                    "snap.va.create-by-bank",
                    "paths post /bi-snap-va/{bank}/v1/transfer-va/create-va"),
                Map.entry(
                    "snap.va.create-plain", "paths post /bi-snap-va/v1/transfer-va/create-va"),
                Map.entry(
                    "snap.debit.bind-account",
                    "paths post /direct-debit/core/v1/registration-account-binding"),
                Map.entry(
                    "snap.debit.unbind-account",
                    "paths post /direct-debit/core/v1/registration-account-unbinding"),
                Map.entry(
                    "snap.debit.bind-card",
                    "paths post /direct-debit/core/v1/registration-card-bind"),
                Map.entry(
                    "snap.debit.unbind-card",
                    "paths post /direct-debit/core/v1/registration-card-unbind"),
                Map.entry("snap.debit.otp", "paths post /direct-debit/core/v1/otp"),
                Map.entry(
                    "snap.debit.otp-verification",
                    "paths post /direct-debit/core/v1/otp-verification"),
                Map.entry("snap.debit.balance", "paths post /direct-debit/core/v1/balance-inquiry"),
                Map.entry(
                    "snap.debit.payment",
                    "paths post /direct-debit/core/v1/debit/payment-host-to-host"),
                Map.entry("snap.debit.cancel", "paths post /direct-debit/core/v1/debit/cancel"),
                Map.entry("snap.debit.refund", "paths post /direct-debit/core/v1/debit/refund"),
                Map.entry("snap.debit.status", "paths post /orders/v1.0/debit/status"),
                Map.entry(
                    "snap.qris.generate", "paths post /snap-adapter/b2b/v1.0/qr/qr-mpm-generate"),
                Map.entry("snap.qris.query", "paths post /snap-adapter/b2b/v1.0/qr/qr-mpm-query"),
                Map.entry("snap.tokens.inbound", "webhooks post snap.tokens.inbound"),
                Map.entry("snap.va.inquiry", "webhooks post snap.va.inquiry"),
                Map.entry("snap.va.notification", "webhooks post snap.va.notification"),
                Map.entry("snap.debit.notification", "webhooks post snap.debit.notification"),
                Map.entry("cards.charge", "paths post /credit-card/charge"),
                Map.entry("checkout.cancel", "paths post /checkout/v3/cancellations"),
                Map.entry("dokuwallet.payment", "paths post /dokuwallet-emoney/v1/payment"),
                Map.entry(
                    "indodana.generate-order",
                    "paths post /indodana-peer-to-peer/v2/generate-order"),
                Map.entry(
                    "jenius.payment",
                    "paths post /jenius-digital-banking/v2/ServiceRequestPayment"),
                Map.entry(
                    "kredivo.generate-order", "paths post /kredivo-peer-to-peer/v2/generate-order"),
                Map.entry("linkaja.payment", "paths post /linkaja-emoney/v2/ServiceRequestPayment"),
                Map.entry("ovo.cancel", "paths post /ovo-emoney/v1/cancel"),
                Map.entry("ovo.payment", "paths post /ovo-emoney/v1/payment"),
                Map.entry("sac.accounts", "paths post /sac-merchant/v1/accounts"),
                Map.entry("sac.balance", "paths get /sac-merchant/v1/balances/{id}"),
                Map.entry("sac.transfers", "paths post /sac-merchant/v1/transfers"),
                Map.entry("direct-debit.token", "paths post /direct-debit/v1/token"),
                Map.entry(
                    "direct-debit.token-validate", "paths post /direct-debit/v1/token/validate"),
                Map.entry("direct-debit.token-otp", "paths post /direct-debit/v1/token-otp"),
                Map.entry("direct-debit.tokens", "paths post /direct-debit/v1/tokens"),
                Map.entry("direct-debit.token-delete", "paths post /direct-debit/v1/token-delete"),
                Map.entry("direct-debit.payment", "paths post /direct-debit/v1/payment"),
                Map.entry(
                    "direct-debit.payment-validate",
                    "paths post /direct-debit/v1/payment/validate"),
                Map.entry("direct-debit.payment-otp", "paths post /direct-debit/v1/payment-otp"),
                Map.entry(
                    "direct-debit.payment-recurring",
                    "paths post /direct-debit/v1/payment-recurring"),
                Map.entry("direct-transfer.order", "paths post /bca-direct-transfer/v1/order"),
                Map.entry("sac.payouts", "paths post /sac-merchant/v1/payouts"),
                Map.entry("snap.sac.register", "paths post /sub-account/v2.0/register"),
                Map.entry("snap.sac.balance", "paths post /sub-account/v2.0/balance-inquiries"),
                Map.entry(
                    "snap.sac.transfer-inquiry", "paths post /sub-account/v2.0/transfer-inquiry"),
                Map.entry("snap.sac.transfer", "paths post /sub-account/v2.0/transfer-payment"),
                Map.entry("snap.sac.purchase", "paths post /sub-account/v2.0/debit"),
                Map.entry("snap.sac.refund", "paths post /sub-account/v2.0/debit/cancel"),
                Map.entry("snap.sac.status", "paths post /sub-account/v2.0/transactions-status"),
                Map.entry(
                    "snap.sac.history", "paths post /sub-account/v2.0/transaction-history-list"),
                Map.entry(
                    "settlement.check-status",
                    "paths post /fc-h2h-api/v1/split-settlement/check-status"),
                Map.entry("settlement.edit", "paths post /fc-h2h-api/v1/split-settlement/edit"),
                Map.entry("settlement.cancel", "paths post /fc-h2h-api/v1/split-settlement/cancel"),
                Map.entry("finance.release", "paths post /finance/v1/release"),
                Map.entry("shopeepay.order", "paths post /shopeepay-emoney/v2/order"),
                Map.entry("tokens.list", "paths post /tokenization/v1/tokens"),
                Map.entry("akulaku.cancel", "paths post /akulaku-peer-to-peer/v2/cancel"),
                Map.entry(
                    "akulaku.generate-order", "paths post /akulaku-peer-to-peer/v2/generate-order"),
                Map.entry("akulaku.notification", "webhooks post akulaku.notification"),
                Map.entry("akulaku.refund", "paths post /akulaku-peer-to-peer/v2/refund"),
                Map.entry("cards.capture", "paths post /credit-card/capture"),
                Map.entry("cards.check-3ds", "paths post /credit-card/check-three-d-secure"),
                Map.entry("cards.notification", "webhooks post cards.notification"),
                Map.entry("cards.payment-page", "paths post /credit-card/v1/payment-page"),
                Map.entry("cards.refund", "paths post /cancellation/credit-card/refund"),
                Map.entry("checkout.notification", "webhooks post checkout.notification"),
                Map.entry("checkout.payment", "paths post /checkout/v1/payment"),
                Map.entry("emoney.notification", "webhooks post emoney.notification"),
                Map.entry("o2o.alfa", "paths post /alfa-online-to-offline/v2/payment-code"),
                Map.entry("o2o.alfa-printed", "paths post /alfa-virtual-account/v2/payment-code"),
                Map.entry(
                    "o2o.indomaret", "paths post /indomaret-online-to-offline/v2/payment-code"),
                Map.entry("o2o.inquiry", "webhooks post o2o.inquiry"),
                Map.entry("o2o.notification", "webhooks post o2o.notification"),
                Map.entry(
                    "orders.check-status",
                    "paths get /orders/v1/status/{invoice_number_or_request_id}"),
                Map.entry("paylater.notification", "webhooks post paylater.notification"),
                Map.entry("qris.notification", "webhooks post qris.notification"),
                Map.entry("tokens.delete", "paths post /tokenization/v2/delete-token"),
                Map.entry("va.bni.create", "paths post /bni-virtual-account/v2/payment-code"),
                Map.entry("va.create", "paths post /{bank}-virtual-account/v2/payment-code"),
                Map.entry(
                    "va.create-merchant-code",
                    "paths post /{bank}-virtual-account/v2/merchant-payment-code"),
                Map.entry("va.inquiry", "webhooks post va.inquiry"),
                Map.entry(
                    "va.mandiri.create", "paths post /mandiri-virtual-account/v2/payment-code"),
                Map.entry(
                    "va.mandiri.create-merchant-code",
                    "paths post /mandiri-virtual-account/v2/merchant-payment-code"),
                Map.entry(
                    "va.mandiri.update", "paths patch /mandiri-virtual-account/v2/payment-code"),
                Map.entry("va.notification", "webhooks post va.notification"),
                Map.entry("va.update", "paths patch /{bank}-virtual-account/v2/payment-code")));
  }

  @Test
  void everyOperationSaysHowMuchIsKnownOfItsMessages() {
    assertThat(DOCUMENT.findValues("x-doku"))
        .allSatisfy(
            doku -> {
              JsonNode known = doku.path("known");
              assertThat(known.path("request").asString("")).isIn("full", "partial");
              assertThat(known.path("response").asString(""))
                  .isIn(
                      doku.path("role").asString("").equals("notification")
                          ? List.of("")
                          : List.of("full", "partial", ""));
            });
  }

  @Test
  void indexNamesEachOperationAndGivesAReasonWhereItNamesNone() {
    List<JsonNode> entries = Contract.elements(Contract.read("index.json").get("entries")).toList();
    List<String> ids = DOCUMENT.findValuesAsString("operationId");

    assertThat(
            entries.stream()
                .flatMap(entry -> Contract.elements(entry.path("operations")))
                .map(JsonNode::stringValue)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(entries)
        .allSatisfy(entry -> assertThat(entry.has("operations") || entry.has("reason")).isTrue());
  }

  @ParameterizedTest
  @MethodSource("references")
  void referenceResolves(String reference) {
    String file = reference.startsWith("#") ? "openapi.json" : reference.replaceFirst("#.*", "");
    String pointer = reference.contains("#") ? reference.substring(reference.indexOf('#') + 1) : "";

    assertThat(Contract.read(file).at(pointer).isObject()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void examplesOfABodyAreInstancesOfItsSchema(JsonNode body) {
    Map<String, String> schemas = Contract.schemaOfExample();
    List<String> others = new ArrayList<>();

    for (String example : body.path("examples").findValuesAsString("externalValue")) {
      if (!body.at("/schema/$ref").stringValue().equals(schemas.get(example))) {
        others.add(example);
      }
    }

    assertThat(others).isEmpty();
  }

  @Test
  void headersAreThoseOfTheHeaderSchemas() {
    assertThat(names("#/components/parameters/[A-Z].*")).isEqualTo(required("request"));
    assertThat(names("#/components/parameters/notification-.*"))
        .isEqualTo(required("notification"));
    assertThat(names("#/components/headers/.*")).isEqualTo(required("response"));
  }

  private static List<String> names(String reference) {
    return references()
        .filter(each -> each.matches(reference))
        .map(each -> each.replaceFirst(".*/(notification-)?", ""))
        .toList();
  }

  private static List<String> required(String kind) {
    return Contract.elements(Contract.read("json/headers/" + kind + ".schema.json").get("required"))
        .map(JsonNode::stringValue)
        .toList();
  }
}
