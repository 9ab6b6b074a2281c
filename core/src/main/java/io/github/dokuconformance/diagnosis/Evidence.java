package io.github.dokuconformance.diagnosis;

import java.util.List;

/** What a message says about its own signature, as its scheme reads it. */
public interface Evidence {
  /** Returns the cases, the likeliest first; at least one. */
  List<? extends Case> cases();

  /** Returns the forms of the body that a signer may have taken by such mistakes, not yet made. */
  BodyForms bodyForms(Wanted wanted);

  /** Reads a signature header's value in each way in which it may have been written. */
  SignatureForm form(String header);
}
