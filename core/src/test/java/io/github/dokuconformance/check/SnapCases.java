package io.github.dokuconformance.check;

import static io.github.dokuconformance.check.Draft.snap;
import static io.github.dokuconformance.check.RuleCases.got;
import static io.github.dokuconformance.check.RuleCases.sent;

import io.github.dokuconformance.check.RuleCases.Case;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** What is found in messages of SNAP alone. */
final class SnapCases {
  private static final String ACCOUNT = "/virtualAccountNo";
  private static final String CHANNEL = "/additionalInfo/channel";
  private static final String TYPE = "/virtualAccountTrxType";
  private static final String LEAST = "/additionalInfo/virtualAccountConfig/minAmount";
  private static final String ALLO = "DIRECT_DEBIT_ALLO_SNAP";
  private static final String REFUSED = "{\"responseCode\":\"%s\",\"responseMessage\":\"no\"}";

  private SnapCases() {}

  static List<Case> all() {
    return Stream.of(headers(), bodies(), answers(), contradictions())
        .flatMap(List::stream)
        .toList();
  }

  private static Draft create() {
    return snap("snap.va.create");
  }

  private static Draft told() {
    return snap("snap.va.notification");
  }

  private static List<Case> contradictions() {
    return List.of(
        sent(
            "docs.snap-trx-type",
            "/virtualAccountTrxType",
            snap("snap.va.create-v1").text("/virtualAccountTrxType", "1"),
            snap("snap.va.create-v1").text("/virtualAccountTrxType", "C")),
        got(
            "docs.snap-expires-in",
            "/expiresIn",
            snap("snap.tokens.merchant").respondText("/expiresIn", "900"),
            snap("snap.tokens.merchant")),
        got(
            "docs.snap-inquiry-info",
            "/additionalInfo",
            snap("snap.va.inquiry").respond("/additionalInfo", "{}"),
            snap("snap.va.inquiry")),
        sent(
            "docs.snap-free-texts",
            "/freeText",
            create().set("/freeText", "[]"),
            create().set("/freeTexts", "[]")),
        sent(
            "docs.snap-service-code",
            "/serviceCode",
            snap("snap.debit.status").text("/serviceCode", "54"),
            snap("snap.debit.status").text("/serviceCode", "55")));
  }

  private static List<Case> headers() {
    return List.of(
        sent("header.needed", "CHANNEL-ID", create().withoutHeader("CHANNEL-ID"), create()),
        sent(
            "header.missing",
            "X-PARTNER-ID",
            create().withoutHeader("X-PARTNER-ID").header("X-CLIENT-KEY", "MCH-FAKE-0001"),
            create().header("X-CLIENT-KEY", "MCH-FAKE-0001")),
        sent(
            "header.needed",
            "CHANNEL-ID",
            create().withoutHeader("CHANNEL-ID").header("X-CHANNEL-ID", "H2H"),
            snap("snap.va.status").withoutHeader("CHANNEL-ID")),
        sent(
            "header.needed",
            "Authorization-Customer",
            snap("snap.debit.balance").withoutHeader("Authorization-Customer"),
            snap("snap.debit.balance").header("Authorization-Customer", "FAKE.CUSTOMER")),
        sent(
            "header.needed",
            "X-DEVICE-ID",
            snap("snap.debit.bind-account").text(CHANNEL, ALLO).withoutHeader("X-DEVICE-ID"),
            snap("snap.debit.bind-account").withoutHeader("X-DEVICE-ID")),
        sent(
            "header.needed",
            "X-IP-ADDRESS",
            snap("snap.debit.refund")
                .text(CHANNEL, "EMONEY_DANA_SNAP")
                .withoutHeader("X-IP-ADDRESS"),
            snap("snap.debit.refund").withoutHeader("X-IP-ADDRESS")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            create().requestTime("2026-01-31T09:30:00"),
            create().requestTime("2026-01-31T02:30:00Z")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            create().requestTime("2026-01-31T09:30:00+5.5:30"),
            create().requestTime("2026-01-31T09:30:00+0700")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            told().requestTime("2026-02-30T09:30:00+07:00"),
            told().requestTime("2026-02-28T09:30:00.000Z")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            snap("snap.tokens.merchant").requestTime("1767323045"),
            snap("snap.tokens.merchant")),
        sent(
            "header.external-id-form",
            "X-EXTERNAL-ID",
            create().requestId("RID_12345678901"),
            create().requestId("12345678901")),
        sent(
            "header.external-id-form",
            "X-EXTERNAL-ID",
            create().requestId("1".repeat(37)),
            create().requestId("1".repeat(36))),
        sent(
            "header.external-id-weak",
            "X-EXTERNAL-ID",
            create().requestId("1767323045"),
            create().requestId("17673230451")),
        sent(
            "header.channel-id-length",
            "CHANNEL-ID",
            create().header("CHANNEL-ID", "WEBSITE"),
            create().header("CHANNEL-ID", "95221")),
        sent(
            "header.ip-address-form",
            "X-IP-ADDRESS",
            create().header("X-IP-ADDRESS", "203.0.113.10, 10.0.0.1"),
            create().header("X-IP-ADDRESS", "1.1.1.1")),
        sent(
            "header.device-id-length",
            "X-DEVICE-ID",
            create().header("X-DEVICE-ID", "1".repeat(65)),
            create().header("X-DEVICE-ID", "1".repeat(64))),
        sent(
            "header.bearer-missing",
            "Authorization",
            create().header("Authorization", "FAKE.TOKEN.NOT-A-SECRET"),
            create().header("Authorization", "bearer FAKE.TOKEN.NOT-A-SECRET")),
        sent(
            "header.token-expired",
            "Authorization",
            create().header("Authorization", token("{\"exp\":1767323045}")),
            create().header("Authorization", token("{\"exp\":1767323046}"))),
        sent(
            "header.token-expired",
            "Authorization",
            create().header("Authorization", token("{\"exp\":1767323045}")),
            create().header("Authorization", token("{\"exp\":\"1767323045\"}"))),
        sent(
            "header.token-expired",
            "Authorization",
            create().header("Authorization", token("{\"exp\":1767323045}")),
            create().header("Authorization", token("{\"exp\":1767323045000}"))),
        sent(
            "operation.wrong-endpoint",
            "",
            create().target("/virtual-accounts/bi-snap-va/v1.1/transfer-va/create-va/"),
            create()),
        sent("operation.wrong-endpoint", "", snap("snap.va.delete").method("POST"), create()));
  }

