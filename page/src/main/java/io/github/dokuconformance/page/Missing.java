package io.github.dokuconformance.page;

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
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final Base64.Decoder URL = Base64.getUrlDecoder();
  private static final Base64.Encoder URL_ENCODER = Base64.getUrlEncoder();

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

  @Of(value = Base64.class, isStatic = true)
  public static Base64.Decoder getUrlDecoder() {
    return URL;
  }

  @Of(value = Base64.class, isStatic = true)
  public static Base64.Encoder getUrlEncoder() {
    return URL_ENCODER;
  }

  /** As the platform's: TeaVM's own never pads in the alphabet of URLs. */
  @Of(Base64.Encoder.class)
  public static String encodeToString(Base64.Encoder encoder, byte[] bytes) {
    String text = encoder.encodeToString(bytes);
    return encoder == URL_ENCODER ? text + "=".repeat(-text.length() & 3) : text;
  }

  /** As the platform's: padding may be left off, and all else that is no base64 is refused. */
  @Of(Base64.Decoder.class)
  public static byte[] decode(Base64.Decoder decoder, String text) {
    String alphabet = LETTERS + (decoder == URL ? "-_" : "+/");
    int end = text.length();
    int padding = 0;
    while (padding < 2 && end > 0 && text.charAt(end - 1) == '=') {
      end--;
      padding++;
    }
    if (end % 4 == 1 || (padding > 0 && (end + padding) % 4 != 0)) {
      throw new IllegalArgumentException("expected base64 of another length");
    }
    byte[] bytes = new byte[end * 6 / 8];
    int bits = 0;
    int at = 0;
    for (int i = 0; i < end; i++) {
      int value = alphabet.indexOf(text.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("expected base64, got another character");
      }
      bits = bits << 6 | value;
      if (i % 4 != 0) {
        bytes[at++] = (byte) (bits >> (6 - 2 * (i % 4)));
      }
    }
    return bytes;
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
