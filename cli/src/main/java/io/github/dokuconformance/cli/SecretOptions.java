package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.CredentialsFile;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.SecretSources;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name where secrets are; never the secrets themselves. */
final class SecretOptions {
  static final String DEFAULT_VARIABLE = "DOKU_SECRET_KEY";

  @Option(
      names = "--secret-env",
      paramLabel = "NAME",
      description =
          "Environment variable that holds the Secret Key (default: " + DEFAULT_VARIABLE + ").")
  private @Nullable String variable;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "File that holds the Secret Key; one line end after it is not part of it.")
  private @Nullable Path file;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description =
          "JSON file with an object: client id to Secret Key, or to several keys (see the guide).")
  private @Nullable Path credentials;

  /**
   * Returns the keys that the options name; empty where none is given and none stands by. From then
   * on nothing that is said holds one.
   */
  KeyRing keys(Env env) throws InputException {
    KeyRing keys = read(env.variables());
    env.masking().know(keys.secrets());
    return keys;
  }

  private KeyRing read(Map<String, String> variables) throws InputException {
    KeyRing ring = KeyRing.empty();
    if (credentials != null) {
      ring = KeyRing.of(CredentialsFile.read(credentials));
    }
    Optional<MerchantSecret> secret = secret(variables);
    return secret.isPresent() ? ring.withAny(MerchantKeys.of(secret.get())) : ring;
  }

  private Optional<MerchantSecret> secret(Map<String, String> variables) throws InputException {
    if (file != null) {
      return Optional.of(SecretSources.ofFile(file));
    }
    if (variable != null) {
      return Optional.of(SecretSources.ofVariable(variable, variables));
    }
    boolean standsBy =
        credentials == null && !variables.getOrDefault(DEFAULT_VARIABLE, "").isEmpty();
    return standsBy
        ? Optional.of(SecretSources.ofVariable(DEFAULT_VARIABLE, variables))
        : Optional.empty();
  }

  /** Returns the options as the user gave them: names of places, never a secret. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    add(arguments, "--secret-env", variable);
    add(arguments, "--secret-file", file);
    add(arguments, "--credentials", credentials);
    return arguments;
  }

  private static void add(List<String> arguments, String name, @Nullable Object value) {
    if (value != null) {
      arguments.add(name);
      arguments.add(value instanceof Path path ? FileNames.of(path) : value.toString());
    }
  }
}
