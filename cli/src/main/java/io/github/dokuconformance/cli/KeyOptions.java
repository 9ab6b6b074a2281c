package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.KeyFile;
import io.github.dokuconformance.cli.input.TokenFile;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name where SNAP's keys and tokens are; never what they hold. */
final class KeyOptions {
  @Option(
      names = "--rsa-key",
      paramLabel = "FILE",
      description =
          "The merchant's RSA key, in PEM: the private one signs, the public one or its certificate"
              + " verifies.")
  private @Nullable Path own;

  @Option(
      names = "--doku-key",
      paramLabel = "FILE",
      description = "DOKU's public key, in PEM, as the dashboard shows it.")
  private @Nullable Path ofDoku;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The access token of SNAP: the response in which it came, or the token alone.")
  private @Nullable Path tokenFile;

  /**
   * Returns the ring with these keys for every client id. From then on nothing that is said holds
   * one.
   *
   * @param password of a key that is encrypted
   */
  KeyRing addedTo(KeyRing ring, Env env, Optional<MerchantSecret> password) throws InputException {
    KeyRing all = ring;
    if (own != null) {
      AsymmetricKey key = KeyFile.read(own, password);
      all = all.withEach(keys -> keys.withOwn(key));
    }
    if (ofDoku != null) {
      AsymmetricKey key = KeyFile.read(ofDoku, password);
      all = all.withEach(keys -> keys.withOfDoku(key.publicHalf()));
    }
    env.masking().know(all.secrets());
    warnOfShort(all, env);
    return all;
  }

  /** As {@link #addedTo}, with the token among what is known and never said. */
  KeyRing addedToWithToken(KeyRing ring, Env env, Optional<MerchantSecret> password)
      throws InputException {
    KeyRing keys = addedTo(ring, env, password);
    Optional<AccessToken> token = token();
    if (token.isEmpty() || tokenFile == null) {
      return keys;
    }
    String name = "of " + Visible.name(FileNames.of(tokenFile));
    UnaryOperator<MerchantKeys> add = known -> known.withToken(name, token.get());
    KeyRing all = keys.withEach(add);
    env.masking().know(all.secrets());
    return all;
  }

  /** Returns the token that a file is named for. */
  Optional<AccessToken> token() throws InputException {
    return tokenFile == null ? Optional.empty() : Optional.of(TokenFile.read(tokenFile));
  }

  private static void warnOfShort(KeyRing ring, Env env) {
    List<AsymmetricKey> keys = new ArrayList<>();
    ring.find("").ifPresent(it -> addAll(it, keys));
    ring.byClientId().values().forEach(it -> addAll(it, keys));
    keys.stream()
        .filter(AsymmetricKey::isShort)
        .map(
            key ->
                "the RSA key whose check value is "
                    + key.checkValue()
                    + " has "
                    + key.bits()
                    + " bits, which can be broken; make one of 2048: openssl genrsa -out FILE 2048")
        .distinct()
        .forEach(line -> env.say(line));
  }

  private static void addAll(MerchantKeys known, List<AsymmetricKey> out) {
    out.addAll(known.own());
    out.addAll(known.ofDoku());
  }

  /** Returns the options as the user gave them: names of places, never a key. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    SecretOptions.add(arguments, "--rsa-key", own);
    SecretOptions.add(arguments, "--doku-key", ofDoku);
    SecretOptions.add(arguments, "--token-file", tokenFile);
    return arguments;
  }
}
