package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.CredentialsFile;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.rules.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The merchants that a sandbox knows: the user's, or one for demonstration.
 *
 * @param isDemo whether the secret may be shown, since everybody knows it
 */
record SandboxCredentials(Map<String, MerchantSecret> secrets, boolean isDemo) {
  static final String DEMO_CLIENT_ID = "MCH-SANDBOX-DEMO";
  static final String DEMO_SECRET = "SK-SANDBOX-DEMO-NOT-A-SECRET";

  static SandboxCredentials read(@Nullable Path file) throws InputException {
    return file == null
        ? new SandboxCredentials(Map.of(DEMO_CLIENT_ID, MerchantSecret.of(DEMO_SECRET)), true)
        : new SandboxCredentials(CredentialsFile.read(file), false);
  }

  KeyRing keys() {
    Map<String, SigningKey> keys = new HashMap<>();
    secrets.forEach((clientId, secret) -> keys.put(clientId, SigningKey.of(secret)));
    return KeyRing.of(keys);
  }

  /** Returns the merchant that a client is told to be: the first of the file. */
  String clientId() {
    return secrets.keySet().iterator().next();
  }

  /** Returns its secret as text, for a client that is to sign with it: nothing else may see it. */
  Optional<String> secretForClient() {
    return Optional.ofNullable(secrets.get(clientId()))
        .map(secret -> new String(secret.exposeForMac(), UTF_8));
  }
}
