package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.command.Masking;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.CredentialsFile;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The merchants that a sandbox knows: the user's, or one for demonstration.
 *
 * @param isDemo whether the secret may be shown, since everybody knows it
 */
record SandboxCredentials(Map<String, MerchantKeys> merchants, boolean isDemo) {
  static final String DEMO_CLIENT_ID = "MCH-SANDBOX-DEMO";

  static SandboxCredentials read(@Nullable Path file) throws InputException {
    if (file == null) {
      MerchantSecret secret = MerchantSecret.of(Masking.PUBLIC_SECRET);
      return new SandboxCredentials(
          Map.of(DEMO_CLIENT_ID, MerchantKeys.of(secret).withOwn(DemoKeys.merchant())), true);
    }
    Map<String, MerchantKeys> merchants = CredentialsFile.read(file);
    if (merchants.values().stream().anyMatch(keys -> keys.secrets().isEmpty())) {
      throw InputException.of(
          FileNames.of(file), "expected a secret of each merchant, to sign with");
    }
    return new SandboxCredentials(merchants, false);
  }

  KeyRing keys() {
    return KeyRing.of(merchants);
  }

  /** Returns the merchant that a client is told to be: the first of the file. */
  String clientId() {
    return merchants.keySet().iterator().next();
  }

  /** Returns its RSA key as PEM, for a client that is to sign with it: nothing else may see it. */
  Optional<String> keyForClient() {
    return Optional.ofNullable(merchants.get(clientId())).stream()
        .flatMap(keys -> keys.own().stream())
        .filter(AsymmetricKey::canSign)
        .map(key -> key.exposePems().get(0))
        .findFirst();
  }

  /** Returns its secret as text, for a client that is to sign with it: nothing else may see it. */
  Optional<String> secretForClient() {
    return Optional.ofNullable(merchants.get(clientId()))
        .map(keys -> new String(keys.secrets().get(0).secret().exposeForMac(), UTF_8));
  }
}
