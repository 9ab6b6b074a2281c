package io.github.dokuconformance.check;

import static io.github.dokuconformance.check.Draft.cancel;
import static io.github.dokuconformance.check.Draft.cardRefund;
import static io.github.dokuconformance.check.Draft.checkout;
import static io.github.dokuconformance.check.Draft.code;
import static io.github.dokuconformance.check.Draft.notification;
import static io.github.dokuconformance.check.Draft.order;
import static io.github.dokuconformance.check.Draft.refund;
import static io.github.dokuconformance.check.Draft.status;
import static io.github.dokuconformance.check.Draft.vaNotification;
import static io.github.dokuconformance.check.Draft.vaOfBni;
import static io.github.dokuconformance.check.RuleCases.ERROR_BODY;
import static io.github.dokuconformance.check.RuleCases.got;
import static io.github.dokuconformance.check.RuleCases.sent;

import io.github.dokuconformance.check.RuleCases.Case;
import java.util.List;

/** Cases of the places where DOKU's pages contradict each other. */
final class ContradictionCases {
  private ContradictionCases() {}

  static List<Case> contradictions() {
    String reference = "/payment/merchant_unique_reference";
    return List.of(
        sent(
            "docs.postcode-type",
            "/customer/postcode",
            order().set("/customer/postcode", "120129"),
            order().text("/customer/postcode", "120129")),
        sent(
            "docs.optional-but-send",
            "/customer/state",
            order().remove("/customer/state"),
            order().text("/customer/state", "")),
        sent(
            "docs.amount-as-string",
            "/order/amount",
            order().text("/order/amount", "90000"),
            order()),
        sent(
            "docs.amount-as-string",
            "/order/amount",
            notification().text("/order/amount", "90000"),
            notification()),
        got(
            "docs.amount-as-string",
            "/order/amount",
            status(),
            status().removeAnswer("/order/amount")),
        sent(
            "docs.cancel-identifier-shape",
            "/payment/identifier",
            cancel().set("/payment/identifier", "{\"ORDER_ID\":\"1\"}"),
            cancel()),
        got(
            "docs.cancel-payment-status",
            "/payment/status",
            cancel(),
            cancel().respondText("/payment/status", "SUCCESS")),
        got(
            "docs.canceled-spelling",
            "/payment/status",
            refund().respondText("/payment/status", "CANCELED"),
            refund()),
        got(
            "docs.cancel-payment-date",
            "/payment/date",
            cancel(),
            cancel().removeAnswer("/payment/date")),
        got(
            "docs.cancel-success-with-error",
            "/error/message",
            cancel(),
            cancel().respondText("/cancel/status", "FAILED")),
        got("docs.cancel-reference-type", reference, cancel(), cancel().removeAnswer(reference)),
        sent(
            "docs.cancel-same-as-request",
            "/order/invoice_number",
            cancel().remove("/order/invoice_number"),
            cancel().response(400, ERROR_BODY)),
        got(
            "docs.cancel-same-as-request",
            "/order/amount",
            cancel(),
            cancel().removeAnswer("/order/amount")),
        got("docs.response-request-id", "Request-Id", cancel().responseId("other"), cancel()),
        got(
            "docs.refund-response-timestamp",
            "Response-Timestamp",
            refund().responseTime("2026-01-01T03:04:05Z"),
            refund()),
        sent("docs.refund-payment-reference", reference, refund(), refund().text(reference, "ABC")),
        got(
            "docs.refund-reference-optional",
            "/refund/merchant_unique_reference",
            refund().removeAnswer("/refund/merchant_unique_reference"),
            refund()),
        got(
            "docs.payment-url-reference",
            "/payment/url",
            order(),
            order()
                .respondText(
                    "/payment/url",
                    "https://a.example/?refNo=MCH%2D0001-10791114622547MUR-20210707-0001")),
        sent(
            "docs.peer-to-peer-info",
            "/peer_to_peer_info",
            notification(),
            notification().remove("/peer_to_peer_info")),
        sent(
            "docs.failed-finality",
            "/transaction/status",
            notification().text("/transaction/status", "FAILED"),
            notification()),
        sent(
            "docs.customer-optional",
            "/customer/address",
            order().remove("/customer/address"),
            order()),
        got(
            "docs.retry-status",
            "",
            order().response(409, ERROR_BODY),
            notification().response(409, ERROR_BODY)),
        sent(
            "docs.checkout-auto-redirect",
            "/order/auto_redirect",
            checkout().remove("/order/auto_redirect"),
            checkout().set("/order/auto_redirect", "false")),
        sent(
            "docs.checkout-category-spelling",
            "/order/line_items/0/category",
            checkout().text("/order/line_items/0/category", "gift-and-flowers"),
            checkout().text("/order/line_items/0/category", "gifts-and-flowers")),
        sent(
            "docs.checkout-allow-tenor-type",
            "/additional_info/allow_tenor",
            checkout().set("/additional_info/allow_tenor", "3"),
            checkout().set("/additional_info/allow_tenor", "[3]")),
        sent(
            "docs.card-refund-amount-type",
            "/refund/amount",
            cardRefund().text("/refund/amount", "90000"),
            cardRefund()),
        sent(
            "docs.va-identifer",
            "/virtual_account_payment/identifer",
            vaNotification().set("/virtual_account_payment/identifer", "[]"),
            vaNotification()),
        sent(
            "docs.va-service-id",
            "/service/id",
            vaNotification().remove("/service"),
            vaNotification()),
        sent(
            "docs.alfa-path",
            "",
            code("o2o.alfa").target("/alfa-virtual-account/v2/payment-code"),
            code("o2o.alfa")),
        sent(
            "docs.bni-biling-type",
            "/virtual_account_info/billing_type",
            vaOfBni(),
            vaOfBni().remove("/virtual_account_info/billing_type")),
        sent(
            "docs.indomaret-receipt",
            "/alfa_info",
            code("o2o.indomaret").set("/alfa_info", "{}"),
            code("o2o.indomaret")));
  }
}
