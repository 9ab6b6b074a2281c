package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.MerchantKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes secrets out of texts, in whatever letter case they stand there. */
final class Mask {
  static final String SHOWN = "[secret]";

  private static final int LONGEST_FACT = 1_000;

  private final List<Pattern> secrets;

  private Mask(List<Pattern> secrets) {
    this.secrets = secrets;
  }

  static Mask of(DiagnosisInput input) {
    List<String> texts = new ArrayList<>();
    add(input.keys(), texts);
    texts.addAll(input.scheme().secrets(input));
    input.others().values().forEach(keys -> add(keys, texts));
    return new Mask(
        texts.stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(text -> Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE))
            .toList());
  }

  private static void add(MerchantKeys keys, List<String> texts) {
    keys.secrets().forEach(key -> texts.add(new String(key.secret().exposeForMac(), UTF_8)));
    keys.tokens().values().forEach(token -> texts.add(token.expose()));
  }

  String text(String text) {
    String masked = text;
    for (Pattern secret : secrets) {
      masked = secret.matcher(masked).replaceAll(SHOWN);
    }
    return masked;
  }

  Mistake mistake(Mistake mistake) {
    Map<String, String> facts = new LinkedHashMap<>();
    mistake.facts().forEach((name, value) -> facts.put(name, shortened(text(value))));
    return new Mistake(mistake.code(), facts);
  }

  /** Many explanations tell of one value; none needs more of it. */
  private static String shortened(String text) {
    return text.length() <= LONGEST_FACT
        ? text
        : text.substring(0, LONGEST_FACT) + "… (" + text.length() + " characters)";
  }

  Component component(Component component) {
    return new Component(text(component.name()), text(component.value()));
  }
}
