package io.github.dokuconformance.probe;

import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.message.Request;
import java.util.Optional;

/**
 * One message, and what its answer has to be.
 *
 * @param before a message that goes ahead and is not judged, so that the probe's own is a repeat
 * @param isAsking whether it goes to where the merchant gives tokens, not to the notification URL
 * @param mayClose whether to close the connection is as good as an answer
 */
@SuppressWarnings("exports") // Probes are made in this package alone.
public record Probe(
    Requirement requirement,
    Expectation expectation,
    Recipe recipe,
    Optional<Recipe> before,
    Transmission delivery,
    boolean isAsking,
    boolean mayClose) {

  static Probe of(
      String id,
      Level level,
      Expectation expectation,
      String sent,
      Reason reason,
      Source source,
      Recipe recipe) {
    Requirement requirement =
        new Requirement(id, level, sent, expectation.text(), reason.why(), reason.next(), source);
    return new Probe(
        requirement, expectation, recipe, Optional.empty(), Transmission.AT_ONCE, false, false);
  }

  public String id() {
    return requirement.id();
  }

  Probe after(Recipe earlier) {
    return new Probe(
        requirement, expectation, recipe, Optional.of(earlier), delivery, isAsking, mayClose);
  }

  Probe by(Transmission other) {
    return new Probe(requirement, expectation, recipe, before, other, isAsking, mayClose);
  }

  Probe asking() {
    return new Probe(requirement, expectation, recipe, before, delivery, true, mayClose);
  }

  Probe closingAllowed() {
    return new Probe(requirement, expectation, recipe, before, delivery, isAsking, true);
  }

  @Override
  public String toString() {
    return id();
  }

  /** Makes the message; the same setting gives the same bytes. */
  @FunctionalInterface
  interface Recipe {
    Request make(Setting setting);
  }

  /** Why a failure matters and what to do about it; shared by probes that find one mistake. */
  record Reason(String why, String next) {}
}
