package io.github.dokuconformance.diagnosis.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.diagnosis.Matches;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.SpeltJsonReader;
import io.github.dokuconformance.diagnosis.json.Tokens;
import io.github.dokuconformance.signature.SignedPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What there is to say about each mistake: a sentence, where it was seen, how to mend it.
 *
 * <p>The texts stand in {@code mistakes.json} beside the class of a scheme's codes, and are read
 * once. Seen: 111 public integrations and DOKU's own 18 repositories, read in November 2026
 * (observed). Thread safe.
 */
public final class MistakeCatalogue {
  private static final Pattern FACT = Pattern.compile("\\{[a-z -]+}");
  private static final String WORDS = "mistakes.json";
  private static final Map<Class<?>, MistakeCatalogue> BY_CODES = new ConcurrentHashMap<>();

  private final Map<String, Json.Obj> mistakes = new HashMap<>();
  private final Map<String, Json.Obj> mends = new HashMap<>();

  private MistakeCatalogue(Json document) {
    ((Json.Arr) member(document, "mistakes"))
        .items()
        .forEach(mistake -> mistakes.put(text(mistake, "code"), (Json.Obj) mistake));
    ((Json.Obj) member(document, "mends"))
        .members()
        .forEach(mend -> mends.put(mend.name().value(), (Json.Obj) mend.value()));
  }

  private static MistakeCatalogue read(Class<?> codes) {
    try (InputStream in = codes.getResourceAsStream(WORDS)) {
      byte[] words =
          requireNonNull(in, () -> "expected " + WORDS + " beside " + codes).readAllBytes();
      return new MistakeCatalogue(
          Tokens.of(new String(words, UTF_8)).flatMap(SpeltJsonReader::read).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns one sentence that says what the signer did, with the mistake's facts in place. */
  public static String sentence(Mistake mistake) {
    return Matches.replace(
        FACT,
        text(entry(mistake.code()), "sentence"),
        fact -> mistake.facts().getOrDefault(fact.substring(1, fact.length() - 1), fact));
  }

  /** Returns where the mistake was seen, and how often. */
  public static String seen(MistakeCode code) {
    return text(entry(code), "seen");
  }

  /** Returns a short recipe, a line of code most often. */
  public static String mend(MistakeCode code, SignedPart part, Language language) {
    Json.Obj entry = entry(code);
    boolean hasOwn =
        part == SignedPart.NOTIFICATION && entry.find("mendOfNotification").isPresent();
    String key = text(entry, hasOwn ? "mendOfNotification" : "mend");
    return text(requireNonNull(of(code).mends.get(key), key), language.id());
  }

  /** Returns the codes that something is said about, of the scheme of that one. */
  static Set<String> known(MistakeCode code) {
    return Set.copyOf(of(code).mistakes.keySet());
  }

  private static Json.Obj entry(MistakeCode code) {
    return requireNonNull(
        of(code).mistakes.get(code.code()), () -> "nothing is said about " + code);
  }

  private static Json member(Json object, String name) {
    return ((Json.Obj) object)
        .find(name)
        .orElseThrow(() -> new IllegalStateException("expected " + name + " in " + WORDS));
  }

  private static String text(Json object, String name) {
    return ((Json.Str) member(object, name)).value();
  }

  private static MistakeCatalogue of(MistakeCode code) {
    return BY_CODES.computeIfAbsent(code.getClass(), MistakeCatalogue::read);
  }
}
