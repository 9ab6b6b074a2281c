package io.github.dokuconformance.diagnosis.snap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.SignatureForm;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a header of SNAP may stand for: a MAC, or what a key finds in an RSA signature. */
class SnapFormTest {
  private static final byte[] TEXT = "BRN-FAKE-1|2026-01-02T03:04:05+07:00".getBytes(UTF_8);
  private static final byte[] MAC = HexFormat.of().parseHex("fbff00".repeat(21) + "a5");
  private static final byte[] RSA = SnapKeys.MERCHANT.sign(Hash.SHA256, TEXT);
  private static final byte[] DIGEST = Hash.SHA256.of(TEXT);

  static Stream<Arguments> headers() {
    return Stream.of(
        argumentSet("right", Encoding.BASE64, null, null),
        argumentSet(
            "hex",
            Encoding.HEX,
            Mistake.of(SnapMistake.MAC_HEX, "letters", "lower-case"),
            Mistake.of(SnapMistake.RSA_HEX, "letters", "lower-case")),
        argumentSet(
            "upper-case hex",
            Encoding.HEX_UPPER,
            Mistake.of(SnapMistake.MAC_HEX, "letters", "upper-case"),
            Mistake.of(SnapMistake.RSA_HEX, "letters", "upper-case")),
        argumentSet(
            "base64url",
            Encoding.BASE64URL,
            Mistake.of(SnapMistake.MAC_BASE64URL, "padding", "kept"),
            Mistake.of(SnapMistake.RSA_BASE64URL, "padding", "kept")),
        argumentSet(
            "base64url without padding",
            Encoding.BASE64URL_UNPADDED,
            Mistake.of(SnapMistake.MAC_BASE64URL, "padding", "dropped"),
            Mistake.of(SnapMistake.RSA_BASE64URL, "padding", "dropped")),
        argumentSet(
            "without padding",
            Encoding.UNPADDED,
            Mistake.of(SnapMistake.MAC_UNPADDED),
            Mistake.of(SnapMistake.RSA_UNPADDED)),
        argumentSet(
            "twice",
            Encoding.BASE64_OF_BASE64,
            Mistake.of(SnapMistake.MAC_DOUBLE_ENCODED, "encoding", "base64 of base64"),
            Mistake.of(SnapMistake.RSA_DOUBLE_ENCODED, "encoding", "base64 of base64")),
        argumentSet(
            "hex and base64",
            Encoding.BASE64_OF_HEX,
            Mistake.of(SnapMistake.MAC_DOUBLE_ENCODED, "encoding", "base64 of hex"),
            Mistake.of(SnapMistake.RSA_DOUBLE_ENCODED, "encoding", "base64 of hex")));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void namesTheMistakeByWhichAMacIsWrittenSo(Encoding encoding, Mistake ofMac, Mistake ofRsa) {
    SignatureForm form = form(encoding.encode(MAC), own());

    assertThat(form.matches(MAC)).containsExactly(ofMac == null ? List.of() : List.of(ofMac));
    assertThat(form.fewestMistakes(64)).hasValue(ofMac == null ? 0 : 1);
    assertThat(form.fewestMistakes(32)).isEmpty();
    assertThat(form.beginnings()).contains(SignatureForm.beginning(MAC));
    byte[] other = MAC.clone();
    other[63] ^= 1;
    assertThat(form.matches(other)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("headers")
  void opensAnRsaSignatureThatIsWrittenSo(Encoding encoding, Mistake ofMac, Mistake ofRsa) {
    SignatureForm form = form(encoding.encode(RSA), own());

    assertThat(form.matches(DIGEST)).containsExactly(ofRsa == null ? List.of() : List.of(ofRsa));
    assertThat(form.fewestMistakes(32)).hasValue(ofRsa == null ? 0 : 1);
    assertThat(form.beginnings()).containsExactly(SignatureForm.beginning(DIGEST));
  }

  @Test
  void opensTheShortestSignatureOfRsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair pair = generator.generateKeyPair();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(TEXT);
    String pem = Encoding.BASE64.encode(pair.getPublic().getEncoded());
    AsymmetricKey known =
        AsymmetricKey.ofPem("-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----");

    assertThat(form(Encoding.HEX.encode(signature.sign()), MerchantKeys.of(known)).matches(DIGEST))
        .containsExactly(List.of(Mistake.of(SnapMistake.RSA_HEX, "letters", "lower-case")));
  }

  @Test
  void findsOneThatWasBrokenIntoLinesOrPrefixed() {
    String mac = Encoding.BASE64.encode(MAC);
    String rsa = Encoding.BASE64.encode(RSA);

    for (String end : List.of("\r\n", " ", "\\n", "\\r\\n")) {
      assertThat(form(mac.substring(0, 60) + end + mac.substring(60), own()).matches(MAC))
          .containsExactly(List.of(Mistake.of(SnapMistake.MAC_LINE_BROKEN)));
      assertThat(form(rsa.substring(0, 76) + end + rsa.substring(76), own()).matches(DIGEST))
          .containsExactly(List.of(Mistake.of(SnapMistake.RSA_LINE_BROKEN)));
    }
    assertThat(form("HMACSHA512=" + mac, own()).matches(MAC))
        .containsExactly(List.of(Mistake.of(SnapMistake.MAC_PREFIXED, "prefix", "HMACSHA512=")));
  }

  @Test
  void saysWhoseKeyMadeIt() {
    String header = Encoding.BASE64.encode(RSA);
    MerchantKeys none = MerchantKeys.of(SnapKeys.DOKU.publicHalf());
    MerchantKeys others = MerchantKeys.of(SnapKeys.MERCHANT.publicHalf());

    assertThat(form(header, none).matches(DIGEST)).isEmpty();
    assertThat(form(header, none.withOfDoku(SnapKeys.MERCHANT)).matches(DIGEST))
        .as("who asks for a token is told by the key alone")
        .containsExactly(List.of());
    assertThat(form(input(none).withOthers(Map.of("B-2", others)), header).matches(DIGEST))
        .containsExactly(List.of(Mistake.of(SnapMistake.RSA_OTHER_KEY, "key", "that of B-2")));
    assertThat(
            form(input(none).withOthers(Map.of("B-2", none.withOfDoku(SnapKeys.MERCHANT))), header)
                .matches(DIGEST))
        .containsExactly(
            List.of(Mistake.of(SnapMistake.RSA_OTHER_KEY, "key", "DOKU's, as given for B-2")));
    assertThat(form(input(own()).withOthers(Map.of("B-2", others)), header).matches(DIGEST))
        .as("its own comes before that of another")
        .containsExactly(List.of());
  }

  @Test
  void saysThatTheMerchantsKeySignedInDokusPlace() {
    Request request = request();
    DiagnosisInput notification =
        DiagnosisInput.of(SnapDiagnosis.ASYMMETRIC, SignedMessage.notification(request), own());

    assertThat(form(notification, Encoding.BASE64.encode(RSA)).matches(DIGEST))
        .containsExactly(
            List.of(Mistake.of(SnapMistake.RSA_OTHER_KEY, "key", "the merchant's own")));
  }

  @Test
  void knowsASignatureOfRsaByItsLength() {
    assertThat(rsa("").isPresent()).isFalse();
    assertThat(rsa(Encoding.BASE64.encode(MAC)).isPresent()).isFalse();
    assertThat(rsa(Encoding.BASE64.encode(new byte[127])).isPresent()).isFalse();
    assertThat(rsa(Encoding.BASE64.encode(new byte[128])).orElseThrow().opened()).isEmpty();
    assertThat(rsa(Encoding.BASE64.encode(RSA)).orElseThrow().opened().orElseThrow().hex())
        .isEqualTo(HexFormat.of().formatHex(DIGEST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "not a signature", "AAAA", "00ff"})
  void provesNothingByAShortHeader(String header) {
    assertThat(form(header, own()).beginnings()).isEmpty();
    assertThat(form(header, own()).fewestMistakes(64)).isEmpty();
  }

  private static Optional<SnapEvidence.Rsa> rsa(String header) {
    Request request = request();
    return new SnapEvidence(
            DiagnosisInput.of(
                SnapDiagnosis.TOKEN,
                SignedMessage.request(
                    request.withHeaders(request.headers().with("X-SIGNATURE", header))),
                own()))
        .rsa();
  }

  private static SignatureForm form(String header, MerchantKeys keys) {
    return form(input(keys), header);
  }

  private static SignatureForm form(DiagnosisInput input, String header) {
    return new SnapEvidence(input).form(header);
  }

  private static DiagnosisInput input(MerchantKeys keys) {
    return DiagnosisInput.of(SnapDiagnosis.TOKEN, SignedMessage.request(request()), keys);
  }

  private static Request request() {
    return new Request(
        "POST", Target.of("/authorization/v1/access-token/b2b"), Headers.of(), Body.none());
  }

  private static MerchantKeys own() {
    return SnapKeys.ofMerchant();
  }
}
