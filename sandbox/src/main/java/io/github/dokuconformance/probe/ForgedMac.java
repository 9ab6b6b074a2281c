package io.github.dokuconformance.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.nonsnap.HeaderNames;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Signatures that no verifier may take: made without the key, or out of a right one.
 *
 * <p>They are of Non-SNAP alone: each is about the prefix and the base64 of its header.
 */
final class ForgedMac {
  /** The key of somebody who is not the merchant. */
  static final SigningKey OF_ANOTHER =
      SigningKey.of(MerchantSecret.of("SK-TEST-ANOTHER-MERCHANT-NOT-A-SECRET"));

  /** The key of an endpoint that looked its secret up and found nothing. */
  static final SigningKey EMPTY = SigningKey.of(MerchantSecret.of(""));

  private static final int FIRST_CHARACTERS = 6;

  private ForgedMac() {}

  /** Returns the base64 of 32 bytes that no key stands behind. */
  static String invented() {
    return Base64.getEncoder().encodeToString("a MAC that nobody has computed..".getBytes(UTF_8));
  }

  /** Returns the request with its Signature header's value changed. */
  static Request changed(Request request, UnaryOperator<String> change) {
    String value = request.headers().first(HeaderNames.SIGNATURE).orElseThrow();
    return GenuineProbes.with(request, HeaderNames.SIGNATURE, change.apply(value));
  }

  /** Returns the request with what follows the prefix changed. */
  static Request changedMac(Request request, UnaryOperator<String> change) {
    return changed(
        request,
        value ->
            NonSnap.SCHEME.prefix()
                + change.apply(value.substring(NonSnap.SCHEME.prefix().length())));
  }

  static String firstCharacters(String mac) {
    return mac.substring(0, FIRST_CHARACTERS);
  }

  /** Returns the MAC with its last byte changed, still canonical base64. */
  static String otherLastByte(String mac) {
    byte[] bytes = Base64.getDecoder().decode(mac);
    bytes[bytes.length - 1] ^= 1;
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Returns the MAC in one letter case: lower, or upper where lower changes nothing. */
  static String oneCase(String mac) {
    String lower = mac.toLowerCase(Locale.ROOT);
    return lower.equals(mac) ? mac.toUpperCase(Locale.ROOT) : lower;
  }

  static String hex(String mac) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(mac));
  }
}
