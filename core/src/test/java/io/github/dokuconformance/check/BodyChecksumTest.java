package io.github.dokuconformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A checksum in a body: what is right, and which mistake a wrong one shows. */
class BodyChecksumTest {
  private static final String SECRET = "SK-FAKE-conformance-0002";

  /** Made with the secret above by another program. */
  private static final String RIGHT =
      "3df2e41482f2cf5b28a28755c27fa087fae7ee75c8f21196296d5d23c9ebebfd";

  private static final String AMOUNT = "10000";
  private static final String CLIENT = "MCH-0001-10791114622547";
  private static final String INVOICE = "INV-20210115-0001";
  private static final String OVO = "081211111111";

  private static final String CANCEL =
      """
      {"client":{"id":"MCH-0001-10791114622547"},"order":{"invoice_number":"INV-20210303-001234-test1",
      "amount":15000},"ovo_info":{"ovo_id":"1081211111111"},"ovo_payment":{"batch_number":983500,
      "trace_number":451979,"reference_number":124,"approval_code":"2404"},"security":{"check_sum":"%s"}}""";

  @Test
  void takesTheRightOne() {
    assertThat(findings(RIGHT)).isEmpty();
  }

  @Test
  void judgesNothingWithoutASecret() {
    assertThat(Check.check(payment("0".repeat(64)), CheckContext.nothing()).findings())
        .extracting(Finding::code)
        .doesNotContain("checksum.mismatch");
  }

  static Stream<Arguments> mistakes() {
    String right = AMOUNT + CLIENT + INVOICE + OVO;
    return Stream.of(
        argumentSet("upper case", RIGHT.toUpperCase(Locale.ROOT), "in lower case"),
        argumentSet(
            "base64", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(RIGHT)), "in hex"),
        argumentSet("white space", RIGHT + " ", "without the white space"),
        argumentSet("secret left out", hex(right), "Join the Secret Key too"),
        argumentSet(
            "value left out", hex(AMOUNT + CLIENT + INVOICE + SECRET), "Join ovo_info.ovo_id too"),
        argumentSet(
            "order",
            hex(CLIENT + INVOICE + AMOUNT + OVO + SECRET),
            "joined in the order client.id + order.invoice_number + order.amount"),
        argumentSet(
            "secret first",
            hex(SECRET + right),
            "joined in the order the Secret Key + order.amount"),
        argumentSet(
            "separator",
            hex(String.join("|", AMOUNT, CLIENT, INVOICE, OVO, SECRET)),
            "Put nothing between"),
        argumentSet(
            "decimals", hex(AMOUNT + ".00" + CLIENT + INVOICE + OVO + SECRET), "without .00"),
        argumentSet(
            "order, and the secret left out",
            hex(CLIENT + INVOICE + AMOUNT + OVO),
            "ovo_info.ovo_id, without the Secret Key"),
        argumentSet(
            "order and upper case",
            hex(CLIENT + INVOICE + AMOUNT + OVO + SECRET).toUpperCase(Locale.ROOT),
            "joined in the order client.id"),
        argumentSet("another secret", hex(right + "SK-FAKE-other"), "no known mistake"),
        argumentSet("nothing known", "0".repeat(64), "no known mistake"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesTheMistake(String checksum, String remedy) {
    assertThat(findings(checksum))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.hint()).contains(remedy).doesNotContain(SECRET);
              assertThat(finding.message())
                  .contains(
                      "order.amount + client.id + order.invoice_number + ovo_info.ovo_id + the")
                  .doesNotContain(
                      SECRET, checksum.toLowerCase(Locale.ROOT).contains(RIGHT) ? SECRET : RIGHT);
            });
  }

  @Test
  void knowsThatOfACancellationWithTwiceAsManyValues() {
    String values =
        "15000"
            + "2404"
            + "983500"
            + CLIENT
            + "INV-20210303-001234-test1"
            + "1081211111111"
            + "124"
            + "451979";

    assertThat(findings(cancel(hex(values + SECRET)))).isEmpty();
    assertThat(findings(cancel(hex(values))))
        .extracting(Finding::hint)
        .containsExactly("Join the Secret Key too: it was left out.");
    assertThat(findings(cancel(hex(SECRET + values))))
        .singleElement()
        .satisfies(it -> assertThat(it.hint()).contains("joined in the order the Secret Key"));
  }

  private static List<Finding> findings(String checksum) {
    return findings(payment(checksum));
  }

  private static List<Finding> findings(Exchange exchange) {
    return Check.check(
            exchange,
            CheckContext.nothing().withKeys(KeyRing.of(SigningKey.of(MerchantSecret.of(SECRET)))))
        .findings()
        .stream()
        .filter(finding -> finding.code().equals("checksum.mismatch"))
        .toList();
  }

  private static Exchange payment(String checksum) {
    return Draft.of(
            "ovo.payment",
            """
            {"client":{"id":"%s"},"order":{"invoice_number":"%s","amount":%s},"ovo_info":{"ovo_id":"%s"},
            "security":{"check_sum":"%s"}}"""
                .formatted(CLIENT, INVOICE, AMOUNT, OVO, checksum),
            "{}")
        .exchange();
  }

  private static Exchange cancel(String checksum) {
    return Draft.of("ovo.cancel", CANCEL.formatted(checksum), "{}").exchange();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(Hash.SHA256.of(text.getBytes(UTF_8)));
  }
}
