package io.github.dokuconformance.cli.report;

import java.util.Locale;

/** What is said of one exchange. */
enum ExchangeVerdict {
  CONFORMANT,
  /** No contract judged it, and nothing speaks against its headers and signature. */
  SIGNATURE_ONLY,
  NOT_CONFORMANT;

  /** Returns the verdict as a word. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the verdict as a person reads it. */
  String text(Style style) {
    return switch (this) {
      case CONFORMANT -> style.green("conformant");
      case SIGNATURE_ONLY -> "signature only";
      case NOT_CONFORMANT -> style.red("NOT CONFORMANT");
    };
  }
}
