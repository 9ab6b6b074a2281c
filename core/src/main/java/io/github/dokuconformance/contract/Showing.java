package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Part;
import java.util.List;
import java.util.Optional;

/**
 * One way in which an exchange shows a contradiction; everything that stands in it must be so.
 *
 * @param operation whose exchanges show it; empty for all that DOKU answers
 * @param when what else must be so of the body
 * @param shows places of the body, any of which shows it
 * @param got what to say of it; empty for the value that stands there
 * @param many what to say of several places, where {@code {count}} stands for their number
 * @param status the response's, for one that its status shows
 * @param otherHeader a header that the response has another value of than the request
 * @param earlierBySeconds by how much the response is older than its request, for more than that
 * @param urlParameter a parameter of a URL that differs from an identifier beside it
 */
public record Showing(
    Optional<String> operation,
    Part part,
    Optional<Condition> when,
    List<Condition> shows,
    Optional<String> got,
    Optional<String> many,
    Optional<Integer> status,
    Optional<String> otherHeader,
    Optional<Integer> earlierBySeconds,
    Optional<UrlParameter> urlParameter) {

  /** A parameter of a URL's query that repeats an identifier from a list of names and values. */
  public record UrlParameter(Pointer url, String name, Pointer identifiers, String identifier) {}

  /** Tells whether an exchange of that operation may show it. */
  public boolean concerns(Operation other) {
    return operation.isEmpty()
        ? other.writer(Part.RESPONSE) == Party.DOKU
        : operation.get().equals(other.id());
  }
}
