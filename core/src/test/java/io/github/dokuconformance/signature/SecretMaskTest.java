package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SecretMaskTest {
  private static final String SECRET = "SK-FAKE/é+\\\"&<x>€😀\n%41 0123456789";
  private static final SecretMask MASK = mask(SECRET);

  static List<Arguments> forms() {
    byte[] bytes = SECRET.getBytes(UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    String json = json(SECRET);
    String url = URLEncoder.encode(SECRET, UTF_8);
    String units =
        SECRET
            .chars()
            .mapToObj(c -> String.format(Locale.ROOT, "\\u%04x", c))
            .reduce("", String::concat);
    String octets = HexFormat.of().withPrefix("%").formatHex(bytes);
    return List.of(
        argumentSet("plain", SECRET),
        argumentSet("lower case", SECRET.toLowerCase(Locale.ROOT)),
        argumentSet("base64", base64),
        argumentSet("base64url", base64.replace('+', '-').replace('/', '_')),
        argumentSet("hex", HexFormat.of().formatHex(bytes)),
        argumentSet("upper-case hex", HexFormat.of().withUpperCase().formatHex(bytes)),
        argumentSet("URL", url),
        argumentSet("URL, spaces as %20", url.replace("+", "%20")),
        argumentSet("URL, lower case", url.toLowerCase(Locale.ROOT)),
        argumentSet("URL, twice", URLEncoder.encode(url, UTF_8)),
        argumentSet("URL, every byte", octets),
        argumentSet("URL of base64", URLEncoder.encode(base64, UTF_8)),
        argumentSet("JSON", json),
        argumentSet("JSON in JSON", json(json)),
        argumentSet("JSON, every character", units),
        argumentSet("JSON, every character, in JSON", json(units)),
        argumentSet("JSON of URL", json(url)),
        argumentSet(
            "HTML",
            SECRET
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")),
        argumentSet(
            "JSON in HTML",
            json.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")),
        argumentSet("JSON in Markdown", json.replace("&", "&#38;").replace("\\", "&#92;")),
        argumentSet("XML, by number", SECRET.replace("&", "&#38;").replace("\"", "&#x22;")));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void takesOutEveryForm(String form) {
    assertThat(MASK.text("got «" + form + "», which")).isEqualTo("got «[secret]», which");
    assertThat(MASK.text(form + form)).isEqualTo("[secret][secret]");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void takesItOutHoweverTheTextComes(String form) {
    String text = "a" + form + "b%\\" + form + "\\";
    String whole = MASK.text(text);

    for (int size = 1; size < 12; size++) {
      StringBuilder so = new StringBuilder();
      StringBuilder masked = new StringBuilder();
      int passed = 0;
      for (int i = 0; i < text.length(); i += size) {
        so.append(text, i, Math.min(i + size, text.length()));
        passed = MASK.mask(so, passed, false, masked);
      }
      MASK.mask(so, passed, true, masked);
      assertThat(masked.toString()).as("in pieces of " + size).isEqualTo(whole);
    }
  }

  @Test
  void takesOutTheBase64OfALongerText() {
    for (int before = 0; before < 4; before++) {
      byte[] longer = ("x".repeat(before) + SECRET + " and more").getBytes(UTF_8);
      String masked = MASK.text(Base64.getEncoder().encodeToString(longer));

      assertThat(masked).contains(SecretMask.SHOWN);
      // One character on each side may hold bits of the secret and of its neighbour.
      assertThat(masked.length()).isLessThan(36);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SK-FAKE",
        "SK-FAKE/é+",
        "100 % of \\ and & and +",
        "\\u00",
        "%",
        "&#3",
        "\\\\\\\\",
        "[secret]",
        "SK-FAKE/é+\\\"&<x>€😀\n%41 012345678",
        "SK-FAKE/\u0080é",
        "\u0080\u0080S\u0080"
      })
  void leavesOtherTextAsItIs(String text) {
    assertThat(MASK.text(text)).isSameAs(text);
  }

  @Test
  void takesOutWhatIsLeftWhereAValueWasCut() {
    assertThat(mask("SK-FAKE-0123456789").text("got SK-FAKE-0123… (6 more)"))
        .isEqualTo("got [secret]… (6 more)");
    assertThat(mask("SK-FAKE-0123456789").text("got SK-FAKE-\\u2026"))
        .isEqualTo("got [secret]\\u2026");
    assertThat(mask("SK-FAKE-0123456789").text("got SK-FAKE…")).isEqualTo("got SK-FAKE…");
  }

  /** What is no escape stands for nothing, not for the character 0. */
  @Test
  void takesOutTheCharacterZeroAndInventsNone() {
    SecretMask mask = mask("SK-FAKE\0NOT-A-SECRET");

    for (String zero : List.of("\0", "\\u0000", "%00", "%2500", "&#0;", "&#x0;")) {
      assertThat(mask.text("a SK-FAKE" + zero + "NOT-A-SECRET b")).isEqualTo("a [secret] b");
    }
    for (String other :
        List.of(
            "", "\\u00", "\\u00zz", "%zz", "%", "&nbsp;", "&#zz;", "&#99999999;", "&;", "&#-1;")) {
      String text = "a SK-FAKE" + other + "NOT-A-SECRET b";
      assertThat(mask.text(text)).isEqualTo(text);
      assertThat(mask("SK-FAKE-NOT\0").text("SK-FAKE-NOT" + other))
          .isEqualTo("SK-FAKE-NOT" + other);
    }
  }

  /** Many readers drop a backslash before what needs none. */
  @Test
  void takesItOutWithABackslashBeforeAnyOfItsEscapes() {
    SecretMask mask = mask("SK-FAKE/<b>NOT-A-SECRET");

    assertThat(mask.text("got SK-FAKE\\%2F\\&lt;b\\>NOT-A-SECRET.")).isEqualTo("got [secret].");
    assertThat(mask.text("got SK-FAKE\\/\\u003cb\\u003eNOT-A-SECRET.")).isEqualTo("got [secret].");
  }

  @Test
  void takesOutABackslashBeforeWhatIsEscapedItself() {
    for (String secret : List.of("SK-FAKE\\\nNOT-A-SECRET", "SK-FAKE\\é\\\\u00e9NOT-A-SECRET")) {
      String text = "got " + json(json(secret)) + ", " + json(secret) + ", " + secret + ".";

      assertThat(mask(secret).text(text)).isEqualTo("got [secret], [secret], [secret].");
    }
  }

  @Test
  void leavesJsonThatCanBeReadAfterAnyNumberOfBackslashes() {
    SecretMask mask = mask("nine-FAKE-NOT-A-SECRET");
    for (int before = 0; before < 140; before++) {
      String masked = mask.text("\"" + "\\".repeat(before) + "nine-FAKE-NOT-A-SECRET\"");

      assertThat(masked).doesNotContain("FAKE");
      assertThat(JsonMapper.shared().readTree(masked).isString()).as(masked).isTrue();
    }
  }

  static Stream<Arguments> shortOnes() {
    return Stream.of(
        argumentSet("value", "\"test1\"", "\"[secret]\""),
        argumentSet("in JSON", "\\\"test1\\\"", "\\\"[secret]\\\""),
        argumentSet("word", "got test1, not", "got [secret], not"),
        argumentSet("alone", "test1", "[secret]"),
        argumentSet("base64", "Basic dGVzdDE=", "Basic [secret]="),
        argumentSet("part of a word", "test12 latest1 test1-2", "test12 latest1 test1-2"),
        argumentSet("end of a word", "xtest1", "xtest1"),
        argumentSet("part of a name", "test1_a a_test1", "test1_a a_test1"),
        argumentSet(
            "part of a path", "/recordings/test1/x test1.http", "/recordings/test1/x test1.http"));
  }

  @ParameterizedTest
  @MethodSource("shortOnes")
  void takesOutAShortSecretOnlyAsAWholeValue(String text, String wanted) {
    assertThat(mask("test1").text(text)).isEqualTo(wanted);
  }

  @Test
  void waitsForWhatComesAfterAShortSecret() {
    SecretMask mask = mask("test1");
    StringBuilder masked = new StringBuilder();

    int passed = mask.mask("a test1", 0, false, masked);
    assertThat(masked.toString()).isEqualTo("a ");
    mask.mask("a test12", passed, true, masked);
    assertThat(masked.toString()).isEqualTo("a test12");
  }

  @Test
  void knowsNoSecretWhereThereIsNone() {
    assertThat(SecretMask.of(List.of()).isEmpty()).isTrue();
    assertThat(mask("").isEmpty()).isTrue();
    assertThat(mask(" \n").text("a \n b")).isEqualTo("a \n b");
    assertThat(SecretMask.NONE.text(SECRET)).isSameAs(SECRET);
  }

  @Test
  void knowsManySecrets() {
    List<MerchantSecret> secrets = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      secrets.add(MerchantSecret.of("SK-FAKE-MANY-" + i));
    }
    SecretMask mask = SecretMask.of(secrets);

    assertThat(mask.text("SK-FAKE-MANY-17 SK-FAKE-MANY-999x SK-FAKE-FEW"))
        .isEqualTo("[secret] [secret]x SK-FAKE-FEW");
  }

  /** Else a text that comes in pieces would be kept whole. */
  @ParameterizedTest
  @ValueSource(strings = {"\\q and", "%zz and", "&nbsp; and", "a \\", "100 % and more"})
  void waitsNoLongerThanForAnEscape(String text) {
    String more = text + ".".repeat(80);
    StringBuilder masked = new StringBuilder();

    assertThat(MASK.mask(more, 0, false, masked)).isEqualTo(more.length());
    assertThat(masked.toString()).isEqualTo(more);
  }

  private static SecretMask mask(String secret) {
    return SecretMask.of(List.of(MerchantSecret.of(secret)));
  }

  private static String json(String text) {
    String quoted = JsonMapper.shared().writeValueAsString(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
