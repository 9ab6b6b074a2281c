package io.github.dokuconformance.cli.input.har;

import io.github.dokuconformance.message.Header;
import java.util.List;

/** What is known of the ways of the program that wrote a HAR. */
enum HarRecorder {
  /**
   * Merges two lists of the browser's into one, so that headers stand twice; adds the length of a
   * response's body to itself; leaves out a request's body that is not text without a word. Source:
   * chrome-har 1.3.1.
   */
  CHROME_HAR,
  OTHER;

  /** Returns the recorder of that name, as {@code creator} has it. */
  static HarRecorder of(String name) {
    return name.equals("chrome-har") ? CHROME_HAR : OTHER;
  }

  /** Says whether the size of a response's content is the number of its bytes. */
  boolean countsContent() {
    return this != CHROME_HAR;
  }

  /** Says whether a request that seems to have no body may have had one. */
  boolean losesBodies(String method) {
    return this == CHROME_HAR && !method.equals("GET") && !method.equals("HEAD");
  }

  /** Adds a header, unless it is known to be the recorder's repetition. */
  void add(List<Header> headers, Header header) {
    boolean repeated =
        headers.stream()
            .anyMatch(
                each ->
                    each.name().equalsIgnoreCase(header.name())
                        && each.value().equals(header.value()));
    if (this != CHROME_HAR || !repeated) {
      headers.add(header);
    }
  }
}
