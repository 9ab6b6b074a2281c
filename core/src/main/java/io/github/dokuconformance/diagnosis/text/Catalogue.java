package io.github.dokuconformance.diagnosis.text;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.signature.SignedPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What there is to say about each mistake: a sentence, where it was seen, how to mend it.
 *
 * <p>The texts stand in {@code mistakes.json} beside the class of a scheme's codes, and are read
 * once. Seen: 111 public integrations and DOKU's own 18 repositories, read in November 2026
 * (observed). Thread safe.
 */
public final class Catalogue {
  private static final Pattern FACT = Pattern.compile("\\{([a-z -]+)}");
  private static final String WORDS = "mistakes.json";
  private static final Map<Class<?>, Catalogue> BY_CODES = new ConcurrentHashMap<>();

  private final Map<String, JsonNode> mistakes = new HashMap<>();
  private final JsonNode mends;

  private Catalogue(JsonNode document) {
    mends = document.path("mends");
    for (JsonNode mistake : document.path("mistakes")) {
      mistakes.put(mistake.path("code").asString(), mistake);
    }
  }

  private static Catalogue read(Class<?> codes) {
    try (InputStream in = codes.getResourceAsStream(WORDS)) {
      return new Catalogue(
          JsonMapper.shared()
              .readTree(requireNonNull(in, () -> "expected " + WORDS + " beside " + codes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns one sentence that says what the signer did, with the mistake's facts in place. */
  public static String sentence(Mistake mistake) {
    Matcher matcher = FACT.matcher(entry(mistake.code()).path("sentence").asString());
    return matcher.replaceAll(
        fact ->
            Matcher.quoteReplacement(mistake.facts().getOrDefault(fact.group(1), fact.group())));
  }

  /** Returns where the mistake was seen, and how often. */
  public static String seen(MistakeCode code) {
    return entry(code).path("seen").asString();
  }

  /** Returns a short recipe, a line of code most often. */
  public static String mend(MistakeCode code, SignedPart part, Language language) {
    JsonNode entry = entry(code);
    JsonNode own = entry.path("mendOfNotification");
    JsonNode key = part == SignedPart.NOTIFICATION && own.isString() ? own : entry.path("mend");
    return of(code).mends.path(key.asString()).path(language.id()).asString();
  }

  /** Returns the codes that something is said about, of the scheme of that one. */
  static Set<String> known(MistakeCode code) {
    return Set.copyOf(of(code).mistakes.keySet());
  }

  private static JsonNode entry(MistakeCode code) {
    return requireNonNull(
        of(code).mistakes.get(code.code()), () -> "nothing is said about " + code);
  }

  private static Catalogue of(MistakeCode code) {
    return BY_CODES.computeIfAbsent(code.getClass(), Catalogue::read);
  }
}
