package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Scheme;
import java.util.List;

/**
 * What a signature scheme brings so that its signatures can be explained: the choices that its
 * signers make, and the mistakes among them. Immutable and thread safe.
 */
public interface SchemeDiagnosis {
  Scheme scheme();

  /** Returns the mistakes that can be named. */
  List<? extends MistakeCode> codes();

  /** Returns the mistake of a message without a signature. */
  MistakeCode missing();

  /** Reads what a message says about its own signature. */
  Evidence read(DiagnosisInput input);

  /** Returns what a message says that nobody else may read, such as a token: reports mask it. */
  default List<String> secrets(DiagnosisInput input) {
    return List.of();
  }

  /** Returns what is known for certain where nothing explains a signature; it comes first. */
  default List<NextStep> firstSteps(DiagnosisInput input) {
    return List.of();
  }
}
