package io.github.dokuconformance.cli.input.recognition;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputFile;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.SymmetricKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of several merchants: a JSON object of Client-Id and Secret Key, or one that
 * begins with its version and has room for more.
 *
 * <pre>{@code
 * {"MCH-0001-10791114622547": "SK-…", "BRN-0203-1683871236410": "SK-…"}
 *
 * {"version": 2, "merchants": {
 *   "MCH-0001-10791114622547": {
 *     "secrets": ["SK-new…", "SK-old…"],
 *     "keys": ["merchant.pem"],
 *     "dokuKeys": ["doku.pem"],
 *     "tokens": {"b2b": "…"}}}}
 * }</pre>
 *
 * <p>Of several the first one signs and each verifies. Files of keys stand beside the credentials
 * file, unless their paths are absolute.
 *
 * <p>Errors say the place alone and repeat nothing of the file: neither a secret nor a Client-Id,
 * which could be a secret in the wrong place.
 */
public final class CredentialsFile {
  private static final int VERSION = 2;

  /** Far more than an RSA key of any use has. */
  private static final int LONGEST_KEY = 64 << 10;

  private static final String WANTED =
      "expected {\"<Client-Id>\": \"<Secret Key>\", …}, UTF-8 JSON with every Client-Id once and"
          + " no secret empty";
  private static final String WANTED_VERSION =
      "expected {\"version\": 2, \"merchants\": {\"<Client-Id>\": {\"secrets\": [\"<Secret Key>\","
          + " …], \"keys\": [\"<PEM file>\", …], \"dokuKeys\": [\"<PEM file>\", …], \"tokens\":"
          + " {\"<name>\": \"<token>\", …}}, …}}, each of the four optional, and nothing else";

  private final Path file;
  private final Optional<MerchantSecret> password;
  private final Map<String, MerchantKeys> merchants = new LinkedHashMap<>();

  private CredentialsFile(Path file, Optional<MerchantSecret> password) {
    this.file = file;
    this.password = password;
  }

  /** As {@link #read(Path, Optional)}, without a password for keys that are encrypted. */
  public static Map<String, MerchantKeys> read(Path file) throws InputException {
    return read(file, Optional.empty());
  }

  /**
   * Returns the keys by Client-Id, in the file's order; at least one merchant.
   *
   * @param password of RSA keys that are encrypted
   * @throws InputException if it can't be read; the message says where and why
   */
  public static Map<String, MerchantKeys> read(Path file, Optional<MerchantSecret> password)
      throws InputException {
    String name = FileNames.of(file);
    byte[] content = InputFile.read(file, "a credentials file");
    try (InputStream in = new ByteArrayInputStream(content)) {
      CredentialsFile reading = new CredentialsFile(file, password);
      reading.parse(InputStart.read(name, in).thenRest());
      return reading.merchants;
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    }
  }

  private void parse(InputStream in) throws InputException {
    String wanted = WANTED;
    try (JsonCursor json = JsonCursor.over(in)) {
      json.enterObject();
      String first = json.nextMember();
      if ("version".equals(first) && json.isNumber()) {
        wanted = WANTED_VERSION;
        json.integer(VERSION, VERSION);
        merchants(json);
      } else {
        secrets(first, json);
      }
      json.requireEnd();
    } catch (JsonInputException e) {
      throw InputException.atLine(FileNames.of(file), e.line(), wanted);
    }
    if (merchants.isEmpty()) {
      throw InputException.of(FileNames.of(file), wanted + "; got no merchant");
    }
  }

  private void secrets(@Nullable String first, JsonCursor json) throws JsonInputException {
    for (String clientId = first; clientId != null; clientId = json.nextMember()) {
      requireText(clientId, json);
      merchants.put(clientId, MerchantKeys.none().with(secret(json)));
    }
  }

  private void merchants(JsonCursor json) throws JsonInputException, InputException {
    if (!"merchants".equals(json.nextMember())) {
      throw json.error(WANTED_VERSION);
    }
    json.enterObject();
    for (String clientId = json.nextMember(); clientId != null; clientId = json.nextMember()) {
      requireText(clientId, json);
      merchants.put(clientId, merchant(json));
    }
    if (json.nextMember() != null) {
      throw json.error(WANTED_VERSION);
    }
  }

  private MerchantKeys merchant(JsonCursor json) throws JsonInputException, InputException {
    MerchantKeys keys = MerchantKeys.none();
    json.enterObject();
    for (String member = json.nextMember(); member != null; member = json.nextMember()) {
      switch (member) {
        case "secrets" -> {
          json.enterArray();
          while (json.nextElement()) {
            keys = keys.with(secret(json));
          }
        }
        case "keys" -> {
          json.enterArray();
          while (json.nextElement()) {
            keys = keys.withOwn(key(json));
          }
        }
        case "dokuKeys" -> {
          json.enterArray();
          while (json.nextElement()) {
            keys = keys.withOfDoku(key(json));
          }
        }
        case "tokens" -> {
          json.enterObject();
          for (String name = json.nextMember(); name != null; name = json.nextMember()) {
            keys = keys.withToken(name, AccessToken.of(text(json)));
          }
        }
        default -> throw json.error(WANTED_VERSION);
      }
    }
    return keys;
  }

  private static SymmetricKey secret(JsonCursor json) throws JsonInputException {
    return SigningKey.of(MerchantSecret.of(text(json)));
  }

  private static String text(JsonCursor json) throws JsonInputException {
    String text = json.string();
    requireText(text, json);
    return text;
  }

  private static void requireText(String text, JsonCursor json) throws JsonInputException {
    if (text.isEmpty() || !HttpSyntax.isUnicode(text)) {
      throw json.error(WANTED);
    }
  }

  private AsymmetricKey key(JsonCursor json) throws JsonInputException, InputException {
    long line = json.error("").line();
    try (InputStream in = InputFile.open(FileNames.besides(file, text(json)))) {
      return AsymmetricKey.ofPem(new String(in.readNBytes(LONGEST_KEY), US_ASCII), password);
    } catch (InvalidPathException | IOException e) {
      // Its message holds the name, which could be a secret in the wrong place.
      throw InputException.atLine(
          FileNames.of(file),
          line,
          "the key file that is named here can't be read; expected the path of a PEM file, from"
              + " the credentials file's folder on");
    } catch (IllegalArgumentException e) {
      throw InputException.atLine(FileNames.of(file), line, "in the key file: " + e.getMessage());
    }
  }
}
