package io.github.dokuconformance.cli.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.signature.MerchantSecret;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file with a secret holds.
 *
 * @param secret as the file has it, less one line end at its end
 * @param plain the same without what stands around it, where something does that hardly belongs to
 *     it
 * @param trouble what that is, for the user: "quotation marks around the secret"
 * @param remark what the user should know in any case
 */
public record SecretFile(
    MerchantSecret secret,
    Optional<MerchantSecret> plain,
    String trouble,
    Optional<String> remark) {
  /** Far more than any Secret Key has; who names another file by mistake shall learn it soon. */
  private static final int LONGEST = 4 << 10;

  /** A line of a {@code .env} file. */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?m)^[ \\t]*(?:export[ \\t]+)?(\\w*SECRET\\w*)[ \\t]*=[ \\t]*(.*?)[ \\t\\r]*$");

  /**
   * Takes the content of a file apart.
   *
   * @throws InputException if it holds no secret, or it can't be told which; it repeats nothing of
   *     the file but the names of variables
   */
  public static SecretFile of(String name, byte[] content) throws InputException {
    Optional<Charset> charset = charsetOfMark(content);
    if (charset.isPresent()) {
      int mark = charset.get().equals(UTF_8) ? 3 : 2;
      String text = new String(content, mark, content.length - mark, charset.get());
      SecretFile plain = of(name, text.getBytes(UTF_8));
      String what =
          charset.get().equals(UTF_8)
              ? "a byte order mark before the secret"
              : "the form of UTF-16";
      return new SecretFile(
          plain.plain.orElse(plain.secret),
          Optional.empty(),
          "",
          Optional.of(
              plain.remark.map(it -> it + "; ").orElse("")
                  + "your secret file has "
                  + what
                  + ", which is taken away here; programs that don't will sign wrongly"));
    }
    String text = new String(content, ISO_8859_1);
    List<Matcher> variables = variables(text);
    if (!variables.isEmpty()) {
      return ofVariable(name, variables);
    }
    if (content.length > LONGEST) {
      throw InputException.of(
          name,
          "expected a file with the secret alone, or one with a line …SECRET…=value, got more than "
              + LONGEST
              + " bytes");
    }
    byte[] secret = Arrays.copyOf(content, lengthWithoutLineEnd(content));
    if (secret.length == 0) {
      throw InputException.of(name, "expected a file with the secret alone, got an empty one");
    }
    return withPlain(secret);
  }

  private static List<Matcher> variables(String text) {
    List<Matcher> all = new ArrayList<>();
    Matcher line = VARIABLE.matcher(text);
    for (int from = 0; line.find(from); from = line.end()) {
      Matcher one = VARIABLE.matcher(text);
      one.find(line.start());
      all.add(one);
      if (line.end() == text.length()) {
        break;
      }
    }
    return all;
  }

  private static SecretFile ofVariable(String name, List<Matcher> lines) throws InputException {
    if (lines.size() > 1) {
      throw InputException.of(
          name,
          "expected one line …SECRET…=value, got %s: %s; put the one that is meant into a file of its"
                  .formatted(
                      lines.size(),
                      String.join(", ", lines.stream().map(it -> it.group(1)).toList()))
              + " own, or export it and use --secret-env");
    }
    String value = lines.get(0).group(2);
    boolean quoted = value.matches("(?s)\"[^\"]*\"|'[^']*'");
    String plain =
        quoted ? value.substring(1, value.length() - 1) : value.replaceFirst("\\s+#.*", "");
    if (plain.isEmpty()) {
      throw InputException.of(name, "expected a value of " + lines.get(0).group(1) + ", got none");
    }
    return new SecretFile(
        MerchantSecret.of(plain.getBytes(ISO_8859_1)),
        Optional.empty(),
        "",
        Optional.of("the secret is the value of " + lines.get(0).group(1) + " there"));
  }

  private static SecretFile withPlain(byte[] secret) {
    String text = new String(secret, ISO_8859_1);
    String stripped = text.strip();
    String plain =
        stripped.matches("(?s)\"[^\"]+\"|'[^']+'|`[^`]+`")
            ? stripped.substring(1, stripped.length() - 1)
            : stripped;
    if (plain.equals(text) || plain.isEmpty()) {
      return new SecretFile(MerchantSecret.of(secret), Optional.empty(), "", Optional.empty());
    }
    String trouble;
    if (!plain.equals(stripped)) {
      trouble = "quotation marks around the secret";
    } else if (text.endsWith("\r")) {
      trouble = "a carriage return after the secret";
    } else {
      trouble = text.contains("\n") ? "line ends around the secret" : "blanks around the secret";
    }
    return new SecretFile(
        MerchantSecret.of(secret),
        Optional.of(MerchantSecret.of(plain.getBytes(ISO_8859_1))),
        trouble,
        Optional.empty());
  }

  private static Optional<Charset> charsetOfMark(byte[] bytes) {
    if (bytes.length < 3) {
      return Optional.empty();
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (first == 0xEF && second == 0xBB && (bytes[2] & 0xff) == 0xBF) {
      return Optional.of(UTF_8);
    }
    if (first == 0xFF && second == 0xFE) {
      return Optional.of(UTF_16LE);
    }
    return first == 0xFE && second == 0xFF ? Optional.of(UTF_16BE) : Optional.empty();
  }

  private static int lengthWithoutLineEnd(byte[] bytes) {
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
      if (end > 0 && bytes[end - 1] == '\r') {
        end--;
      }
    }
    return end;
  }

  @Override
  public String toString() {
    return "SecretFile[***]";
  }
}
