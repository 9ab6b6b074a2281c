package io.github.dokuconformance.diagnosis.text;

import io.github.dokuconformance.signature.MerchantSecret;
import java.util.Locale;

/** Languages for which there is a recipe to mend a mistake. */
public enum Language {
  JAVA(
      "Java",
      "Mac m = Mac.getInstance(\"HmacSHA256\"); m.init(new SecretKeySpec(secret.getBytes(UTF_8),"
          + " \"HmacSHA256\")); HexFormat.of().formatHex(m.doFinal(\"%s\".getBytes(UTF_8)), 0, 3)"),
  NODE("Node", "crypto.createHmac(\"sha256\", secret).update(\"%s\").digest(\"hex\").slice(0, 6)"),
  PHP("PHP", "substr(hash_hmac(\"sha256\", \"%s\", $secret), 0, 6)"),
  PYTHON("Python", "hmac.new(secret.encode(), b\"%s\", hashlib.sha256).hexdigest()[:6]"),
  GO(
      "Go",
      "m := hmac.New(sha256.New, []byte(secret)); m.Write([]byte(\"%s\"));"
          + " hex.EncodeToString(m.Sum(nil)[:3])"),
  CSHARP(
      "C#",
      "Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret),"
          + " Encoding.UTF8.GetBytes(\"%s\")))[..6].ToLowerInvariant()");

  private final String label;
  private final String checkValue;

  Language(String label, String checkValue) {
    this.label = label;
    this.checkValue = String.format(Locale.ROOT, checkValue, MerchantSecret.CHECK_TEXT);
  }

  /** Returns a line that computes a secret's check value. */
  public String checkValue() {
    return checkValue;
  }

  public String label() {
    return label;
  }

  /** Returns the key in the catalogue, also for a command line: {@code csharp}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id();
  }
}
