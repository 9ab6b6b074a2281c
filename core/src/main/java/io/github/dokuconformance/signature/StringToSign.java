package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * What a signature is made of.
 *
 * @param components the values, in order, under the names that people know them by
 * @param text the values put together as the scheme does it
 */
public record StringToSign(List<Component> components, String text) {
  public StringToSign {
    components = List.copyOf(components);
  }

  /** Returns lines of {@code name:value}, joined by LF, with nothing after the last line. */
  public static StringToSign ofLines(List<Component> components) {
    StringBuilder text = new StringBuilder(256);
    for (Component component : components) {
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(component.name()).append(':').append(component.value());
    }
    return new StringToSign(components, text.toString());
  }

  /** Returns the values alone, with the separator between them. */
  public static StringToSign ofValues(List<Component> components, char separator) {
    StringBuilder text = new StringBuilder(256);
    for (int i = 0; i < components.size(); i++) {
      if (i > 0) {
        text.append(separator);
      }
      text.append(components.get(i).value());
    }
    return new StringToSign(components, text.toString());
  }

  public byte[] toUtf8() {
    return text.getBytes(UTF_8);
  }
}
