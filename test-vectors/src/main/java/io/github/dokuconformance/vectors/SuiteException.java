package io.github.dokuconformance.vectors;

/** A suite could not be used; the message names file, place and reason in one line. */
public final class SuiteException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient LintProblem problem;

  SuiteException(String file, String place, String reason) {
    this(new LintProblem(file, place, reason));
  }

  private SuiteException(LintProblem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  LintProblem problem() {
    return problem;
  }
}
