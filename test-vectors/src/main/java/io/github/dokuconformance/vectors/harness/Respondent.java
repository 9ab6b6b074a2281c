package io.github.dokuconformance.vectors.harness;

import java.util.Optional;

/** Answers requests, one at a time. */
interface Respondent {
  Greeting greeting();

  AdapterReply ask(AdapterRequest request) throws InterruptedException;

  /** Returns why it is no use to ask any more, if so. */
  Optional<String> exhausted();

  static Respondent of(ConformanceTarget target) {
    return new Respondent() {
      @Override
      public Greeting greeting() {
        return new Greeting(target.implementation(), target.operations(), target.schemes());
      }

      @Override
      public AdapterReply ask(AdapterRequest request) {
        return AdapterReply.of(Targets.answer(target, request));
      }

      @Override
      public Optional<String> exhausted() {
        return Optional.empty();
      }
    };
  }
}
