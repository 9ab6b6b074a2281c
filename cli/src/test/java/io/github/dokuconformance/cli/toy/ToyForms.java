package io.github.dokuconformance.cli.toy;

import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.SignatureForm;
import io.github.dokuconformance.signature.AsymmetricKey;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Cipher;

/** How a signature of the toy scheme may be read. */
final class ToyForms {
  private ToyForms() {}

  /** A MAC in hex. */
  record Hex(String header) implements SignatureForm {
    @Override
    public Set<Long> beginnings() {
      return ToyScheme.bytes(header)
          .filter(bytes -> bytes.length >= FEWEST_BYTES)
          .map(bytes -> Set.of(SignatureForm.beginning(bytes)))
          .orElse(Set.of());
    }

    @Override
    public List<List<Mistake>> matches(byte[] mac) {
      String hex = HexFormat.of().formatHex(mac);
      if (header.equals(hex)) {
        return List.of(List.of());
      }
      return header.equals(hex.toUpperCase(Locale.ROOT))
          ? List.of(List.of(Mistake.of(ToyMistake.SIGNATURE_UPPER_CASE)))
          : List.of();
    }

    @Override
    public OptionalInt fewestMistakes(int macBytes) {
      return header.length() == 2 * macBytes ? OptionalInt.of(0) : OptionalInt.empty();
    }
  }

  /** Opens an RSA signature with each public key that is known. */
  static SignatureForm opened(String header, DiagnosisInput input) {
    Map<AsymmetricKey, List<Mistake>> keys = new LinkedHashMap<>();
    input.keys().pairs(input.part()).forEach(key -> keys.put(key, List.of()));
    input
        .others()
        .forEach(
            (name, others) ->
                others
                    .pairs(input.part())
                    .forEach(
                        key ->
                            keys.put(
                                key,
                                List.of(
                                    Mistake.of(ToyMistake.SIGNATURE_OTHER_PAIR, "name", name)))));
    Map<String, List<Mistake>> digests = new LinkedHashMap<>();
    keys.forEach(
        (key, mistakes) ->
            ToyScheme.bytes(header)
                .flatMap(bytes -> digest(key, bytes))
                .ifPresent(it -> digests.putIfAbsent(HexFormat.of().formatHex(it), mistakes)));
    return new Opened(digests);
  }

  /** Returns what stands at the end of the block, after the zero and the name of the hash. */
  private static Optional<byte[]> digest(AsymmetricKey key, byte[] signature) {
    try {
      Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      rsa.init(Cipher.DECRYPT_MODE, key.publicKey());
      byte[] info = rsa.doFinal(signature);
      // DigestInfo ends in an octet string whose length is its second byte from there.
      for (int length : new int[] {20, 32, 16, 48, 64}) {
        int at = info.length - length - 2;
        if (at > 0 && info[at] == 4 && info[at + 1] == length) {
          return Optional.of(Arrays.copyOfRange(info, at + 2, info.length));
        }
      }
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** The digests that a signature may hold, with the mistakes that the key comes to. */
  private record Opened(Map<String, List<Mistake>> digests) implements SignatureForm {
    @Override
    public Set<Long> beginnings() {
      return digests.keySet().stream()
          .map(hex -> SignatureForm.beginning(HexFormat.of().parseHex(hex)))
          .collect(Collectors.toSet());
    }

    @Override
    public List<List<Mistake>> matches(byte[] digest) {
      List<Mistake> mistakes = digests.get(HexFormat.of().formatHex(digest));
      return mistakes == null ? List.of() : List.of(mistakes);
    }

    @Override
    public OptionalInt fewestMistakes(int length) {
      return digests.entrySet().stream()
          .filter(entry -> entry.getKey().length() == 2 * length)
          .mapToInt(entry -> entry.getValue().size())
          .min();
    }
  }
}
