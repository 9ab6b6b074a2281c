package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Body;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The components in order, joined by LF, with nothing after the last line.
 *
 * <p>Source: developers.doku.com, "Signature Component" pages, Non-SNAP (documented). That the
 * Digest line stands if and only if there is a body is derived: the pages say "only for POST",
 * while DOKU's own Postman collection signs a PATCH body with its digest.
 */
public record StringToSign(List<Component> components) {
  public StringToSign {
    components = List.copyOf(components);
  }

  /**
   * Returns the string to sign of those values, each copied unchanged.
   *
   * @param timestampName {@link Component#REQUEST_TIMESTAMP} or {@link
   *     Component#RESPONSE_TIMESTAMP}
   */
  public static StringToSign of(
      String clientId,
      String requestId,
      String timestampName,
      String timestamp,
      String path,
      Optional<String> digest) {
    List<Component> components = new ArrayList<>(5);
    components.add(new Component(Component.CLIENT_ID, clientId));
    components.add(new Component(Component.REQUEST_ID, requestId));
    components.add(new Component(timestampName, timestamp));
    components.add(new Component(Component.REQUEST_TARGET, path));
    digest.ifPresent(value -> components.add(new Component(Component.DIGEST, value)));
    return new StringToSign(components);
  }

  /** Returns base64 of the SHA-256 of the body's exact bytes: 44 characters. */
  public static String digest(Body body, HmacEngine engine) {
    return Base64.getEncoder().encodeToString(engine.digest(body));
  }

  public String text() {
    StringBuilder text = new StringBuilder(256);
    for (Component component : components) {
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(component.name()).append(':').append(component.value());
    }
    return text.toString();
  }

  public byte[] toUtf8() {
    return text().getBytes(UTF_8);
  }
}
