package io.github.dokuconformance.cli;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Closest;
import io.github.dokuconformance.sandbox.Outcomes;
import io.github.dokuconformance.sandbox.fault.ArmedFaults;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --fault NAME[:operation][:times]}. */
final class FaultOption implements ITypeConverter<Armed> {
  private static final String ALWAYS = "always";

  @Override
  public Armed convert(String text) {
    List<String> parts = List.of(text.split(":", -1));
    Fault fault =
        Fault.of(parts.get(0))
            .orElseThrow(() -> wrong("a fault (" + String.join(", ", names()) + ")", parts.get(0)));
    Optional<String> operation = Optional.empty();
    int times = 1;
    for (String part : parts.subList(1, parts.size())) {
      if (operations().contains(part)) {
        operation = Optional.of(part);
      } else {
        times = times(part);
      }
    }
    try {
      return new Armed(fault, operation, times).require(Contract.bundled());
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static Set<String> operations() {
    return Outcomes.byOperation(Contract.bundled()).keySet();
  }

  private static int times(String text) {
    if (text.equals(ALWAYS)) {
      return ArmedFaults.ALWAYS;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw wrong(
          "an operation (" + String.join(", ", operations()) + ") or a number or always", text);
    }
  }

  private static TypeConversionException wrong(String wanted, String got) {
    String meant = Closest.hint(got, operations());
    return new TypeConversionException("got \"" + got + "\"" + meant + ", expected " + wanted);
  }

  private static List<String> names() {
    return Arrays.stream(Fault.values()).map(Fault::id).toList();
  }

  /** What completion offers. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }
}
