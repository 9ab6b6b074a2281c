package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Party;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Closest;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A channel has one of the names that DOKU's pages and libraries give it. */
final class ChannelName implements Rule {
  private static final FindingType UNKNOWN =
      new FindingType(
          "channel.unknown-name",
          Severity.WARNING,
          "the channel has a name that DOKU's pages and libraries show",
          "Compare the name with the page of the channel, letter by letter.",
          Source.documented(Pages.SNAP_LIBRARIES));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(UNKNOWN);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.sentByMerchant("DOKU names it")
        .and(
            Scope.only(
                operation ->
                    operation.tellsOf(Part.REQUEST, Meaning.CHANNEL_NAME)
                        || !operation.channelNames().isEmpty(),
                "its request names no channel"))
        .and(Scope.place(Part.REQUEST, Meaning.CHANNEL_NAME, Role.values()))
        .and(
            Scope.data(
                operation -> !operation.channelNames().isEmpty(),
                "x-doku lists no channelNames",
                Role.values()));
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    Optional<Pointer> place = subject.pointer(Part.REQUEST, Meaning.CHANNEL_NAME);
    if (place.isEmpty() || !subject.isBy(Party.MERCHANT, Part.REQUEST)) {
      return;
    }
    JsonNode name = place.get().in(subject.requestJson());
    List<String> known = subject.operation().orElseThrow().channelNames();
    if (name.isString() && !name.asString().isEmpty() && !known.contains(name.asString())) {
      Finding.Builder unknown =
          UNKNOWN.at(Part.REQUEST, place.get().toString()).got(Visible.quoted(name.asString()));
      Closest.to(name.asString(), known).ifPresent(unknown::wanted);
      findings.accept(unknown.build());
    }
  }
}
