package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Checksum;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.SymmetricKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The checksum in a body is that of its values under the merchant's secret; where it is not, it
 * says which mistake gives what came. Silent where no secret is given or a value is missing.
 */
final class BodyChecksum implements Rule {
  private static final FindingType MISMATCH =
      new FindingType(
          "checksum.mismatch",
          Severity.ERROR,
          "the checksum is the SHA-256 of the body's values and the Secret Key",
          "Join these values and the Secret Key with nothing between; no known mistake gives what came.",
          Source.documented(Pages.CHECKSUM));

  private static final FindingType NO_SECRET =
      new FindingType(
          "checksum.no-secret",
          Severity.WARNING,
          "a secret is given for the client id in the body",
          "Add this client id to the credentials, with its Secret Key; its checksum was not checked.",
          Source.derived("a checksum can be checked only with its secret"));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(MISMATCH, NO_SECRET);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.only(
        operation -> operation.checksum().isPresent(), "its request holds no checksum");
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    Optional<Checksum> checksum = subject.operation().flatMap(Operation::checksum);
    if (checksum.isEmpty()) {
      return;
    }
    Checksum wanted = checksum.get();
    JsonNode came = subject.value(Part.REQUEST, wanted.at());
    JsonNode client = subject.value(Part.REQUEST, wanted.client());
    List<ChecksumText.Value> values = values(subject, wanted);
    List<SymmetricKey> secrets =
        subject
            .context()
            .keys()
            .find(client.asString(""))
            .map(MerchantKeys::secrets)
            .orElse(List.of());
    if (secrets.isEmpty() && client.isString() && !subject.context().keys().isEmpty()) {
      findings.accept(
          NO_SECRET
              .at(Part.REQUEST, wanted.client().toString())
              .got(Visible.quoted(client.asString()))
              .build());
    }
    if (!came.isString() || secrets.isEmpty() || values.size() < wanted.over().size()) {
      return;
    }
    Optional<String> remedy = Optional.empty();
    for (SymmetricKey key : secrets) {
      ChecksumText text = new ChecksumText(values, key.secret().exposeForMac());
      if (text.isRight(came.asString())) {
        return;
      }
      remedy = remedy.or(() -> text.remedy(came.asString()));
    }
    Finding.Builder finding =
        MISMATCH
            .at(Part.REQUEST, wanted.at().toString())
            .wanted(
                "lower-case hex SHA-256 of "
                    + wanted.over().stream().map(Pointer::dotted).collect(Collectors.joining(" + "))
                    + " + the Secret Key")
            .got(came.asString())
            .source(wanted.source());
    remedy.ifPresent(finding::hint);
    findings.accept(finding.build());
  }

  private static List<ChecksumText.Value> values(Subject subject, Checksum checksum) {
    List<ChecksumText.Value> values = new ArrayList<>();
    for (Pointer pointer : checksum.over()) {
      JsonNode node = subject.value(Part.REQUEST, pointer);
      Set<String> spellings = spellings(node);
      if (!spellings.isEmpty()) {
        values.add(
            new ChecksumText.Value(pointer.dotted(), List.copyOf(spellings), node.isNumber()));
      }
    }
    return values;
  }

  /**
   * Returns how programs write a value as text: 10000.00 stays so in some, and is 10000 in others.
   */
  private static Set<String> spellings(JsonNode node) {
    if (node.isString()) {
      return Set.of(node.asString());
    }
    Set<String> spellings = new LinkedHashSet<>();
    if (node.isNumber()) {
      Amounts.read(node)
          .ifPresent(
              amount -> {
                spellings.add(Amounts.show(amount));
                spellings.add(Amounts.show(amount.stripTrailingZeros()));
              });
    }
    return spellings;
  }
}
