package io.github.dokuconformance.diagnosis.nonsnap;

import static io.github.dokuconformance.diagnosis.Choice.ONE_OF_MANY;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.LINES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Permutations;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.nonsnap.HeaderNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lines left out, added or in another order, and SNAP's recipe in place of lines. */
final class LineChoices {
  private final SentMessage evidence;
  private final Choices choices;
  private final List<Line> right;

  private LineChoices(SentMessage evidence, Choices choices) {
    this.evidence = evidence;
    this.choices = choices;
    // Without a body the Digest line is not there, and so has no place that could differ.
    this.right = !evidence.hasBody() ? Line.RIGHT.subList(0, 4) : Line.RIGHT;
  }

  static void add(SentMessage evidence, Choices choices) {
    LineChoices adder = new LineChoices(evidence, choices);
    adder.missing();
    adder.extras();
    adder.snap();
    adder.bodyChecksum();
    Permutations.of(adder.right).forEach(adder::order);
    // For a Digest line that comes in by another mistake.
    List<Line> sorted = new ArrayList<>(Line.RIGHT);
    sorted.sort(Comparator.comparing(adder::label));
    List<Line> reversed = new ArrayList<>(Line.RIGHT);
    Collections.reverse(reversed);
    List<Line> digestFirst = new ArrayList<>(Line.RIGHT);
    Collections.rotate(digestFirst, 1);
    List.of(sorted, reversed, digestFirst).forEach(adder::order);
  }

  private void missing() {
    for (Line line : right.subList(0, 4)) {
      List<Line> rest = new ArrayList<>(withDigest(right));
      rest.remove(line);
      choices.add(
          LINES, NonSnapMistake.COMPONENT_MISSING, SEEN, Lines.of(rest), "component", label(line));
    }
  }

  private void order(List<Line> order) {
    int moved = 0;
    for (int i = 0; i < order.size(); i++) {
      moved += order.get(i) == Line.RIGHT.get(i) ? 0 : 1;
    }
    boolean sorted = order.stream().map(this::label).sorted().toList().equals(labels(order));
    int cost = sorted ? SEEN : moved == 2 ? RARE : ONE_OF_MANY;
    choices.add(
        LINES,
        NonSnapMistake.COMPONENT_ORDER,
        cost,
        Lines.of(withDigest(order)),
        "order",
        order.stream().map(this::label).collect(joining(", ")));
  }

  private List<String> labels(List<Line> order) {
    return order.stream().map(this::label).toList();
  }

  private void extras() {
    String method = evidence.input().request().method();
    Headers headers = evidence.headers();
    for (String name : List.of("Request-Method", "Method", "HTTP-Method", "Http-Method")) {
      extra(name, method);
    }
    evidence.input().request().headers().first("Host").ifPresent(host -> extra("Host", host));
    extra("Content-Type", headers.first("Content-Type").orElse("application/json"));
    extra("Content-Type", "application/json");
    if (evidence.isResponse()) {
      Optional<String> requests =
          evidence.input().request().headers().first(HeaderNames.REQUEST_TIMESTAMP);
      requests.ifPresent(timestamp -> extra(HeaderNames.REQUEST_TIMESTAMP, timestamp));
    } else {
      extra(HeaderNames.RESPONSE_TIMESTAMP, evidence.timestamp());
    }
  }

  private void extra(String name, String value) {
    for (int at = 0; at <= right.size(); at++) {
      List<Line> order = new ArrayList<>(withDigest(right));
      order.add(at, Line.EXTRA);
      choices.add(
          LINES,
          NonSnapMistake.COMPONENT_EXTRA,
          RARE,
          new Lines(order, name, Octets.utf8(value)),
          "line",
          name + ":" + value,
          "at line",
          Integer.toString(at + 1));
    }
  }

