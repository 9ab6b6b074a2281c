package io.github.dokuconformance.diagnosis.body;

import io.github.dokuconformance.diagnosis.Matches;
import java.util.Map;
import java.util.regex.Pattern;

/** What senders' HTML-entity decoders make of a text; one pass, as theirs. */
public final class HtmlEntities {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,7}));");

  /** As PHP's {@code htmlspecialchars_decode} has them by default. */
  private static final Map<String, String> BASIC =
      Map.of("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#039;", "'", "&#39;", "'");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("copy", "\u00a9"),
          Map.entry("reg", "\u00ae"),
          Map.entry("deg", "\u00b0"),
          Map.entry("sect", "\u00a7"),
          Map.entry("times", "\u00d7"),
          Map.entry("pound", "\u00a3"),
          Map.entry("para", "\u00b6"),
          Map.entry("not", "\u00ac"),
          Map.entry("agrave", "\u00e0"),
          Map.entry("eacute", "\u00e9"),
          Map.entry("egrave", "\u00e8"),
          Map.entry("auml", "\u00e4"),
          Map.entry("ouml", "\u00f6"),
          Map.entry("uuml", "\u00fc"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("hellip", "\u2026"),
          Map.entry("euro", "\u20ac"),
          Map.entry("trade", "\u2122"));

  private HtmlEntities() {}

  /** Decodes the five characters that HTML gives a meaning. */
  public static String basic(String text) {
    return decode(text, BASIC::get);
  }

  /** Decodes numbers and the commoner names too. */
  public static String all(String text) {
    return decode(text, HtmlEntities::character);
  }

  private static String decode(String text, java.util.function.Function<String, String> meaning) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return Matches.replace(
        ENTITY,
        text,
        entity -> {
          String decoded = meaning.apply(entity);
          return decoded == null ? entity : decoded;
        });
  }

  private static @org.jspecify.annotations.Nullable String character(String entity) {
    String inner = entity.substring(1, entity.length() - 1);
    if (!inner.startsWith("#")) {
      return NAMED.get(inner);
    }
    boolean hex = inner.startsWith("x", 1) || inner.startsWith("X", 1);
    int code = Integer.parseInt(inner.substring(hex ? 2 : 1), hex ? 16 : 10);
    return Character.isValidCodePoint(code) ? new String(Character.toChars(code)) : null;
  }
}