  static String token(String claims) {
    byte[] text = claims.getBytes(StandardCharsets.UTF_8);
    return "Bearer FAKE." + Base64.getUrlEncoder().encodeToString(text) + ".NOT-A-SECRET";
  }

  private static List<Case> bodies() {
    return List.of(
        sent("account.number", ACCOUNT, create().text(ACCOUNT, "189920260131001"), create()),
        sent("account.number", ACCOUNT, told().text(ACCOUNT, "00001899" + "1"), told()),
        got(
            "account.number",
            "/virtualAccountData/virtualAccountNo",
            create().respondText("/virtualAccountData/virtualAccountNo", "1"),
            create()),
        sent("amount.limits-fixed", LEAST, create().text(TYPE, "C"), create().text(TYPE, "O")),
        sent("amount.limits-order", LEAST, create().text(LEAST, "20000.00"), create()),
        sent("amount.limits-order", LEAST, create().set(LEAST, "20000"), create().set(LEAST, "1")),
        got(
            "amount.limits-fixed",
            "/virtualAccountData/additionalInfo/virtualAccountConfig/minAmount",
            snap("snap.va.inquiry").respondText("/virtualAccountData/virtualAccountTrxType", "C"),
            snap("snap.va.inquiry")),
        sent(
            "channel.unknown-name",
            CHANNEL,
            create().text(CHANNEL, "VIRTUAL_ACCOUNT_MANDIRI"),
            create().text(CHANNEL, "VIRTUAL_ACCOUNT_BANK_MANDIRI")),
        sent(
            "channel.unknown-name",
            CHANNEL,
            snap("snap.debit.balance").text(CHANNEL, "DIRECT_DEBIT_OVO_SNAP"),
            snap("snap.debit.balance")),
        sent(
            "channel.unknown-name",
            CHANNEL,
            snap("snap.debit.refund").text(CHANNEL, "EMONEY_DANA"),
            snap("snap.debit.refund").text(CHANNEL, "EMONEY_DANA_SNAP")),
        sent(
            "schema.min-length",
            "/partnerServiceId",
            create().text("/partnerServiceId", "1899").text(ACCOUNT, "189920260131001"),
            create()),
        sent("schema.enum", TYPE, create().text(TYPE, "1"), create().text(TYPE, "V")),
        sent(
            "schema.required",
            TYPE,
            create().remove(TYPE).text("/additionalInfo/virtualAccountTrxType", "V"),
            create()),
        sent(
            "schema.required",
            "/grantType",
            snap("snap.tokens.merchant")
                .remove("/grantType")
                .text("/grant_type", "client_credentials"),
            snap("snap.tokens.merchant").set("/additionalInfo", "[]")),
        sent(
            "schema.pattern",
            "/totalAmount/value",
            create().text("/totalAmount/value", "10000"),
            create().text("/totalAmount/value", "0.00")),
        sent(
            "schema.type",
            "/urlParam",
            snap("snap.debit.payment").set("/urlParam", "{}"),
            snap("snap.debit.payment")));
  }

  private static List<Case> answers() {
    String code = "/responseCode";
    return List.of(
        got(
            "response-code.status",
            code,
            create().response(200, REFUSED.formatted("4042712")),
            create().response(404, REFUSED.formatted("4042712"))),
        got(
            "response-code.service",
            code,
            told().respondText(code, "2007400"),
            told().respondText(code, "2002500")),
        got(
            "response-code.service",
            code,
            told().response(401, REFUSED.formatted("4012701")),
            told().response(401, REFUSED.formatted("4012501"))),
        got(
            "response-code.case",
            code,
            snap("snap.debit.notification").response(500, REFUSED.formatted("5005699")),
            snap("snap.debit.notification").response(500, REFUSED.formatted("5005600"))),
        got("response.refused", "", create().response(404, REFUSED.formatted("4042712")), create()),
        got(
            "schema.pattern",
            code,
            create().respondText(code, "200270"),
            create().response(400, "{\"error\":\"no\"}")),
        got(
            "echo.invoice-number",
            "/virtualAccountData/trxId",
            create().respondText("/virtualAccountData/trxId", "INV-FAKE-0002"),
            create()));
  }
}
