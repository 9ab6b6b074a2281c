package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Implementations that digest other bytes than those of the body. */
final class BodyMutants {
  private BodyMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(
        text("body.minified", Reserializer.JAVASCRIPT::minified),
        text("body.pretty-printed", Reserializer.JAVASCRIPT::pretty),
        text("body.reserialized javascript", Reserializer.JAVASCRIPT::rewritten),
        text("body.reserialized php", Reserializer.PHP::rewritten),
        text("body.reserialized php-unescaped", Reserializer.PHP_UNESCAPED::rewritten),
        text("body.reserialized python", Reserializer.PYTHON::rewritten),
        text("body.reserialized gson", Reserializer.GSON::rewritten),
        text("body.reserialized sorted", Reserializer.SORTED::rewritten),
        text("body.reserialized unescaped-slash", it -> it.replace("\\/", "/")),
        text("body.reserialized nulls-dropped", it -> it.replaceAll(",?\"[^\"]+\":null", "")),
        text("body.other-amount-format fraction", it -> it.replaceAll("\\.0+(?=[,}])", "")),
        text("body.other-amount-format quoted", it -> it.replaceAll("(:)(\\d+)", "$1\"$2\"")),
        text("body.whitespace-stripped", it -> it.replaceAll("\\s", "")),
        text("body.trimmed", String::strip),
        text("body.trimmed line-end-added", it -> it + "\n"),
        text("body.line-endings lf", it -> it.replace("\r\n", "\n")),
        text("body.line-endings crlf", it -> it.replace("\r\n", "\n").replace("\n", "\r\n")),
        text("body.line-endings removed", it -> it.replaceAll("[\r\n]", "")),
        text("body.line-endings read-by-line", it -> String.join("\n", it.lines().toList())),
        text("body.bom removed", it -> it.startsWith("\uFEFF") ? it.substring(1) : it),
        text("body.bom added", it -> "\uFEFF" + it),
        text("body.url-decoded", BodyMutants::urlDecoded),
        text("body.html-decoded", it -> it.replace("&amp;", "&").replace("&lt;", "<")),
        text("body.json-string", it -> "\"" + it.replace("\"", "\\\"") + "\""),
        text("body.normalized nfc", it -> Normalizer.normalize(it, Normalizer.Form.NFC)),
        text("body.normalized nfd", it -> Normalizer.normalize(it, Normalizer.Form.NFD)),
        text("body.charset through-utf-8", UnaryOperator.identity()),
        bytes("body.charset iso-8859-1", it -> new String(it, UTF_8).getBytes(ISO_8859_1)),
        bytes("body.charset read-as-iso-8859-1", it -> new String(it, ISO_8859_1).getBytes(UTF_8)),
        bytes("body.charset ascii", it -> new String(it, UTF_8).getBytes(US_ASCII)),
        bytes("body.charset utf-16", it -> new String(it, UTF_8).getBytes(UTF_16LE)),
        bytes("body.cut at-zero", BodyMutants::untilZero),
        bytes("body.cut at-64-kib", it -> Arrays.copyOf(it, Math.min(it.length, 1 << 16))));
  }

  private static Mutant text(String name, UnaryOperator<String> change) {
    return bytes(name, it -> change.apply(new String(it, UTF_8)).getBytes(UTF_8));
  }

  private static Mutant bytes(String name, UnaryOperator<byte[]> change) {
    return new Mutant(name, it -> it.body = change);
  }

  private static String urlDecoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static byte[] untilZero(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return Arrays.copyOf(bytes, i);
      }
    }
    return bytes;
  }
}
