package io.github.dokuconformance.vectors.harness;

import java.util.Optional;

/**
 * What came of asking: an answer, or a fault.
 *
 * @param answer present if and only if there is no fault
 */
record AdapterReply(Optional<AdapterAnswer> answer, Optional<Fault> fault) {

  static AdapterReply of(AdapterAnswer answer) {
    return new AdapterReply(Optional.of(answer), Optional.empty());
  }

  static AdapterReply of(Fault fault) {
    return new AdapterReply(Optional.empty(), Optional.of(fault));
  }

  /**
   * The process broke down instead of answering.
   *
   * @param status crash, timeout or protocol-error
   * @param stderr the last that the process wrote there
   */
  record Fault(Status status, String message, String stderr) {}
}
