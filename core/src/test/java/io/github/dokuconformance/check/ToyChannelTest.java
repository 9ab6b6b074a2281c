package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.run.RunCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A channel that is data alone is judged as the bundled ones are; {@link ToyCases} go first. */
class ToyChannelTest {

  static Stream<Arguments> right() {
    return Stream.of(
        argumentSet("toy.pay", "toy.pay", Toy.pay()),
        argumentSet("toy.pay, with its other success", "toy.pay", Toy.pay().status(200)),
        argumentSet("toy.change", "toy.change", Toy.change()),
        argumentSet("toy.look", "toy.look", Toy.look()),
        argumentSet("toy.void", "toy.void", Toy.cancel()),
        argumentSet("toy.return", "toy.return", Toy.refund()),
        argumentSet("toy.told", "toy.told", Toy.told()),
        argumentSet("toy.ask", "toy.ask", Toy.ask()),
        argumentSet("toy.odd", "toy.odd", Toy.odd()));
  }

  @ParameterizedTest
  @MethodSource("right")
  void isSilentAboutWhatIsRight(String operation, Draft draft) {
    CheckResult result = draft.check();

    assertThat(result.operation().map(Operation::id)).contains(operation);
    assertThat(result.findings()).isEmpty();
    assertThat(result.signature(Part.REQUEST).status()).isEqualTo(SignatureStatus.VALID);
    assertThat(result.signature(Part.RESPONSE).status())
        .isEqualTo(
            operation.equals("toy.told") ? SignatureStatus.UNCHECKED : SignatureStatus.VALID);
  }

  static Stream<Arguments> runs() {
    Draft again = Toy.pay().requestId("b").text("/ref", "R-2").respondText("/ref", "R-2");
    Draft other =
        Toy.pay().requestId("b").text("/deal/number", "D-2").respondText("/deal/number", "D-2");
    return Stream.of(
        argumentSet(
            "number used twice",
            "run.invoice-number-reused",
            "/deal/number",
            List.of(Toy.pay(), again)),
        argumentSet(
            "reference used twice", "run.reference-reused", "/ref", List.of(Toy.pay(), other)),
        argumentSet(
            "return's reference used twice",
            "run.refund-reference-reused",
            "/return_ref",
            List.of(Toy.refund().requestId("a"), Toy.refund().requestId("b"))),
        argumentSet(
            "another reference",
            "run.reference-differs",
            "/ref",
            List.of(Toy.pay(), Toy.cancel().requestId("b").text("/ref", "R-2"))),
        argumentSet(
            "another sum",
            "run.amount-differs",
            "/deal/total",
            List.of(Toy.pay(), Toy.told().set("/deal/total", "71"))),
        argumentSet(
            "the sum before it was changed",
            "run.amount-differs",
            "/deal/total",
            List.of(Toy.pay(), Toy.change().requestId("b"), Toy.told())),
        argumentSet(
            "a part given back",
            "run.refund-not-full",
            "/deal/total",
            List.of(Toy.pay(), Toy.refund().requestId("b").respond("/deal/total", "69"))));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void isJudgedOverAWholeRun(String code, String at, List<Draft> drafts) {
    List<Finding> findings = run(drafts);

    assertThat(findings).singleElement().extracting(Finding::code, Finding::at).contains(code, at);
    assertThat(findings.get(0).message())
        .doesNotContain("invoice_number", "merchant_unique_reference", "order.amount");
  }

  static Stream<Arguments> rightRuns() {
    return Stream.of(
        argumentSet(
            "a whole life",
            List.of(Toy.pay(), Toy.look(), Toy.told(), Toy.refund().requestId("b"))),
        argumentSet("a retry", List.of(Toy.pay(), Toy.pay())),
        argumentSet(
            "the sum that it was changed to",
            List.of(Toy.pay(), Toy.change().requestId("b"), Toy.told().set("/deal/total", "80"))),
        argumentSet(
            "a change that was refused",
            List.of(
                Toy.pay(),
                Toy.change().requestId("b").response(400, "{\"fault\":\"no\"}"),
                Toy.told())),
        argumentSet(
            "a change of which nobody knows",
            List.of(Toy.pay(), Toy.change().requestId("b").noResponse(), Toy.told())),
        argumentSet("an order that was refused", refused()));
  }

  private static List<Draft> refused() {
    return List.of(Toy.pay().response(400, "{\"fault\":\"no\"}"), Toy.pay().requestId("b"));
  }

  @ParameterizedTest
  @MethodSource("rightRuns")
  void isSilentAboutARunThatIsRight(List<Draft> drafts) {
    assertThat(run(drafts)).isEmpty();
  }

  private static List<Finding> run(List<Draft> drafts) {
    RunCheck run = new RunCheck(100);
    List<Finding> findings = new ArrayList<>();
    drafts.forEach(draft -> findings.addAll(run.next(draft.check().trace())));
    return findings;
  }

  static Stream<Arguments> cases() {
    return ToyCases.all().stream().map(c -> argumentSet(c.code() + " at " + c.at(), c));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void citesNoPageOfAnotherChannelAndNamesNoFieldOfIt(RuleCases.Case c) {
    for (Finding finding : c.shows().check().findings()) {
      assertThat(finding.source().page()).doesNotContain("Akulaku");
      assertThat(finding.message() + finding.hint())
          .doesNotContainIgnoringCase("akulaku")
          .doesNotContain("invoice_number", "merchant_unique_reference", "order.amount");
    }
  }

  @ParameterizedTest
  @MethodSource("right")
  void isConformant(String operation, Draft draft) {
    assertThat(draft.check().isConformant(Severity.NOTE)).isTrue();
  }
}
