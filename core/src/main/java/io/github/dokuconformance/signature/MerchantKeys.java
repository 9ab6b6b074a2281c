package io.github.dokuconformance.signature;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is known of one merchant. Immutable; prints as a placeholder.
 *
 * <p>The first of each kind is the one in use: it signs. All verify, so that a key can be exchanged
 * while messages under the old one are still about.
 *
 * @param secrets that the merchant shares with DOKU
 * @param own key pairs of the merchant, or their public halves
 * @param ofDoku public keys of DOKU, which the dashboard shows
 * @param tokens by name
 */
public record MerchantKeys(
    List<SymmetricKey> secrets,
    List<AsymmetricKey> own,
    List<AsymmetricKey> ofDoku,
    Map<String, AccessToken> tokens) {
  private static final MerchantKeys NONE =
      new MerchantKeys(List.of(), List.of(), List.of(), Map.of());

  public MerchantKeys {
    secrets = List.copyOf(secrets);
    own = List.copyOf(own);
    ofDoku = List.copyOf(ofDoku);
    tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
  }

  public static MerchantKeys none() {
    return NONE;
  }

  public static MerchantKeys of(MerchantSecret secret) {
    return NONE.with(SigningKey.of(secret));
  }

  /** Returns keys with that one alone: a secret, or a key of the merchant's own. */
  public static MerchantKeys of(SigningKey key) {
    if (key instanceof SymmetricKey secret) {
      return NONE.with(secret);
    }
    return key instanceof AsymmetricKey pair ? NONE.withOwn(pair) : NONE;
  }

  /** Returns a copy with one more secret, after the others. */
  public MerchantKeys with(SymmetricKey secret) {
    return new MerchantKeys(appended(secrets, secret), own, ofDoku, tokens);
  }

  /** Returns a copy with one more key of the merchant, after the others. */
  public MerchantKeys withOwn(AsymmetricKey key) {
    return new MerchantKeys(secrets, appended(own, key), ofDoku, tokens);
  }

  /** Returns a copy with one more key of DOKU, after the others. */
  public MerchantKeys withOfDoku(AsymmetricKey key) {
    return new MerchantKeys(secrets, own, appended(ofDoku, key), tokens);
  }

  public MerchantKeys withToken(String name, AccessToken token) {
    Map<String, AccessToken> more = new LinkedHashMap<>(tokens);
    more.put(name, token);
    return new MerchantKeys(secrets, own, ofDoku, more);
  }

  public MerchantKeys withoutTokens() {
    return new MerchantKeys(secrets, own, ofDoku, Map.of());
  }

  /** Returns a copy with the merchant's own keys alone. */
  public MerchantKeys withoutDoku() {
    return new MerchantKeys(secrets, own, List.of(), tokens);
  }

  /** Returns the key pairs or public keys of who signs that part. */
  public List<AsymmetricKey> pairs(SignedPart part) {
    return part.isOfDoku() ? ofDoku : own;
  }

  private static <T> List<T> appended(List<T> list, T last) {
    List<T> all = new ArrayList<>(list);
    all.add(requireNonNull(last));
    return all;
  }

  @Override
  public String toString() {
    return "MerchantKeys[***]";
  }
}
