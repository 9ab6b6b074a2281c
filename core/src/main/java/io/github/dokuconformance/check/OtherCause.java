package io.github.dokuconformance.check;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.message.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message shows that accounts for a wrong signature as well as another secret would. */
final class OtherCause {
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{[^{}\"]{1,64}}}|\\$\\{[^{}\"]{1,64}}");
  private static final Pattern HEX =
      Pattern.compile("(?:[A-Za-z0-9_-]{1,24}[=: ])?(?:[0-9a-f]{32,128}|[0-9A-F]{32,128})");
  private static final int LOOKED_AT = 1 << 16;

  private OtherCause() {}

  /** Returns it in words that follow "the message shows another cause: ". */
  static Optional<String> of(
      Message message, Request request, String signature, Contract contract) {
    if (contract.placeholders().contains(signature)) {
      return Optional.of("its signature is a placeholder that DOKU's pages print");
    }
    if (HEX.matcher(signature).matches()) {
      return Optional.of("its signature is plain hex, which no HMAC of DOKU's is");
    }
    return template(message, request).or(() -> body(message));
  }

  private static Optional<String> template(Message message, Request request) {
    StringBuilder text = new StringBuilder(request.target().raw()).append('\n');
    message.headers().stream().forEach(header -> text.append(header.value()).append('\n'));
    String body = message.body().toDisplayText();
    text.append(body, 0, Math.min(body.length(), LOOKED_AT));
    Matcher matcher = TEMPLATE.matcher(text);
    return matcher.find()
        ? Optional.of(Visible.quoted(matcher.group()) + " was never filled in")
        : Optional.empty();
  }

  private static Optional<String> body(Message message) {
    Optional<String> coding =
        message
            .headers()
            .first("Content-Encoding")
            .filter(value -> !value.strip().equalsIgnoreCase("identity"));
    if (coding.isPresent()) {
      return Optional.of(
          "it has Content-Encoding "
              + Visible.quoted(coding.get())
              + ", so other bytes may be"
              + " meant than those recorded");
    }
    String length = message.headers().first("Content-Length").orElse("").strip();
    if (length.matches("[0-9]{1,9}") && Integer.parseInt(length) != message.body().length()) {
      return Optional.of(
          "the recording has "
              + message.body().length()
              + " bytes of body where Content-Length says "
              + length);
    }
    boolean isJson =
        message
            .headers()
            .first("Content-Type")
            .filter(type -> type.toLowerCase(java.util.Locale.ROOT).contains("json"))
            .isPresent();
    return isJson && !message.body().isEmpty() && JsonBody.read(message.body()).root().isEmpty()
        ? Optional.of("its body is no JSON, so the recording may not hold what was sent")
        : Optional.empty();
  }
}
