package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be wrong with a client that a sandbox or a proxy served, beside its messages. */
public final class ClientTypes {
  private static final Source SOURCE =
      Source.documented("this program's page on the sandbox: the exit code is the verdict");

  private static final FindingType LIE_BELIEVED =
      type(
          "client.lie-believed",
          "a client refuses an answer that it can see to be false",
          "Check the signature of each answer, and that it is about the order that was asked for,"
              + " before anything is done by it.");
  private static final FindingType NOT_EXERCISED =
      type(
          "client.not-exercised",
          "the client's tests exercise what is required",
          "Add a test that does so, or take the name out of --require.");
  private static final FindingType COMMAND_FAILED =
      type(
          "client.command-failed",
          "the command after --for ends with exit code 0",
          "Look at what the command printed.");
  private static final FindingType NOT_JUDGED =
      type(
          "client.not-judged",
          "each request is judged",
          "Report the defect that standard error tells, with the request.");

  /** What each says of a client. */
  public static final Map<String, String> EXAMPLES =
      Map.of(
          LIE_BELIEVED.code(), LIE_BELIEVED.requirement() + "; response.wrong-key for INV-1: paid",
          NOT_EXERCISED.code(), NOT_EXERCISED.requirement() + "; orders.check-status:success",
          COMMAND_FAILED.code(), COMMAND_FAILED.requirement() + "; it ended with 2",
          NOT_JUDGED.code(), NOT_JUDGED.requirement() + "; requests that met a defect: 1");

  private ClientTypes() {}

  private static FindingType type(String code, String requirement, String hint) {
    return new FindingType(code, Severity.ERROR, requirement, hint, SOURCE);
  }

  /** Returns that a client acted on a lie. */
  public static RunProblem lieBelieved(String lie) {
    return problem(LIE_BELIEVED, lie);
  }

  /** Returns that something required was not exercised. */
  public static RunProblem notExercised(String name) {
    return problem(NOT_EXERCISED, name);
  }

  public static RunProblem commandFailed(int exitCode) {
    return problem(COMMAND_FAILED, "it ended with " + exitCode);
  }

  public static RunProblem notJudged(long requests) {
    return problem(NOT_JUDGED, "requests that met a defect: " + requests);
  }

  private static RunProblem problem(FindingType type, String subject) {
    return new RunProblem(type, subject, Optional.empty());
  }

  public static List<FindingType> all() {
    return List.of(LIE_BELIEVED, NOT_EXERCISED, COMMAND_FAILED, NOT_JUDGED);
  }
}
