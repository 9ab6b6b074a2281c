package io.github.dokuconformance.vectors.harness;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** Calls a target in this process as an adapter would be called in another. */
final class Targets {
  private Targets() {}

  /** Answers a case; what the target throws and what it answers wrongly becomes an error. */
  static AdapterAnswer answer(ConformanceTarget target, AdapterRequest request) {
    try {
      AdapterAnswer answer = target.answer(request);
      checkShape(request, answer);
      return answer;
    } catch (BadMessageException e) {
      return AdapterAnswer.error("the answer has the wrong shape: " + e.getMessage());
    } catch (Exception | StackOverflowError e) {
      return new AdapterAnswer.Failed(e.toString(), Optional.of(trace(e)));
    }
  }

  private static void checkShape(AdapterRequest request, AdapterAnswer answer)
      throws BadMessageException {
    if (answer instanceof AdapterAnswer.Ok ok) {
      AnswerShape.check(request.operation(), ok.payload());
    } else if (answer instanceof AdapterAnswer.Rejected) {
      AnswerShape.checkRejectable(request.operation());
    }
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
