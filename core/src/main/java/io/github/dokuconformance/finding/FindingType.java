package io.github.dokuconformance.finding;

import static java.util.Objects.requireNonNull;

/**
 * A kind of finding; users, baselines and tests match on its code.
 *
 * @param code dotted and stable; never renamed
 * @param requirement what is required, as a short sentence without a full stop
 * @param hint what to do about it; a finding may carry a closer one
 */
public record FindingType(
    String code, Severity severity, String requirement, String hint, Source source) {
  private static final int LONGEST_PLACE = 1_000;

  public FindingType {
    requireNonNull(code, "code");
    requireNonNull(severity, "severity");
    requireNonNull(requirement, "requirement");
    requireNonNull(hint, "hint");
    requireNonNull(source, "source");
    if (severity == Severity.ERROR && !source.basis().isProof()) {
      throw new IllegalArgumentException(
          "expected an error to be documented or observed, got " + code + ": " + source);
    }
  }

  /** Returns this type as heavy as that source allows: only proof makes an error. */
  FindingType provenBy(Source other) {
    return severity == Severity.ERROR && !other.basis().isProof()
        ? weighing(Severity.WARNING)
        : this;
  }

  /** Returns this type with another weight, for a place where less or more is documented. */
  public FindingType weighing(Severity other) {
    return other == severity ? this : new FindingType(code, other, requirement, hint, source);
  }

  /** Returns this type with other words, for a message whose fields have other names. */
  public FindingType requiring(String other) {
    return other.equals(requirement) ? this : new FindingType(code, severity, other, hint, source);
  }

  /**
   * Starts a finding of this type at a header's name or a JSON pointer; where that is longer than
   * any that is meant, the finding is about the part as a whole.
   */
  public Finding.Builder at(Part part, String place) {
    return place.length() <= LONGEST_PLACE
        ? new Finding.Builder(this, part, place)
        : new Finding.Builder(this, part, "").fact("place", place);
  }
}
