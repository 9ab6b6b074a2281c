package io.github.dokuconformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Basis;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What an operation's data say of a code outweighs what its rule says. */
class RulingTest {
  private static final Source OF_A_CHANNEL = Source.documented(Pages.ORDER_REQUEST);
  private static final Source OF_ALL = Source.documented(Pages.IDEMPOTENCY);

  @Test
  void leavesAsItIsWhatNoOperationSpeaksOf() {
    Finding error = finding("a.code", Severity.ERROR, Part.RESPONSE, OF_A_CHANNEL);

    assertThat(ruled(Optional.empty(), error)).containsExactly(error);
    assertThat(ruled(Optional.of(operation("akulaku.cancel")), error)).containsExactly(error);
  }

  @Test
  void makesNothingOfACodeThatIsOff() {
    Operation operation = where(it -> !it.off().isEmpty());
    String off = operation.off().keySet().iterator().next();

    assertThat(ruled(Optional.of(operation), finding(off, Severity.ERROR, Part.REQUEST, OF_ALL)))
        .isEmpty();
    assertThat(
            ruled(Optional.of(operation), finding("a.code", Severity.ERROR, Part.REQUEST, OF_ALL)))
        .hasSize(1);
  }

  @Test
  void warnsByThePageThatTheDataName() {
    Operation operation = where(it -> !it.warn().isEmpty() && !it.isCalledByDoku());
    Map.Entry<String, Source> warn = operation.warn().entrySet().iterator().next();

    assertThat(
            ruled(
                Optional.of(operation),
                finding(warn.getKey(), Severity.ERROR, Part.REQUEST, OF_ALL)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.source()).isEqualTo(warn.getValue());
            });
    assertThat(
            ruled(
                Optional.of(operation),
                finding(warn.getKey(), Severity.NOTE, Part.REQUEST, OF_ALL)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.source()).isEqualTo(OF_ALL);
            });
  }

  /** The merchant cannot mend what DOKU writes. */
  @Test
  void aDoubtAboutWhatDokuWritesIsANote() {
    Optional<Operation> order = Optional.of(operation("akulaku.generate-order"));

    assertThat(ruled(order, finding("a.code", Severity.WARNING, Part.RESPONSE, OF_ALL)))
        .extracting(Finding::severity)
        .containsExactly(Severity.NOTE);
    assertThat(ruled(order, finding("a.code", Severity.WARNING, Part.REQUEST, OF_ALL)))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(ruled(order, finding("a.code", Severity.ERROR, Part.RESPONSE, OF_ALL)))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  /** A rule that was drawn from one channel's page stands on its own page in another channel. */
  @Test
  void citesAPageOfItsOwnChannel() {
    Operation own = operation("akulaku.generate-order");
    Operation other = operation("jenius.payment");
    Finding finding = finding("a.code", Severity.ERROR, Part.REQUEST, OF_A_CHANNEL);

    assertThat(ruled(Optional.of(own), finding)).containsExactly(finding);
    assertThat(ruled(Optional.of(other), finding))
        .extracting(it -> it.source().page())
        .containsExactly(other.source().page());
    assertThat(ruled(Optional.of(other), finding("a.code", Severity.ERROR, Part.REQUEST, OF_ALL)))
        .extracting(Finding::source)
        .containsExactly(OF_ALL);
  }

  @Test
  void theWeakerOfTwoSourcesIsTheOneToTrust() {
    Operation documented = operation("jenius.payment");
    Finding observed =
        finding(
            "a.code", Severity.ERROR, Part.REQUEST, Source.observed(Pages.AKULAKU + "seen there"));
    Finding derived =
        finding(
            "a.code", Severity.WARNING, Part.REQUEST, Source.derived(Pages.AKULAKU + "from it"));

    assertThat(documented.source().basis()).isEqualTo(Basis.DOCUMENTED);
    assertThat(ruled(Optional.of(documented), observed))
        .extracting(it -> it.source().basis())
        .containsExactly(Basis.OBSERVED);
    assertThat(ruled(Optional.of(documented), derived))
        .extracting(it -> it.source().basis())
        .containsExactly(Basis.DERIVED);
  }

  private static List<Finding> ruled(Optional<Operation> operation, Finding finding) {
    List<Finding> ruled = new ArrayList<>();
    Ruling.of(operation, ruled::add).accept(finding);
    return ruled;
  }

  private static Finding finding(String code, Severity severity, Part part, Source source) {
    return new FindingType(code, severity, "a requirement", "a hint", source).at(part, "").build();
  }

  private static Operation where(Predicate<Operation> so) {
    return Contract.bundled().operations().stream().filter(so).findFirst().orElseThrow();
  }

  private static Operation operation(String id) {
    return Contract.bundled().operation(id).orElseThrow();
  }
}
