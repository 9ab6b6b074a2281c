package io.github.dokuconformance.rules;

import static io.github.dokuconformance.signature.HeaderRole.TIMESTAMP;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.contract.Condition;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Contradiction;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Showing;
import io.github.dokuconformance.contract.Showing.UrlParameter;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Where DOKU's pages contradict each other, each form that they show passes, and where it is not
 * the one that we recommend a finding names the pages: one for each contradiction that an exchange
 * shows.
 */
final class ContradictoryForms implements Rule {
  @Override
  public List<FindingType> types(Contract contract) {
    return contract.contradictions().stream().map(Contradiction::type).toList();
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.only(
        operation ->
            contract.contradictions().stream()
                .filter(contradiction -> contradiction.type().equals(type))
                .flatMap(contradiction -> contradiction.shownBy().stream())
                .anyMatch(showing -> showing.concerns(operation)),
        "the pages do not contradict each other about it here");
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    Operation operation = subject.operation().get();
    for (Contradiction contradiction : subject.context().contract().contradictions(operation)) {
      for (Showing showing : contradiction.shownBy()) {
        Optional<Shown> shown = shown(subject, showing);
        if (shown.isPresent()) {
          findings.accept(
              contradiction
                  .type()
                  .at(showing.part(), shown.get().at())
                  .got(shown.get().got())
                  .build());
          break;
        }
      }
    }
  }

  private static Optional<Shown> shown(Subject subject, Showing showing) {
    if (showing.status().isPresent()) {
      int status = subject.response().isPresent() ? subject.response().get().status() : 0;
      return status == showing.status().get()
          ? Optional.of(new Shown("", Integer.toString(status)))
          : Optional.empty();
    }
    if (showing.part() == Part.RESPONSE && !subject.succeeded()) {
      return Optional.empty();
    }
    JsonNode body = subject.json(showing.part());
    if (showing.when().isPresent() && !showing.when().get().holds(body)) {
      return Optional.empty();
    }
    if (showing.otherHeader().isPresent()) {
      return otherHeader(subject, showing.otherHeader().get());
    }
    if (showing.earlierBySeconds().isPresent()) {
      return earlier(subject, showing.earlierBySeconds().get());
    }
    if (showing.urlParameter().isPresent()) {
      return urlParameter(body, showing.urlParameter().get());
    }
    return inBody(body, showing);
  }

  private static Optional<Shown> inBody(JsonNode body, Showing showing) {
    List<String> places = new ArrayList<>(0);
    for (Condition condition : showing.shows()) {
      places.addAll(condition.places(body));
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    String first = places.get(0);
    if (places.size() > 1 && showing.many().isPresent()) {
      String count = Integer.toString(places.size());
      return Optional.of(new Shown(first, showing.many().get().replace("{count}", count)));
    }
    return Optional.of(new Shown(first, showing.got().orElseGet(() -> value(body, places))));
  }

  /** Returns what stands at the first place, or the names of all that are missing. */
  private static String value(JsonNode body, List<String> places) {
    JsonNode value = body.at(places.get(0));
    if (value.isMissingNode()) {
      return places.stream()
          .map(place -> "no " + place.substring(place.lastIndexOf('/') + 1))
          .collect(Collectors.joining(", "));
    }
    return value.isString() ? '"' + value.asString() + '"' : value.toString();
  }

  private static Optional<Shown> otherHeader(Subject subject, String name) {
    Optional<String> asked = subject.requestHeaders().first(name);
    Optional<String> answered = subject.responseHeaders().first(name);
    return asked.isPresent() && answered.isPresent() && !asked.equals(answered)
        ? Optional.of(new Shown(name, answered.get() + ", not " + asked.get()))
        : Optional.empty();
  }

  private static Optional<Shown> earlier(Subject subject, int by) {
    long seconds = ResponseTime.secondsBefore(subject);
    return seconds > by
        ? Optional.of(
            new Shown(
                subject.headerName(TIMESTAMP, Part.RESPONSE),
                seconds + " s before Request-Timestamp"))
        : Optional.empty();
  }

  private static Optional<Shown> urlParameter(JsonNode body, UrlParameter parameter) {
    String identifier = identifier(parameter.identifiers().in(body), parameter.identifier());
    String inUrl = parameter(parameter.url().in(body).asString(""), parameter.name());
    return identifier.isEmpty() || inUrl.isEmpty() || identifier.equals(inUrl)
        ? Optional.empty()
        : Optional.of(
            new Shown(
                parameter.url().toString(),
                parameter.name() + " " + inUrl + " beside the identifier " + identifier));
  }

  private static String identifier(JsonNode identifiers, String name) {
    for (JsonNode entry : identifiers) {
      if (entry.path("name").asString("").equals(name)) {
        return entry.path("value").asString("");
      }
    }
    return "";
  }

  private static String parameter(String url, String name) {
    Matcher matcher = Pattern.compile("[?&]" + Pattern.quote(name) + "=([^&#]*)").matcher(url);
    if (!matcher.find()) {
      return "";
    }
    try {
      return URLDecoder.decode(matcher.group(1), UTF_8);
    } catch (IllegalArgumentException e) {
      return matcher.group(1);
    }
  }

  /** Where an exchange shows it, and what came. */
  private record Shown(String at, String got) {}
}
