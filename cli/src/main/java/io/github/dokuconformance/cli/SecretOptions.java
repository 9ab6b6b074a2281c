package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.SecretFile;
import io.github.dokuconformance.cli.input.SecretSources;
import io.github.dokuconformance.cli.input.recognition.CredentialsFile;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name where secrets are; never the secrets themselves. */
final class SecretOptions {
  static final String PASSWORD_VARIABLE = "DOKU_KEY_PASSWORD";

  @Option(
      names = "--secret-env",
      paramLabel = "NAME",
      description =
          "Environment variable that holds the Secret Key (default: " + Env.SECRET_VARIABLE + ").")
  private @Nullable String variable;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description =
          "File that holds the Secret Key, of which one line end after it is not part, or a line"
              + " NAME=value whose NAME holds SECRET, as in a .env file.")
  private @Nullable Path file;

  private @Nullable SecretFile read;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description =
          "JSON file with an object: client id to Secret Key, or to several keys (see the guide).")
  private @Nullable Path credentials;

  @Option(
      names = "--key-password-file",
      paramLabel = "FILE",
      description =
          "File that holds the password of RSA keys that are encrypted (default: what "
              + PASSWORD_VARIABLE
              + " holds).")
  private @Nullable Path passwordFile;

  /**
   * Returns the keys that the options name; empty where none is given and none stands by. From then
   * on nothing that is said holds one.
   */
  KeyRing keys(Env env) throws InputException {
    return known(read(env.variables()), env);
  }

  /** As {@link #keys}, without tokens, which a signed message carries and so has to show. */
  KeyRing keysWithoutTokens(Env env) throws InputException {
    return known(read(env.variables()).withoutTokens(), env);
  }

  private KeyRing known(KeyRing keys, Env env) throws InputException {
    env.masking().know(keys.secrets());
    env.masking().know(password(env.variables()).stream().toList());
    tell(env);
    return keys;
  }

  private KeyRing read(Map<String, String> variables) throws InputException {
    Optional<SecretFile> inFile = secretFile();
    KeyRing ring = KeyRing.empty();
    if (credentials != null) {
      ring = KeyRing.of(CredentialsFile.read(credentials, password(variables)));
    }
    if (inFile.isPresent()) {
      MerchantKeys keys = MerchantKeys.of(inFile.get().secret());
      Optional<MerchantSecret> plain = inFile.get().plain();
      // The first signs, as it is written; both verify.
      return ring.withAny(plain.isPresent() ? keys.with(SigningKey.of(plain.get())) : keys);
    }
    Optional<MerchantSecret> secret = secret(variables);
    return secret.isPresent() ? ring.withAny(MerchantKeys.of(secret.get())) : ring;
  }

  /** Returns the password of keys that are encrypted, where one is known. */
  Optional<MerchantSecret> password(Map<String, String> variables) throws InputException {
    if (passwordFile != null) {
      return Optional.of(SecretSources.ofFile(passwordFile).secret());
    }
    String value = variables.getOrDefault(PASSWORD_VARIABLE, "");
    return value.isEmpty() ? Optional.empty() : Optional.of(MerchantSecret.of(value));
  }

  /** Returns what stands in the file of a secret, where one is named. */
  Optional<SecretFile> secretFile() throws InputException {
    if (file != null && read == null) {
      read = SecretSources.ofFile(file);
    }
    return Optional.ofNullable(read);
  }

  /** Tells what of the file the secret is, where that needs to be told. */
  private void tell(Env env) throws InputException {
    Optional<String> remark = secretFile().flatMap(SecretFile::remark);
    if (remark.isPresent() && file != null) {
      env.say(Visible.name(FileNames.of(file)) + ": " + remark.get());
    }
  }

  private Optional<MerchantSecret> secret(Map<String, String> variables) throws InputException {
    if (variable != null) {
      return Optional.of(SecretSources.ofVariable(variable, variables));
    }
    boolean standsBy =
        credentials == null && !variables.getOrDefault(Env.SECRET_VARIABLE, "").isEmpty();
    return standsBy
        ? Optional.of(SecretSources.ofVariable(Env.SECRET_VARIABLE, variables))
        : Optional.empty();
  }

  /** Returns the options as the user gave them: names of places, never a secret. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    add(arguments, "--secret-env", variable);
    add(arguments, "--secret-file", file);
    add(arguments, "--credentials", credentials);
    add(arguments, "--key-password-file", passwordFile);
    return arguments;
  }

  static void add(List<String> arguments, String name, @Nullable Object value) {
    if (value != null) {
      arguments.add(name);
      arguments.add(value instanceof Path path ? FileNames.of(path) : value.toString());
    }
  }
}
