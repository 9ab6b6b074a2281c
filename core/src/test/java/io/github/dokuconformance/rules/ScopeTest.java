package io.github.dokuconformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import org.junit.jupiter.api.Test;

/** A code is off because of what an operation is, or because its data lack what they should say. */
class ScopeTest {
  private static final Operation ORDER = operation("akulaku.generate-order");
  private static final Operation TOLD = operation("akulaku.notification");
  private static final Operation SNAP = operation("snap.va.create");

  @Test
  void whatAnOperationIsNeedsNoMoreWords() {
    assertThat(Scope.only(it -> false, "it is none").off(ORDER))
        .hasValue(new Scope.Off("it is none", true));
    assertThat(Scope.only(it -> true, "it is none").off(ORDER)).isEmpty();
    assertThat(Scope.everywhere().off(ORDER)).isEmpty();
    assertThat(Scope.nowhere("it is about none").off(ORDER))
        .hasValue(new Scope.Off("it is about none", true));
  }

  @Test
  void dataThatSayNothingHaveAGapInTheRolesThatShouldSayIt() {
    assertThat(Scope.data(it -> false, "nothing is said", Role.ORDER).off(ORDER))
        .hasValue(new Scope.Off("nothing is said", false));
    assertThat(Scope.data(it -> false, "nothing is said", Role.REFUND, Role.CANCEL).off(ORDER))
        .hasValue(new Scope.Off("nothing is said (asked of refund, cancel alone)", true));
    assertThat(Scope.data(it -> false, "nothing is said").off(ORDER))
        .hasValue(new Scope.Off("nothing is said (asked of no role)", true));
    assertThat(Scope.data(it -> true, "nothing is said", Role.ORDER).off(ORDER)).isEmpty();
  }

  @Test
  void aPlaceMayBeThereOrKnownToBeNoneOrNotSpokenOf() {
    assertThat(Scope.place(Part.REQUEST, Meaning.INVOICE, Role.ORDER).off(ORDER)).isEmpty();
    assertThat(Scope.place(Part.REQUEST, Meaning.LINE_ITEMS).off(operation("va.create")))
        .hasValue(new Scope.Off("its request has no lineItems", true));
    assertThat(Scope.place(Part.RESPONSE, Meaning.LINE_ITEMS, Role.ORDER).off(ORDER))
        .hasValue(new Scope.Off("x-doku names no lineItems in the response", false));
  }

  @Test
  void ofTwoReasonsTheFirstIsGiven() {
    Scope first = Scope.nowhere("first");
    Scope second = Scope.nowhere("second");

    assertThat(first.and(second).off(ORDER)).hasValue(new Scope.Off("first", true));
    assertThat(Scope.everywhere().and(second).off(ORDER)).hasValue(new Scope.Off("second", true));
    assertThat(Scope.everywhere().and(Scope.everywhere()).off(ORDER)).isEmpty();
  }

  @Test
  void headersAreThoseOfTheScheme() {
    assertThat(Scope.nonSnap().off(ORDER)).isEmpty();
    assertThat(Scope.nonSnap().off(SNAP)).isPresent();
    assertThat(Scope.snap().off(SNAP)).isEmpty();
    assertThat(Scope.snap().off(ORDER)).isPresent();
  }

  @Test
  void whatDokuSendsIsNotTheMerchants() {
    assertThat(Scope.sentByMerchant("DOKU sends it").off(ORDER)).isEmpty();
    assertThat(Scope.sentByMerchant("DOKU sends it").off(TOLD))
        .hasValue(new Scope.Off("DOKU sends it", true));
  }

  private static Operation operation(String id) {
    return Contract.bundled().operation(id).orElseThrow();
  }
}
