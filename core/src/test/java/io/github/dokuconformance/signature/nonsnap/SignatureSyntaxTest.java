package io.github.dokuconformance.signature.nonsnap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.signature.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureSyntaxTest {
  private static final String MAC = "CFtMHaJ0kuaYXS8e/7oKDm2AftWdpv4cJRVtrZXhBTs=";
  private static final String HEX =
      "085b4c1da27492e6985d2f1effba0a0e6d807ed59da6fe1c25156dad95e1053b";

  private static final Signature HEADER = SignatureSyntax.of(Base64.getDecoder().decode(MAC));

  @Test
  void writesTheDocumentedForm() {
    assertThat(HEADER.text()).isEqualTo("HMACSHA256=" + MAC);
    assertThat(SignatureSyntax.malformation(HEADER.text())).isEmpty();
    assertThat(HEADER.isWrittenAs("HMACSHA256=" + MAC)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refuses(String value) {
    assertThat(SignatureSyntax.malformation(value)).isPresent();
    assertThat(HEADER.isWrittenAs(value)).isFalse();
  }

  static Stream<Arguments> malformed() {
    byte[] mac = Base64.getDecoder().decode(MAC);
    return Stream.of(
        argumentSet("nothing", ""),
        argumentSet("white space", " \t"),
        argumentSet("prefix alone", "HMACSHA256="),
        argumentSet("no prefix", MAC),
        argumentSet("prefix in lower case", "hmacsha256=" + MAC),
        argumentSet("prefix with a dash", "HMAC-SHA256=" + MAC),
        argumentSet("prefix with a slip", "HMACHSHA256=" + MAC),
        argumentSet("prefix twice", "HMACSHA256=HMACSHA256=" + MAC),
        argumentSet("space before the prefix", " HMACSHA256=" + MAC),
        argumentSet("space after the prefix", "HMACSHA256= " + MAC),
        argumentSet("space at the end", "HMACSHA256=" + MAC + " "),
        argumentSet("line end at the end", "HMACSHA256=" + MAC + "\n"),
        argumentSet("quotes", "HMACSHA256=\"" + MAC + "\""),
        argumentSet("no padding", "HMACSHA256=" + MAC.replace("=", "")),
        argumentSet("too much padding", "HMACSHA256=" + MAC + "="),
        argumentSet("base64url", "HMACSHA256=" + MAC.replace('/', '_')),
        argumentSet("unused bits set", "HMACSHA256=" + MAC.replace("Ts=", "Tt=")),
        argumentSet("hex", "HMACSHA256=" + HEX),
        argumentSet("31 bytes", "HMACSHA256=" + base64(Arrays.copyOf(mac, 31))),
        argumentSet("33 bytes", "HMACSHA256=" + base64(Arrays.copyOf(mac, 33))),
        argumentSet("16 bytes", "HMACSHA256=" + base64(Arrays.copyOf(mac, 16))),
        argumentSet("64 bytes", "HMACSHA256=" + base64(Arrays.copyOf(mac, 64))),
        argumentSet("not ASCII", "HMACSHA256=é" + MAC.substring(1)),
        argumentSet(
            "sample of DOKU's page on GET",
            "HMACSHA256=B1cKBzk/aB1AXADCZkq135bnktxY1o02zmmdd2cVgf12="));
  }

  @Test
  void differsFromEveryMacThatDiffersInOneBit() {
    for (int bit = 0; bit < 256; bit++) {
      byte[] other = Base64.getDecoder().decode(MAC);
      other[bit / 8] ^= (byte) (1 << (bit % 8));

      assertThat(HEADER.isWrittenAs(SignatureSyntax.of(other).text())).isFalse();
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
