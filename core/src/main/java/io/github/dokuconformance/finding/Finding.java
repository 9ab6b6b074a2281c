package io.github.dokuconformance.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing found: what, where and with which facts. It is an error only where its source is proof.
 *
 * @param at a header's name, a JSON pointer into the body, or empty for the part as a whole
 * @param facts in the order to show them; {@code wanted} and {@code got} come first where they
 *     stand
 * @param hint what to do next
 * @param count how many it stands for: 1, but where a message has too many of one code
 */
public record Finding(
    FindingType type,
    Part part,
    String at,
    Map<String, String> facts,
    String hint,
    Source source,
    int count) {
  public static final String WANTED = "wanted";

  public static final String GOT = "got";

  /** Three mistakes, with a sentence each and what was signed in it, take less. */
  private static final int LONGEST_HINT = 2_000;

  public Finding {
    type = type.provenBy(source);
    facts =
        facts.size() < 2
            ? Map.copyOf(facts)
            : Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  public String code() {
    return type.code();
  }

  public Severity severity() {
    return type.severity();
  }

  /** Returns a copy with one more fact and a closer hint. */
  public Finding with(String fact, String text, String closerHint) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(fact, Visible.line(text));
    return new Finding(type, part, at, more, Visible.line(closerHint, LONGEST_HINT), source, count);
  }

  /** Returns this finding with another weight. */
  public Finding weighing(Severity severity) {
    return new Finding(type.weighing(severity), part, at, facts, hint, source, count);
  }

  /** Returns this finding with another source of its requirement. */
  public Finding from(Source other) {
    return other.equals(source) ? this : new Finding(type, part, at, facts, hint, other, count);
  }

  /** Returns a finding that stands for so many of its code, of which this is the first. */
  public Finding standingFor(int many) {
    return new Finding(
        type.requiring("and " + many + " more of this code, from this place on"),
        part,
        at,
        Map.of(),
        "Mend those that are shown, then check again.",
        source,
        many);
  }

  /** Returns one line: the requirement, what was wanted and what came. */
  public String message() {
    if (facts.isEmpty()) {
      return type.requirement();
    }
    StringBuilder message = new StringBuilder(type.requirement());
    String before = ": ";
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      message.append(before).append(fact.getKey()).append(' ').append(fact.getValue());
      before = ", ";
    }
    return message.toString();
  }

  /** Gathers a finding's facts; {@link #build()} ends it. */
  public static final class Builder {
    private final FindingType type;
    private final Part part;
    private final String at;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private String hint;
    private Source source;

    Builder(FindingType type, Part part, String at) {
      this.type = type;
      this.part = part;
      this.at = at;
      this.hint = type.hint();
      this.source = type.source();
    }

    public Builder wanted(String text) {
      return fact(WANTED, text);
    }

    public Builder got(String text) {
      return fact(GOT, text);
    }

    public Builder fact(String name, String text) {
      facts.put(name, Visible.line(text));
      return this;
    }

    public Builder hint(String text) {
      hint = text;
      return this;
    }

    public Builder source(Source other) {
      source = other;
      return this;
    }

    public Finding build() {
      return new Finding(type, part, at, facts, hint, source, 1);
    }
  }
}
