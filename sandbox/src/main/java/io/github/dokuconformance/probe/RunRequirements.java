package io.github.dokuconformance.probe;

import java.util.List;

/** What is asked of a run as a whole, beside each answer. */
final class RunRequirements {
  static final Requirement NO_SERVER_ERROR =
      new Requirement(
          "run.no-server-error",
          Level.SHOULD,
          "the answers to all messages that have to be refused",
          "an answer below 500 to each",
          "an endpoint that fails where it should refuse may fail open next, and DOKU repeats what"
              + " was answered with 5xx",
          "refuse before anything can throw: check header, prefix and base64, and answer 401 or 400",
          Sources.ROBUST);
  static final Requirement KEEPS_LISTENING =
      new Requirement(
          "run.keeps-listening",
          Level.MUST,
          "whether each message finds somebody to connect to",
          "a connection for each",
          "one message ends the whole process: anybody who knows the URL can stop payments from"
              + " being booked",
          "look at the process's last output; catch what a handler throws, and a connection that"
              + " breaks off",
          Sources.PRACTICE);
  static final Requirement EFFECT_OF_GENUINE =
      new Requirement(
          "effect.of-genuine",
          Level.MUST,
          "the effect URL around the first genuine message",
          "another value after it",
          "a payment that was acknowledged is not booked; or else the effect URL does not show it,"
              + " and the other effect requirements show nothing",
          "let the effect URL return what a payment changes, such as the number of paid orders, and"
              + " give orders that are not paid yet",
          Sources.PRACTICE);
  static final Requirement NO_EFFECT_OF_REFUSED =
      new Requirement(
          "effect.none-of-refused",
          Level.MUST,
          "the effect URL around each message that was not answered 2xx and is not genuine",
          "the same value after it",
          "the endpoint refuses, but has acted already: the forger does not mind the status",
          "touch no data before the signature is verified",
          Sources.VERIFY);
  static final Requirement NO_EFFECT_OF_REPEATED =
      new Requirement(
          "effect.none-of-repeated",
          Level.MUST,
          "the effect URL around a message that came before, byte for byte",
          "the same value after it",
          "DOKU repeats messages: an order is shipped or credited twice",
          "remember Request-Ids that were booked, in the transaction that books",
          Sources.REPEATED);
  static final Requirement NO_EFFECT_OF_SAME_ORDER =
      new Requirement(
          "effect.none-of-same-order",
          Level.SHOULD,
          "the effect URL around a message for an order that is paid already, under a new Request-Id",
          "the same value after it",
          "no page promises that a repeat keeps its Request-Id: an order may be credited twice",
          "change an order from pending to paid once, whatever the Request-Id",
          Sources.REPEATED);

  private RunRequirements() {}

  static List<Requirement> all() {
    return List.of(
        NO_SERVER_ERROR,
        KEEPS_LISTENING,
        EFFECT_OF_GENUINE,
        NO_EFFECT_OF_REFUSED,
        NO_EFFECT_OF_REPEATED,
        NO_EFFECT_OF_SAME_ORDER);
  }
}
