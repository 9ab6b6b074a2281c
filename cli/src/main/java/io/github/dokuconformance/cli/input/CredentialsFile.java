package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import io.github.dokuconformance.signature.MerchantSecret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the secrets of several merchants: a JSON object of Client-Id and Secret Key.
 *
 * <pre>{@code
 * {"MCH-0001-10791114622547": "SK-…", "BRN-0203-1683871236410": "SK-…"}
 * }</pre>
 *
 * <p>Errors say the place alone and repeat nothing of the file: neither a secret nor a Client-Id,
 * which could be a secret in the wrong place.
 */
public final class CredentialsFile {
  private static final String WANTED =
      "expected {\"<Client-Id>\": \"<Secret Key>\", …}, UTF-8 JSON with every Client-Id once and"
          + " no secret empty";

  private CredentialsFile() {}

  /** Returns the secrets by Client-Id, in the file's order; at least one. */
  public static Map<String, MerchantSecret> read(Path file) throws InputException {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw InputException.of(name, "expected a credentials file, got a directory");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return parse(name, InputStart.read(name, in).thenRest());
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    }
  }

  private static Map<String, MerchantSecret> parse(String name, InputStream in)
      throws InputException {
    Map<String, MerchantSecret> secrets = new LinkedHashMap<>();
    try (JsonCursor json = JsonCursor.over(in)) {
      json.enterObject();
      for (String clientId = json.nextMember(); clientId != null; clientId = json.nextMember()) {
        String secret = json.string();
        if (clientId.isEmpty() || secret.isEmpty() || !HttpSyntax.isUnicode(secret)) {
          throw json.error(WANTED);
        }
        secrets.put(clientId, MerchantSecret.of(secret));
      }
      json.requireEnd();
    } catch (JsonInputException e) {
      throw InputException.atLine(name, e.line(), WANTED);
    }
    if (secrets.isEmpty()) {
      throw InputException.of(name, WANTED + "; got an empty object");
    }
    return secrets;
  }
}
