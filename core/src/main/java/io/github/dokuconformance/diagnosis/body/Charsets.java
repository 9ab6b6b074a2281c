package io.github.dokuconformance.diagnosis.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Charsets that senders' platforms take where UTF-8 is wanted, by name. */
public final class Charsets {
  public static final Map<String, Charset> OTHERS;
  public static final Map<String, Charset> UTF_16;

  static {
    Map<String, Charset> utf16 = new LinkedHashMap<>();
    utf16.put("UTF-16LE", UTF_16LE);
    utf16.put("UTF-16BE", UTF_16BE);
    UTF_16 = Collections.unmodifiableMap(utf16);
    Map<String, Charset> others = new LinkedHashMap<>();
    others.put("ISO-8859-1", ISO_8859_1);
    if (Charset.isSupported("windows-1252")) {
      others.put("windows-1252", Charset.forName("windows-1252"));
    }
    others.put("US-ASCII", US_ASCII);
    others.putAll(utf16);
    OTHERS = Collections.unmodifiableMap(others);
  }

  private Charsets() {}
}
