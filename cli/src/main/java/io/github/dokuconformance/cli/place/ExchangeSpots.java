package io.github.dokuconformance.cli.place;

import io.github.dokuconformance.finding.Part;

/** Where the messages of one exchange stand. */
record ExchangeSpots(MessageSpots request, MessageSpots response) {
  static ExchangeSpots empty() {
    return new ExchangeSpots(new MessageSpots(), new MessageSpots());
  }

  MessageSpots of(Part part) {
    return part == Part.REQUEST ? request : response;
  }
}
