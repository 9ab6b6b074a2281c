package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.function.UnaryOperator;

/**
 * What happens to the joined lines before they are bytes.
 *
 * @param mark a byte order mark, or nothing
 */
public record TextChange(UnaryOperator<String> change, String mark, Charset charset) {
  public static final TextChange NONE = of(UnaryOperator.identity());

  public static TextChange of(UnaryOperator<String> change) {
    return new TextChange(change, "", UTF_8);
  }

  public static TextChange charset(Charset charset, String mark) {
    return new TextChange(UnaryOperator.identity(), mark, charset);
  }

  byte[] toBytes(String text) {
    return (mark + change.apply(text)).getBytes(charset);
  }
}
