package io.github.dokuconformance.diagnosis.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.BodyForms;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Wanted;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.SpeltJsonReader;
import io.github.dokuconformance.diagnosis.json.Tokens;
import io.github.dokuconformance.message.Body;
import java.util.Optional;

/**
 * A body as it was sent.
 *
 * @param tokens where it is JSON and small enough to be written in other ways
 */
public record SentBody(Body body, Optional<Tokens> tokens, Optional<Json> json) {
  private static final int LARGEST_REWRITTEN = 2 << 20;

  public static SentBody of(Body body) {
    Optional<Tokens> tokens =
        body.length() > LARGEST_REWRITTEN ? Optional.empty() : Tokens.of(text(body));
    return new SentBody(body, tokens, tokens.flatMap(SpeltJsonReader::read));
  }

  public boolean isEmpty() {
    return body.isEmpty();
  }

  public Octets octets() {
    return Octets.of(body.toByteArray());
  }

  /** Returns the body as UTF-8 text, without a byte order mark. */
  public String text() {
    return text(body);
  }

  /** Returns room for its forms by such mistakes. */
  public BodyForms newForms(Wanted wanted) {
    return new BodyForms(body.length(), tokens.map(it -> it.list().size()).orElse(0), wanted);
  }

  /** Tells whether the body begins with a byte order mark. */
  boolean hasMark() {
    byte[] bytes = body.toByteArray();
    return bytes.length >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }

  private static String text(Body body) {
    String text = new String(body.toByteArray(), UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
