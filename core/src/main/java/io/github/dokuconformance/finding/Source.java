package io.github.dokuconformance.finding;

import java.util.regex.Pattern;

/** Where a requirement comes from: how well it is known and the page that says so. */
public record Source(Basis basis, String page) {
  private static final Pattern FORM =
      Pattern.compile("(?:documented|observed|derived|assumed): .+", Pattern.DOTALL);

  public static Source documented(String page) {
    return new Source(Basis.DOCUMENTED, page);
  }

  public static Source observed(String page) {
    return new Source(Basis.OBSERVED, page);
  }

  public static Source derived(String page) {
    return new Source(Basis.DERIVED, page);
  }

  public static Source assumed(String reason) {
    return new Source(Basis.ASSUMED, reason);
  }

  /**
   * Reads the form that stands in the schemas' {@code $comment}: {@code documented: page}.
   *
   * @throws IllegalArgumentException if the text has another form, or names no such basis
   */
  public static Source parse(String comment) {
    int colon = comment.indexOf(": ");
    if (colon < 0) {
      throw new IllegalArgumentException(
          "expected \"<basis>: <page>\" in a schema's $comment, got: " + comment);
    }
    return new Source(Basis.of(comment.substring(0, colon)), comment.substring(colon + 2));
  }

  /** As {@link #parse}, and takes a text of another form for an assumption. */
  public static Source read(String comment) {
    return FORM.matcher(comment).matches() ? parse(comment) : assumed(comment);
  }

  @Override
  public String toString() {
    return basis.id() + ": " + page;
  }
}
