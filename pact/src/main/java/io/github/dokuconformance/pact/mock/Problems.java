package io.github.dokuconformance.pact.mock;

import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.PactVerificationResult.ExpectedButNotReceived;
import au.com.dius.pact.consumer.PactVerificationResult.PartialMismatch;
import au.com.dius.pact.consumer.PactVerificationResult.UnexpectedRequest;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Pact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says what is wrong with a mock server's run, so that no header's value is in it by accident. */
final class Problems {
  private Problems() {}

  static List<String> of(
      V4Pact pact,
      PactVerificationResult state,
      Collection<? extends List<PactVerificationResult>> mismatched) {
    List<String> problems = new ArrayList<>();
    for (List<PactVerificationResult> results : mismatched) {
      for (PactVerificationResult result : List.copyOf(results)) {
        add(problems, result);
      }
    }
    if (state instanceof ExpectedButNotReceived missing) {
      for (Interaction interaction : pact.getInteractions()) {
        var request = interaction.asSynchronousRequestResponse().getRequest();
        if (missing.getExpectedRequests().contains(request)) {
          problems.add(
              "not exercised: "
                  + interaction.asV4Interaction().getKey()
                  + " ("
                  + interaction.getDescription()
                  + "): no fitting "
                  + request.getMethod()
                  + " "
                  + request.getPath()
                  + " came");
        }
      }
    }
    return problems;
  }

  private static void add(List<String> problems, PactVerificationResult result) {
    if (result instanceof PartialMismatch partial) {
      partial.getMismatches().stream()
          .map(mismatch -> mismatch.description())
          .forEach(problems::add);
    } else if (result instanceof UnexpectedRequest unexpected) {
      problems.add(
          "no interaction of the contract fits "
              + unexpected.getRequest().getMethod()
              + " "
              + unexpected.getRequest().getPath());
    } else {
      problems.add(result.getDescription());
    }
  }
}
