package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.KeyFile;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.probe.Desk;
import io.github.dokuconformance.probe.NotificationUrl;
import io.github.dokuconformance.probe.UnusableEndpointException;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With what a merchant is asked for the token that comes with each message, as DOKU asks. */
final class DeskOptions {
  @Option(
      names = "--doku-key",
      paramLabel = "FILE",
      description =
          "For SNAP: the private RSA key, in PEM, by which a token is asked for as DOKU does; the"
              + " endpoint has to have its public half for DOKU's.")
  private @Nullable Path dokuKey;

  @Option(
      names = "--token-url",
      paramLabel = "URL",
      description =
          "For SNAP: where the merchant gives tokens (default: DOKU's own path on the host of"
              + " URL).")
  private @Nullable String tokenUrl;

  /** Asks for the token without which nothing can be sent; nothing where none is given. */
  Optional<Desk> open(Env env, ProbeOptions options, String clientId, URI target, Duration patience)
      throws InputException {
    if (dokuKey == null) {
      throw options.wrong(
          "expected --doku-key, the private key that signs as DOKU; make one by openssl genrsa -out"
              + " doku.pem 2048, and give the endpoint its public half: openssl rsa -in doku.pem"
              + " -pubout");
    }
    AsymmetricKey key = KeyFile.read(dokuKey, Optional.empty());
    if (!key.canSign()) {
      throw options.wrong("expected DOKU's private key in --doku-key, got the public one alone");
    }
    env.masking().know(KeyRing.empty().withAny(MerchantKeys.none().withOfDoku(key)).secrets());
    TokenForm tokens = TokenForm.of(Contract.bundled()).orElseThrow();
    URI where =
        tokenUrl == null ? tokens.besides(target) : options.valid(DeskOptions::tokens, tokenUrl);
    try {
      Desk desk = Desk.open(tokens, clientId, key, where, patience, env.clock().instant());
      env.masking().know(List.of(MerchantSecret.of(desk.token().expose())));
      return Optional.of(desk);
    } catch (UnusableEndpointException e) {
      env.say(Failures.line(e));
      return Optional.empty();
    }
  }

  private static URI tokens(String text) {
    NotificationUrl.parse(text);
    return URI.create(text);
  }
}
