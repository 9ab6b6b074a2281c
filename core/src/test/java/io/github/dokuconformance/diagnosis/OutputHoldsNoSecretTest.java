package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches all that is put out, for each mistake, in the result and in its text. */
class OutputHoldsNoSecretTest {
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);
  private static final Pattern BASE64_MAC = Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=");
  private static final Pattern HEX_MAC =
      Pattern.compile("(?<![0-9A-Fa-f])[0-9A-Fa-f]{64}(?![0-9A-Fa-f])");

  @ParameterizedTest
  @MethodSource("samples")
  void holdsNeitherASecretNorASignatureOfOtherContent(Sample sample) {
    List<Forging> forgings = Forgings.all();
    List<String> signatures =
        new ArrayList<>(forgings.stream().map(f -> Forging.sign(sample, f)).toList());
    // Someone who sends the secret itself must not see it again.
    signatures.add(Sample.SECRET);
    signatures.add("HMACSHA256=" + Sample.SECRET.toLowerCase(Locale.ROOT));
    String right = Forging.sign(sample).substring("HMACSHA256=".length());

    List<Diagnosis> diagnoses = Diagnoser.diagnose(sample.input(), signatures, SINGLES);

    for (int i = 0; i < signatures.size(); i++) {
      String output = diagnoses.get(i) + String.join("\n", DiagnosisText.lines(diagnoses.get(i)));
      assertThat(output).doesNotContainIgnoringCase(secrets());
      Set<String> macs = macs(output, signatures.get(i));
      macs.removeAll(digests(sample));
      macs.remove(right);
      assertThat(macs).as(signatures.get(i)).isEmpty();
    }
  }

  static Stream<Arguments> samples() {
    return Stream.of(
            Sample.requests(), Sample.bodyless(), Sample.responses(), Sample.notifications())
        .map(List::iterator)
        .map(java.util.Iterator::next)
        .map(sample -> argumentSet(sample.toString(), sample));
  }

  private static CharSequence[] secrets() {
    List<String> secrets = new ArrayList<>();
    for (String secret : List.of(Sample.SECRET, Sample.OTHER_SECRET)) {
      byte[] bytes = secret.getBytes(UTF_8);
      secrets.add(secret);
      secrets.add(secret.replace("\"", ""));
      secrets.add(secret.replace("&amp;", "&"));
      secrets.add(Base64.getEncoder().encodeToString(bytes));
      secrets.add(HexFormat.of().formatHex(bytes));
    }
    return secrets.toArray(CharSequence[]::new);
  }

  /** Returns what may be a MAC, in base64, but for what came in. */
  private static Set<String> macs(String output, String received) {
    Set<String> macs = new LinkedHashSet<>();
    BASE64_MAC
        .matcher(output)
        .results()
        .map(MatchResult::group)
        .filter(mac -> !received.contains(mac))
        .forEach(macs::add);
    HEX_MAC
        .matcher(output)
        .results()
        .map(MatchResult::group)
        .filter(mac -> !received.contains(mac))
        .map(hex -> Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)))
        .forEach(macs::add);
    return macs;
  }

  /** A digest is of 32 bytes too, but no key goes into it: recompute what may stand there. */
  private static Set<String> digests(Sample sample) {
    Set<String> digests = new LinkedHashSet<>();
    digests.add(
        Forgery.base64(Forgery.hash("SHA-256", sample.input().message().body().toByteArray())));
    for (Forging forging : Forgings.all()) {
      Forgery forgery = new Forgery(sample);
      forging.change().accept(forgery);
      digests.add(Forgery.base64(Forgery.hash("SHA-256", forgery.body)));
    }
    return digests;
  }
}
