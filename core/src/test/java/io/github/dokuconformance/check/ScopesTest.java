package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.finding.FindingType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each code is looked for, where it is not, and what a reader is told about that. */
class ScopesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
account.number            | snap.va.create       | toy.pay            | it has no account number that is made of parts
amount.limits-fixed       | snap.va.create       | toy.pay            | its amount has no limits
amount.limits-order       | snap.va.inquiry      | akulaku.cancel     | its amount has no limits
amount.spelling           | toy.pay              | ovo.payment        | neither part has wholeNumbers
amount.spelling           | toy.look             | toy.odd            | x-doku names no wholeNumbers in the request (asked of order, update, cancel, refund, capture, status, notification, inquiry alone)
amount.sum                | toy.pay              | tokens.list        | its request has no amount
amount.sum                | toy.change           | va.create          | its request has no lineItems
amount.sum                | checkout.payment     | toy.look           | the merchant sends no body
amount.sum                | jenius.payment       | toy.told           | the merchant sends no body
amount.sum                | cards.payment-page   | toy.void           | x-doku names no amount in the request (asked of order, update alone)
body.unexpected           | toy.look             | toy.pay            | its request has a body
channel.unknown-name      | snap.va.create       | toy.told           | DOKU names it
channel.unknown-name      | snap.va.delete       | toy.pay            | its request names no channel
checksum.mismatch         | ovo.payment          | toy.pay            | its request holds no checksum
checksum.no-secret        | ovo.cancel           | akulaku.cancel     | its request holds no checksum
docs.retry-status         | toy.pay              | toy.told           | the pages do not contradict each other about it here
echo.amount               | toy.pay              | toy.told           | its response has no body
echo.amount               | toy.change           | toy.void           | x-doku names no echo of amount (asked of order, update alone)
echo.client-id            | toy.ask              | toy.told           | its response is not signed
echo.field                | toy.odd              | toy.pay            | x-doku names no other echo (asked of no role)
echo.field                | cards.refund         | toy.told           | its response has no body
echo.invoice-number       | toy.void             | toy.odd            | x-doku names no echo of invoice (asked of order, update, cancel, refund, status, inquiry alone)
echo.override-url         | toy.pay              | toy.ask            | x-doku names no echo of notificationUrl (asked of order alone)
echo.reference            | toy.pay              | toy.look           | x-doku names no echo of reference (asked of order, cancel, refund alone)
echo.refund-reference     | toy.return           | toy.void           | x-doku names no echo of refundReference (asked of refund alone)
echo.request-id           | toy.ask              | toy.told           | its response is not signed
header.bearer-missing     | snap.va.inquiry      | toy.pay            | its messages are not signed as SNAP's
header.channel-id-length  | snap.va.create       | snap.va.inquiry    | DOKU chooses the headers of what it sends
header.control-character  | toy.pay              | ovo.payment        | its messages are not signed
header.digest-sent        | toy.told             | snap.va.create     | its messages are signed by another scheme
header.external-id-form   | snap.va.create       | toy.pay            | its messages are not signed as SNAP's
header.missing            | toy.told             | ovo.payment        | its messages are not signed
header.needed             | snap.va.create       | toy.pay            | it wants no header beside those of its signature
header.request-id-differs | jenius.payment       | toy.pay            | no value of its body is the Request-Id
header.request-id-length  | toy.told             | snap.va.create     | its messages are signed by another scheme
header.request-id-weak    | toy.pay              | toy.told           | DOKU chooses the Request-Id of what it sends
header.time-form          | snap.va.inquiry      | toy.pay            | its messages are not signed as SNAP's
header.timestamp-format   | toy.told             | snap.va.create     | its messages are signed by another scheme
header.timestamp-format   | toy.pay              | ovo.payment        | its messages are not signed
header.timestamp-local-time | toy.pay            | toy.told           | DOKU repeats what it sends for hours, and no page says that it signs anew
header.token-expired      | snap.va.create       | snap.va.inquiry    | how long its tokens live is the merchant's own
identifier.control-character | toy.told          | toy.odd            | its request has no invoice
identifier.unknown-name   | akulaku.refund       | toy.told           | DOKU names them
identifier.unknown-name   | akulaku.cancel       | snap.va.delete     | its request has no identifierNames
identifier.unknown-name   | akulaku.cancel       | toy.pay            | its request has no identifiers
operation.query           | toy.look             | toy.told           | the merchant sends no request
order.failed              | toy.pay              | toy.look           | x-doku does not say when it failed (asked of order alone)
response-code.case        | snap.va.create       | toy.pay            | its messages are not signed as SNAP's
response.refused          | toy.pay              | toy.ask            | the merchant answers
schema.any-of             | toy.odd              | toy.pay            | its schemas do not use that keyword
schema.keyword            | toy.odd              | toy.pay            | its schemas use no keyword without a code
schema.unknown-field      | toy.ask              | toy.told           | the merchant sends no body that the contract describes
schema.unknown-field      | toy.pay              | toy.look           | the merchant sends no body that the contract describes
signature.missing         | toy.told             | ovo.payment        | its messages are not signed
url.invalid               | toy.pay              | toy.odd            | its request has no URLs
url.invalid               | cards.check-3ds      | toy.void           | x-doku names no urls in the request (asked of order, other alone)
url.invalid               | checkout.payment     | toy.told           | the merchant sends no request
url.override-path         | toy.pay              | va.create          | its request has no notificationUrl
url.unreachable           | toy.pay              | toy.look           | x-doku names no notificationUrl in the request (asked of order alone)
""")
  void isLookedForInOneAndNotInAnother(String code, String on, String off, String reason) {
    assertThat(row(code, on).off()).isEmpty();
    assertThat(row(code, off).off()).hasValue(reason);
    assertThat(row(code, off).source()).isEmpty();
    assertThat(row(code, off).isGap()).isFalse();
  }

  /** The data of an operation may say so, with the page that it says it by. */
  @Test
  void isOffByThePageThatTheDataNames() {
    List<Gaps.Row> named =
        Gaps.of(Toy.CONTRACT).stream().filter(row -> row.source().isPresent()).toList();

    assertThat(named)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.operation().off()).containsKey(row.type().code());
              assertThat(row.off()).hasValue(row.source().orElseThrow().page());
              assertThat(row.isOn()).isFalse();
              assertThat(row.isGap()).isFalse();
            });
  }

  @Test
  void ofOneOperationAreThoseThatAreItsOwnAmongAll() {
    assertThat(Gaps.of(Toy.CONTRACT, Toy.CONTRACT.operation("toy.pay").orElseThrow()))
        .extracting(row -> row.type().code() + " " + row.off())
        .containsExactlyElementsOf(
            Gaps.of(Toy.CONTRACT).stream()
                .filter(row -> row.operation().id().equals("toy.pay"))
                .map(row -> row.type().code() + " " + row.off())
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"toy.pay", "toy.odd", "toy.told", "ovo.payment", "snap.va.create"})
  void whatEveryMessageCanBreakIsLookedForEverywhere(String operation) {
    assertThat(row("json.malformed", operation).isOn()).isTrue();
    assertThat(row("header.content-type", operation).isOn()).isTrue();
    assertThat(row("operation.wrong-endpoint", operation).isOn()).isTrue();
    assertThat(row("body.missing", operation).isOn()).isTrue();
    assertThat(row("operation.unknown", operation).off())
        .hasValue("it is about messages that are no operation");
  }

  /** Findings over a whole run come on top of what a check of one exchange can find. */
  @Test
  void tellsOfEachTypeThatACheckHas() {
    List<String> told =
        Gaps.of(Toy.CONTRACT, Toy.CONTRACT.operation("toy.pay").orElseThrow()).stream()
            .map(row -> row.type().code())
            .toList();

    assertThat(told)
        .doesNotHaveDuplicates()
        .contains("run.invoice-number-reused")
        .containsAll(Check.types(Toy.CONTRACT).stream().map(FindingType::code).toList())
        .containsAll(Check.types().stream().map(FindingType::code).toList());
    assertThat(Check.types())
        .extracting(FindingType::code)
        .contains("signature.missing", "json.malformed")
        .doesNotContain("run.invoice-number-reused");
  }

  private static Gaps.Row row(String code, String operation) {
    return Gaps.of(Toy.CONTRACT, Toy.CONTRACT.operation(operation).orElseThrow()).stream()
        .filter(row -> row.type().code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
