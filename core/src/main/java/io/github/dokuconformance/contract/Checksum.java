package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Source;
import java.util.List;

/**
 * A checksum in the body of a request that no header signs: the lower-case hex SHA-256 of the texts
 * of some values and the merchant's secret, with nothing between them.
 *
 * @param at where it stands
 * @param client where the client id stands, by which the secret is known
 * @param over the values, in their order; the secret comes last
 */
public record Checksum(Pointer at, Pointer client, List<Pointer> over, Source source) {
  public Checksum {
    over = List.copyOf(over);
  }
}
