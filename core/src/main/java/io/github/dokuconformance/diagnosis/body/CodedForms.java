package io.github.dokuconformance.diagnosis.body;

import io.github.dokuconformance.diagnosis.BodyForms;
import io.github.dokuconformance.diagnosis.MistakeCode;
import java.util.function.Function;
import java.util.function.Supplier;

/** Forms of a body under a scheme's own codes. */
record CodedForms(BodyForms forms, Function<BodyMistake, MistakeCode> codes) {
  boolean wants(BodyMistake mistake) {
    return forms.wants(codes.apply(mistake));
  }

  void add(BodyMistake mistake, int cost, Supplier<byte[]> bytes, String... facts) {
    forms.add(codes.apply(mistake), cost, bytes, facts);
  }

  void text(BodyMistake mistake, int cost, Supplier<String> text, String... facts) {
    forms.text(codes.apply(mistake), cost, text, facts);
  }

  /** Adds a form that may be so many bytes longer than the body. */
  void longerText(
      BodyMistake mistake, int cost, long longer, Supplier<String> text, String... facts) {
    forms.longerText(codes.apply(mistake), cost, longer, text, facts);
  }
}
