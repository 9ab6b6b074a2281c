package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.BodyForms;
import io.github.dokuconformance.diagnosis.Case;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Evidence;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.SignatureForm;
import io.github.dokuconformance.diagnosis.Wanted;
import io.github.dokuconformance.diagnosis.body.SentBody;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a message of SNAP says about its own signature. */
final class SnapEvidence implements Evidence {
  private final DiagnosisInput input;
  private final Map<AsymmetricKey, List<Mistake>> pairs;

  SnapEvidence(DiagnosisInput input) {
    this.input = input;
    this.pairs = pairs(input);
  }

  /** Returns the public keys that are known, those that may sign first, and what the others say. */
  private static Map<AsymmetricKey, List<Mistake>> pairs(DiagnosisInput input) {
    Map<AsymmetricKey, List<Mistake>> pairs = new LinkedHashMap<>();
    boolean ofDoku = input.part() == SignedPart.NOTIFICATION;
    for (AsymmetricKey key : input.keys().own()) {
      pairs.put(key, ofDoku ? other("the merchant's own") : List.of());
    }
    // Who asks for a token is told by the key alone.
    input.keys().ofDoku().forEach(key -> pairs.put(key, List.of()));
    input
        .others()
        .forEach(
            (name, keys) -> {
              keys.own().forEach(key -> pairs.putIfAbsent(key, other("that of " + name)));
              keys.ofDoku()
                  .forEach(key -> pairs.putIfAbsent(key, other("DOKU's, as given for " + name)));
            });
    return pairs;
  }

  private static List<Mistake> other(String whose) {
    return List.of(Mistake.of(SnapMistake.RSA_OTHER_KEY, "key", whose));
  }

  @Override
  public List<? extends Case> cases() {
    return SnapCase.of(input, header().flatMap(this::opened));
  }

  @Override
  public BodyForms bodyForms(Wanted wanted) {
    return SnapBodies.of(SentBody.of(input.message().body()), wanted);
  }

  @Override
  public SignatureForm form(String header) {
    Map<String, List<List<Mistake>>> values = new LinkedHashMap<>();
    for (SignatureBytes read : SignatureBytes.of(header)) {
      if (read.bytes().length < SnapForm.FEWEST_OF_RSA) {
        put(values, HexFormat.of().formatHex(read.bytes()), read.mistakes());
        continue;
      }
      pairs.forEach(
          (key, mistakes) ->
              OpenedSignature.of(read.bytes(), key)
                  .ifPresent(
                      opened -> {
                        List<Mistake> all = new ArrayList<>(read.mistakes());
                        all.addAll(mistakes);
                        put(values, opened.hex(), all);
                      }));
    }
    return new SnapForm(values);
  }

  private static void put(
      Map<String, List<List<Mistake>>> values, String hex, List<Mistake> mistakes) {
    values.computeIfAbsent(hex, it -> new ArrayList<>()).add(mistakes);
  }

  /** Returns the header, where there is one. */
  private Optional<String> header() {
    Scheme scheme = input.scheme().scheme();
    return scheme.value(HeaderRole.SIGNATURE, Part.REQUEST, input.message().headers());
  }

  /** Returns what a known key finds in the header, where it is as long as an RSA signature. */
  private Optional<Rsa> opened(String header) {
    Optional<Rsa> rsa = Optional.empty();
    for (SignatureBytes read : SignatureBytes.of(header)) {
      if (read.bytes().length >= SnapForm.FEWEST_OF_RSA) {
        rsa = rsa.isPresent() ? rsa : Optional.of(new Rsa(Optional.empty()));
        for (AsymmetricKey key : pairs.keySet()) {
          Optional<OpenedSignature> opened = OpenedSignature.of(read.bytes(), key);
          if (opened.isPresent()) {
            return Optional.of(new Rsa(opened));
          }
        }
      }
    }
    return rsa;
  }

  /** Returns what a header's length and the keys say, for who is to try next. */
  Optional<Rsa> rsa() {
    return header().flatMap(this::opened);
  }

  /**
   * A signature as long as one of RSA.
   *
   * @param opened what a known key finds in it; nothing where none made it
   */
  record Rsa(Optional<OpenedSignature> opened) {}
}
