package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.AmountType;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Party;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the payer chooses the amount, the least is below the most; else there are no limits. */
final class AmountLimits implements Rule {
  private static final List<Meaning> PLACES =
      List.of(Meaning.AMOUNT_TYPE, Meaning.MIN_AMOUNT, Meaning.MAX_AMOUNT);
  private static final Source SOURCE = Source.documented(Pages.SNAP_ACCOUNT);
  private static final FindingType FIXED =
      new FindingType(
          "amount.limits-fixed",
          Severity.ERROR,
          "only an amount that the payer chooses has limits",
          "Leave the limits out, or send type V or O.",
          SOURCE);
  private static final FindingType ORDER =
      new FindingType(
          "amount.limits-order",
          Severity.ERROR,
          "the least that may be paid is below the most",
          "Send the smaller of the two as the least.",
          SOURCE);

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(FIXED, ORDER);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.only(
            operation ->
                PLACES.stream().anyMatch(place -> operation.tellsOf(byMerchant(operation), place)),
            "its amount has no limits")
        .and(
            Scope.data(
                operation ->
                    PLACES.stream()
                        .allMatch(place -> operation.tellsOf(byMerchant(operation), place)),
                "x-doku does not name all of amountType, minAmount and maxAmount",
                Role.values()));
  }

  private static Part byMerchant(Operation operation) {
    return operation.writer(Part.REQUEST) == Party.MERCHANT ? Part.REQUEST : Part.RESPONSE;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    Part part = byMerchant(subject.operation().get());
    Optional<BigDecimal> least = limit(subject, part, Meaning.MIN_AMOUNT);
    Optional<BigDecimal> most = limit(subject, part, Meaning.MAX_AMOUNT);
    String type = subject.value(part, Meaning.AMOUNT_TYPE).asString("");
    Meaning first = least.isPresent() ? Meaning.MIN_AMOUNT : Meaning.MAX_AMOUNT;
    if ((least.isPresent() || most.isPresent())
        && !type.isEmpty()
        && !AmountType.isByThePayer(type)) {
      findings.accept(
          FIXED
              .at(part, at(subject, part, first))
              .wanted("nothing beside type " + Visible.quoted(type))
              .got(Amounts.show(least.or(() -> most).orElseThrow()))
              .build());
    } else if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) >= 0) {
      findings.accept(
          ORDER
              .at(part, at(subject, part, Meaning.MIN_AMOUNT))
              .wanted("less than " + Amounts.show(most.get()))
              .got(Amounts.show(least.get()))
              .build());
    }
  }

  private static Optional<BigDecimal> limit(Subject subject, Part part, Meaning meaning) {
    return Amounts.read(subject.value(part, meaning));
  }

  private static String at(Subject subject, Part part, Meaning meaning) {
    return subject.pointer(part, meaning).map(Pointer::toString).orElse("");
  }
}
