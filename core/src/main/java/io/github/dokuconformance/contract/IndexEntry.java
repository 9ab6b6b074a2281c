package io.github.dokuconformance.contract;

import java.util.List;
import java.util.Optional;

/**
 * One entry of the navigation of DOKU's pages, and what of it the contract has.
 *
 * @param page the page's address, where it is known
 * @param reason why there is no contract, or why it is not all of it; empty where it is all
 */
public record IndexEntry(
    String section,
    String entry,
    Optional<String> page,
    List<Operation> operations,
    Optional<String> reason) {
  public IndexEntry {
    operations = List.copyOf(operations);
  }

  /** Returns how much of it is known; none where it has no operation. */
  public Knowledge known() {
    if (operations.isEmpty()) {
      return Knowledge.NONE;
    }
    return reason.isEmpty() && operations.stream().allMatch(it -> it.known() == Knowledge.FULL)
        ? Knowledge.FULL
        : Knowledge.PARTIAL;
  }
}
