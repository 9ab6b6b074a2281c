package io.github.dokuconformance.page;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What the Java platform has and TeaVM's library has not, each under the platform's name. */
public final class Missing {
  private Missing() {}

  /** The class whose method it is. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  public @interface Of {
    Class<?> value();

    boolean isStatic() default false;
  }

  @Of(ByteArrayOutputStream.class)
  public static void writeBytes(ByteArrayOutputStream out, byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }

  @Of(value = Character.class, isStatic = true)
  public static String toString(int codePoint) {
    return new String(Character.toChars(codePoint));
  }

  @Of(String.class)
  public static Stream<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      lines.add(text.substring(at, end));
      at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return lines.stream();
  }

  @Of(value = Collections.class, isStatic = true)
  public static <K, V> SortedMap<K, V> unmodifiableSortedMap(SortedMap<K, V> map) {
    return map;
  }

  /** As the platform's, which refuses what TeaVM's reads beyond the end of a table for. */
  @Of(Base64.Decoder.class)
  public static byte[] decode(Base64.Decoder decoder, String text) {
    if (text.chars().anyMatch(c -> c > 0x7f)) {
      throw new IllegalArgumentException("expected base64, got a character beyond ASCII");
    }
    return decoder.decode(text.getBytes(US_ASCII));
  }

  @Of(value = Charset.class, isStatic = true)
  public static boolean isSupported(String name) {
    return name.equals("windows-1252");
  }

  @Of(value = Charset.class, isStatic = true)
  public static Charset forName(String name) {
    return name.equals("windows-1252") ? Windows1252.INSTANCE : Charset.forName(name);
  }

  @Of(Runtime.class)
  public static int availableProcessors(Runtime runtime) {
    return 1;
  }
}
