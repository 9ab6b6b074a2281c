package io.github.dokuconformance.cli.report;

/** Where the meaning of each code is written down. */
final class CodeReference {
  static final String HOME = "https://github.com/dokuconformance/doku-conformance";

  private static final String PAGE = HOME + "/blob/main/docs/codes.md#";

  private CodeReference() {}

  /** Returns the link to a code's anchor. */
  static String link(String code) {
    return PAGE + code;
  }
}
