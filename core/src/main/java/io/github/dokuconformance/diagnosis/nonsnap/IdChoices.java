package io.github.dokuconformance.diagnosis.nonsnap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.CLIENT_ID;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.REQUEST_ID;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.VALUE_WHITESPACE;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.VisibleLines;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.Json.Arr;
import io.github.dokuconformance.diagnosis.json.Json.Obj;
import io.github.dokuconformance.diagnosis.json.Json.Str;
import io.github.dokuconformance.signature.nonsnap.HeaderNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Other values of Client-Id and Request-Id, and white space around any value. */
final class IdChoices {
  private static final List<String> UNSET = List.of("", "null", "undefined", "None");
  private static final List<String> ID_NAMES =
      List.of("invoice_number", "merchant_unique_reference", "original_request_id");

  private static final int MOST_IDS = 32;

  private final SentMessage evidence;
  private final Choices choices;

  private IdChoices(SentMessage evidence, Choices choices) {
    this.evidence = evidence;
    this.choices = choices;
  }

  static void add(SentMessage evidence, Choices choices) {
    IdChoices adder = new IdChoices(evidence, choices);
    adder.requestIds();
    adder.clientIds();
    adder.whitespace();
  }

  private void requestIds() {
    String id = evidence.requestId();
    if (evidence.isResponse()) {
      evidence
          .input()
          .request()
          .headers()
          .first(HeaderNames.REQUEST_ID)
          .ifPresent(other -> requestId(NonSnapMistake.RESPONSE_OTHER_REQUEST_ID, COMMON, other));
    }
    requestId(SEEN, id.toLowerCase(Locale.ROOT));
    requestId(SEEN, id.toUpperCase(Locale.ROOT));
    requestId(SEEN, id.replace("-", ""));
    requestId(SEEN, id.strip());
    requestId(SEEN, id.replaceAll("\\s", ""));
    List<String> ids = new ArrayList<>();
    evidence.json().ifPresent(json -> idsIn(json, ids));
    ids.stream().distinct().limit(MOST_IDS).forEach(other -> requestId(SEEN, other));
    requestId(SEEN, evidence.target().substring(evidence.target().lastIndexOf('/') + 1));
    requestId(RARE, "{" + id + "}");
    requestId(RARE, "urn:uuid:" + id);
    requestId(RARE, '"' + id + '"');
    UNSET.forEach(unset -> requestId(RARE, unset));
  }

  private static void idsIn(Json json, List<String> ids) {
    if (json instanceof Obj object) {
      for (Json.Member member : object.members()) {
        if (member.value() instanceof Str text && ID_NAMES.contains(member.name().value())) {
          ids.add(text.value());
        }
        idsIn(member.value(), ids);
      }
    } else if (json instanceof Arr array) {
      array.items().forEach(item -> idsIn(item, ids));
    }
  }

  private void requestId(int cost, String signed) {
    requestId(NonSnapMistake.REQUEST_ID_OTHER, cost, signed);
  }

  private void requestId(MistakeCode code, int cost, String signed) {
    choices.add(REQUEST_ID, code, cost, Octets.utf8(signed), facts(signed, evidence.requestId()));
  }

  private void clientIds() {
    String id = evidence.clientId();
    clientId(SEEN, id.strip());
    clientId(SEEN, id.toLowerCase(Locale.ROOT));
    clientId(SEEN, id.toUpperCase(Locale.ROOT));
    choices.add(
        CLIENT_ID,
        NonSnapMistake.CLIENT_ID_OTHER,
        SEEN,
        Octets.of(evidence.secret().exposeForMac()),
        facts("the secret", id));
    evidence.input().others().keySet().forEach(other -> clientId(SEEN, other));
    evidence
        .input()
        .request()
        .headers()
        .first(HeaderNames.CLIENT_ID)
        .ifPresent(other -> clientId(SEEN, other));
    clientId(RARE, id.replaceAll("\\s", ""));
    clientId(RARE, '"' + id + '"');
    UNSET.forEach(unset -> clientId(RARE, unset));
  }

  private void clientId(int cost, String signed) {
    choices.add(
        CLIENT_ID,
        NonSnapMistake.CLIENT_ID_OTHER,
        cost,
        Octets.utf8(signed),
        facts(signed, evidence.clientId()));
  }

  private static String[] facts(String signed, String sent) {
    return new String[] {"signed", signed.isEmpty() ? "nothing" : signed, "sent", sent};
  }

  private void whitespace() {
    for (Line line : List.of(Line.CLIENT_ID, Line.REQUEST_ID, Line.TIMESTAMP, Line.TARGET)) {
      padding(line, SEEN, " ", "");
      padding(line, SEEN, "", " ");
      padding(line, SEEN, "", "\r");
      padding(line, RARE, " ", " ");
      padding(line, RARE, "", "\n");
      padding(line, RARE, "", "\t");
      padding(line, RARE, "\t", "");
      padding(line, RARE, "", "\u00a0");
      padding(line, RARE, "\u00a0", "");
    }
  }

  private void padding(Line line, int cost, String before, String after) {
    String name = line.label(evidence.isResponse());
    choices.add(
        VALUE_WHITESPACE,
        NonSnapMistake.COMPONENT_WHITESPACE,
        cost,
        new Padding(line, Octets.utf8(before), Octets.utf8(after)),
        "component",
        name,
        "before",
        VisibleLines.separator(before),
        "after",
        VisibleLines.separator(after));
  }
}
