package io.github.dokuconformance.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.AccessToken;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads an access token from the response in which it came, or from a file that holds it alone. */
public final class TokenFile {
  private static final String WANTED =
      "expected the response to a token request, with \"accessToken\", or the token alone";
  private static final Pattern TOKEN = Pattern.compile("[!-~]{8,16384}");

  private TokenFile() {}

  /**
   * Returns the token.
   *
   * @throws InputException if there is none; the message repeats nothing of the file but the code
   *     of a refusal
   */
  public static AccessToken read(Path file) throws InputException {
    String name = FileNames.of(file);
    String text = new String(InputFile.read(file, "a file with a token"), UTF_8).strip();
    String body = text.startsWith("HTTP/") ? afterHead(text) : text;
    if (!body.startsWith("{")) {
      return token(name, AccessToken.ofHeader(body).expose());
    }
    Optional<JsonNode> root = JsonBody.read(Body.ofUtf8(body)).root();
    if (root.isEmpty()) {
      throw InputException.of(name, WANTED + "; got JSON that can't be read");
    }
    JsonNode token = root.get().path("accessToken");
    String code = root.get().path("responseCode").asString("");
    if (!token.isString()) {
      throw InputException.of(
          name,
          WANTED
              + "; got "
              + (code.matches("[0-9]{7}") ? "one that refuses it, " + code : "JSON without it"));
    }
    return token(name, token.asString());
  }

  private static String afterHead(String text) {
    String[] parts = text.split("\r?\n\r?\n", 2);
    return parts.length == 2 ? parts[1].strip() : "";
  }

  private static AccessToken token(String file, String text) throws InputException {
    if (!TOKEN.matcher(text).matches()) {
      throw InputException.of(file, WANTED + "; got text of another form");
    }
    return AccessToken.of(text);
  }
}
