package io.github.dokuconformance.diagnosis.nonsnap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.Key;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.SecretTexts;
import io.github.dokuconformance.diagnosis.body.Charsets;
import io.github.dokuconformance.diagnosis.body.HtmlEntities;
import io.github.dokuconformance.finding.Visible;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys that stand in for the right one; a fact never holds a key. */
final class SecretChoices {
  private static final Pattern PREFIX = Pattern.compile("^([\"'`]?)([A-Za-z]{2,4}-)");
  private static final Pattern SHELL_VARIABLE = Pattern.compile("\\$\\w+|\\$\\{\\w*}");
  private static final List<String> LABELS =
      List.of(
          "secret=",
          "secretKey=",
          "SECRET_KEY=",
          "DOKU_SECRET_KEY=",
          "Secret Key: ",
          "Shared Key: ",
          "Bearer ");

  private final Choices choices;

  private SecretChoices(Choices choices) {
    this.choices = choices;
  }

  static void add(SentMessage evidence, Choices choices) {
    byte[] bytes = evidence.secret().exposeForMac();
    String secret = new String(bytes, UTF_8);
    SecretChoices adder = new SecretChoices(choices);
    evidence
        .otherSecrets()
        .forEach(
            other ->
                adder.key(
                    NonSnapMistake.SECRET_OTHER_KNOWN,
                    COMMON,
                    other.secret().exposeForMac(),
                    "secret of",
                    other.name()));
    adder.text(
        NonSnapMistake.SECRET_CLIENT_ID, SEEN, evidence.clientId(), "key", evidence.clientId());
    adder.empty();
    adder.whitespace(secret);
    adder.quoted(secret);
    adder.decoded(secret);
    adder.charsets(secret);
    adder.edited(secret);
  }

  /** What files, shells, forms and people do to a secret on its way into a program. */
  private void edited(String secret) {
    Matcher prefix = PREFIX.matcher(secret);
    if (prefix.lookingAt()) {
      edit(SEEN, prefix.replaceFirst("$1"), prefix.group(2) + " cut off");
      edit(RARE, prefix.group(2) + secret, prefix.group(2) + " put in front again");
    } else {
      edit(SEEN, "SK-" + secret, "SK- put in front");
    }
    for (String label : LABELS) {
      edit(RARE, label + secret, "with its label, " + Visible.quoted(label));
    }
    edit(SEEN, secret.replace('+', ' '), "+ turned to a space");
    edit(RARE, URLEncoder.encode(secret, UTF_8), "URL-encoded");
    edit(RARE, secret.replace("\\", ""), "backslashes taken out");
    edit(RARE, SHELL_VARIABLE.matcher(secret).replaceAll(""), "$ and the name after it taken out");
    edit(RARE, cutAt(secret, '#'), "cut off at #, as a comment");
    edit(RARE, cutAt(secret, '$'), "cut off at $");
    edit(RARE, secret.toLowerCase(Locale.ROOT), "lower case");
    edit(RARE, secret.toUpperCase(Locale.ROOT), "upper case");
    edit(RARE, secret.replace('-', '\u2013'), "hyphens turned to dashes");
    edit(RARE, secret.replace("-", ""), "hyphens taken out");
    if (secret.length() > 1) {
      edit(RARE, secret.substring(0, secret.length() - 1), "its last character cut off");
      edit(RARE, secret.substring(1), "its first character cut off");
    }
  }

  private static String cutAt(String secret, char mark) {
    int at = secret.indexOf(mark);
    return at < 1 ? secret : secret.substring(0, at).stripTrailing();
  }

  private void edit(int cost, String key, String edit) {
    text(NonSnapMistake.SECRET_EDITED, cost, key, "edit", edit);
  }

  private void empty() {
    text(NonSnapMistake.SECRET_EMPTY, COMMON, "", "key", "nothing");
    for (String unset : SecretTexts.UNSET) {
      text(NonSnapMistake.SECRET_EMPTY, RARE, unset, "key", "the word " + unset);
    }
  }

  private void whitespace(String secret) {
    MistakeCode code = NonSnapMistake.SECRET_WHITESPACE;
    text(code, COMMON, secret.strip(), "white space", "taken off the ends");
    text(code, COMMON, secret + "\n", "white space", "LF after it");
    text(code, SEEN, secret + "\r\n", "white space", "CRLF after it");
    text(code, SEEN, secret + " ", "white space", "a space after it");
    text(code, SEEN, " " + secret, "white space", "a space before it");
    text(code, RARE, secret + "\r", "white space", "CR after it");
    text(code, RARE, secret + "\t", "white space", "a tab after it");
    text(code, RARE, secret + "\u00a0", "white space", "a no-break space after it");
    text(code, RARE, "\n" + secret, "white space", "LF before it");
    text(code, RARE, "\t" + secret, "white space", "a tab before it");
    text(code, RARE, " " + secret + " ", "white space", "a space before and after it");
    text(code, RARE, "\uFEFF" + secret, "white space", "a byte order mark before it");
  }

  private void quoted(String secret) {
    text(NonSnapMistake.SECRET_QUOTED, SEEN, '"' + secret + '"', "quotes", "double");
    text(NonSnapMistake.SECRET_QUOTED, SEEN, "'" + secret + "'", "quotes", "single");
    text(NonSnapMistake.SECRET_QUOTED, RARE, "`" + secret + "`", "quotes", "backticks");
    SecretTexts.unquoted(secret)
        .ifPresent(inner -> text(NonSnapMistake.SECRET_QUOTED, SEEN, inner, "quotes", "taken off"));
  }

  private void decoded(String secret) {
    text(
        NonSnapMistake.SECRET_HTML_DECODED, COMMON, HtmlEntities.basic(secret), "decoder", "basic");
    text(NonSnapMistake.SECRET_HTML_DECODED, SEEN, HtmlEntities.all(secret), "decoder", "all");
    SecretTexts.decoded(secret)
        .forEach(
            (alphabet, bytes) ->
                key(NonSnapMistake.SECRET_BASE64_DECODED, SEEN, bytes, "alphabet", alphabet));
    if (secret.length() % 2 == 0 && secret.matches("[0-9a-fA-F]+")) {
      key(NonSnapMistake.SECRET_HEX_DECODED, SEEN, HexFormat.of().parseHex(secret));
    }
  }

  private void charsets(String secret) {
    Charsets.OTHERS.forEach((name, charset) -> charset(secret, "", name, charset));
    Charsets.UTF_16.forEach(
        (name, charset) -> charset(secret, "\uFEFF", name + " with a byte order mark", charset));
  }

  private void charset(String secret, String mark, String name, Charset charset) {
    key(NonSnapMistake.SECRET_CHARSET, RARE, (mark + secret).getBytes(charset), "charset", name);
  }

  private void text(MistakeCode code, int cost, String key, String... facts) {
    key(code, cost, key.getBytes(UTF_8), facts);
  }

  private void key(MistakeCode code, int cost, byte[] key, String... facts) {
    choices.add(SECRET, code, cost, Key.of(key), facts);
  }
}