  private void snap() {
    Octets method = Octets.utf8(evidence.input().request().method());
    Content body = Content.of(evidence.sentBody().body().toByteArray());
    Content minified =
        evidence.tokens().map(t -> Content.of(t.withoutSpace().getBytes(UTF_8))).orElse(body);
    Optional<String> token =
        evidence
            .input()
            .request()
            .headers()
            .first("Authorization")
            .map(value -> value.startsWith("Bearer ") ? value.substring(7) : value);
    for (MacKind mac : List.of(MacKind.HMAC_SHA512, MacKind.HMAC_SHA256)) {
      snap(new SnapLayout(method, Octets.NONE, body, minified, mac), "none");
      snap(new SnapLayout(method, Octets.NONE, body, body, mac), "none");
      token.ifPresent(
          value -> {
            Octets bytes = Octets.utf8(value);
            snap(new SnapLayout(method, bytes, body, minified, mac), "of Authorization");
            snap(new SnapLayout(method, bytes, body, body, mac), "of Authorization");
          });
    }
  }

  private void snap(SnapLayout layout, String token) {
    choices.add(
        LINES,
        NonSnapMistake.SNAP_RECIPE,
        SEEN,
        layout,
        "hash",
        "HMAC-" + layout.mac().hash().label(),
        "token",
        token,
        "body",
        layout.digested().equals(layout.body()) ? "as sent" : "minified");
  }

  private void bodyChecksum() {
    List<Component> values = new ArrayList<>();
    evidence.json().ifPresent(json -> addValues(json, "", values));
    if (values.isEmpty()) {
      return;
    }
    values.sort(Comparator.comparing(Component::name));
    checksum(values, "all values by their names");
    List<Component> byLastName = new ArrayList<>(values);
    byLastName.sort(Comparator.comparing(value -> lastName(value.name())));
    checksum(byLastName, "all values by the last part of their names");
    Component clientId = new Component("client.id", evidence.clientId());
    checksum(with(clientId, values), "Client-Id and all values by their names");
    List<Component> few = new ArrayList<>();
    first(values, "amount").ifPresent(few::add);
    few.add(clientId);
    first(values, "invoice_number").ifPresent(few::add);
    checksum(few, "amount, Client-Id, invoice number");
  }

  private void checksum(List<Component> values, String which) {
    byte[] key = evidence.secret().exposeForMac();
    choices.add(
        LINES, NonSnapMistake.BODY_CHECKSUM, RARE, ChecksumLayout.of(values, key), "of", which);
  }

  private static List<Component> with(Component one, List<Component> values) {
    List<Component> all = new ArrayList<>(values);
    all.add(one);
    all.sort(Comparator.comparing(Component::name));
    return all;
  }

  private static Optional<Component> first(List<Component> values, String lastName) {
    return values.stream().filter(value -> lastName(value.name()).equals(lastName)).findFirst();
  }

  private static String lastName(String dotted) {
    return dotted.substring(dotted.lastIndexOf('.') + 1);
  }

  /** Lists the values that are no objects, each under its dotted name; a checksum left out. */
  private static void addValues(Json json, String name, List<Component> out) {
    if (json instanceof Json.Obj object) {
      for (Json.Member member : object.members()) {
        String own = member.name().value();
        if (!own.equals("check_sum")) {
          addValues(member.value(), name.isEmpty() ? own : name + "." + own, out);
        }
      }
    } else if (json instanceof Json.Str text) {
      out.add(new Component(name, text.value()));
    } else if (json instanceof Json.Num number) {
      out.add(new Component(name, number.raw()));
    } else if (json instanceof Json.Literal literal && !literal.equals(Json.Literal.NULL)) {
      out.add(new Component(name, literal.text()));
    }
  }

  /** Where a Digest line comes in by another mistake, it comes last. */
  private static List<Line> withDigest(List<Line> lines) {
    if (lines.contains(Line.DIGEST)) {
      return lines;
    }
    List<Line> all = new ArrayList<>(lines);
    all.add(Line.DIGEST);
    return all;
  }

  private String label(Line line) {
    return line.label(evidence.isResponse());
  }
}
