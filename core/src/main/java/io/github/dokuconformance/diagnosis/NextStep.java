package io.github.dokuconformance.diagnosis;

/** What to try when no mistake explains a signature, likeliest first for the message at hand. */
public enum NextStep {
  KEY_IS_RIGHT(
      "The key is right: it opens the signature. What was signed is another text, so compare the"
          + " signer's own string to sign (--actual-string-to-sign FILE)."),
  KEY_IS_ANOTHER(
      "None of the keys that are given opens the signature: another key made it, or its bytes are"
          + " damaged. Give the public key that the signer's private key belongs to."),
  COMPARE_SECRET(
      "Compare the secret's check value with the signer's: a wrong secret looks just like this."),
  GIVE_OTHER_SECRETS(
      "Give the other secrets you have (sandbox and production, other merchants), so that each is"
          + " tried."),
  GIVE_OWN_URLS(
      "Give the Notification URL that is configured at DOKU (--url): its path is what DOKU signs."),
  COMPARE_STRING_TO_SIGN(
      "Write the signer's own string to sign to a file and compare it (--actual-string-to-sign"
          + " FILE): the first byte that differs is shown."),
  RECORD_RAW_BODY(
      "Record the body's bytes as they were on the wire: a proxy, a log or a copied text may have"
          + " changed them."),
  RECORD_SIGNED_HEADERS(
      "Make sure that the headers recorded are those of the signed attempt: a retry takes a new"
          + " Request-Id and Request-Timestamp.");

  private final String text;

  NextStep(String text) {
    this.text = text;
  }

  /** Tells whether the signature itself has shown it, so that nothing has to be guessed. */
  boolean isProven() {
    return this == KEY_IS_RIGHT || this == KEY_IS_ANOTHER;
  }

  public String text() {
    return text;
  }
}
