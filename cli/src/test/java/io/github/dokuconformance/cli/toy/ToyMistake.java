package io.github.dokuconformance.cli.toy;

import io.github.dokuconformance.diagnosis.Dimension;
import io.github.dokuconformance.diagnosis.MistakeCode;

/** What a signer of the toy scheme may do otherwise. */
public enum ToyMistake implements MistakeCode {
  KEY_OTHER("toy.key.other", ToyDiagnosis.KEY),
  SEPARATOR("toy.separator", ToyDiagnosis.SEPARATOR),
  TOKEN_OTHER("toy.token.other", ToyDiagnosis.TOKEN),
  BODY_OTHER("toy.body.other", ToyDiagnosis.BODY),
  MAC_OTHER("toy.mac.other", ToyDiagnosis.MAC),
  SIGNATURE_MISSING("toy.signature.missing", ToyDiagnosis.FORM),
  SIGNATURE_UPPER_CASE("toy.signature.upper-case", ToyDiagnosis.FORM),
  SIGNATURE_OTHER_PAIR("toy.signature.other-pair", ToyDiagnosis.FORM);

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // a dimension never changes
  private final Dimension<?> dimension;

  ToyMistake(String code, Dimension<?> dimension) {
    this.code = code;
    this.dimension = dimension;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Dimension<?> dimension() {
    return dimension;
  }

  @Override
  public String toString() {
    return code;
  }
}
