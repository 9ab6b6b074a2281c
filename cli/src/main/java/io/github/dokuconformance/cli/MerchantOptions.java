package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.probe.Merchant;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say whose endpoint is probed. */
final class MerchantOptions {
  static final String CLIENT_ID_VARIABLE = "DOKU_CLIENT_ID";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private SecretOptions secrets;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description =
          "The merchant's Client-Id (default: $"
              + CLIENT_ID_VARIABLE
              + ", or the only one of the credentials file).")
  private @Nullable String clientId;

  /** Returns whose endpoint it is, with the key that signs in their name by a scheme. */
  Merchant merchant(Env env, Scheme scheme, Target target) throws InputException {
    KeyRing keys = secrets.keys(env);
    if (keys.isEmpty()) {
      throw wrong(
          "expected the merchant's secret, to sign genuine messages with; set "
              + Env.SECRET_VARIABLE
              + " or use --secret-file or --credentials");
    }
    String id = clientId(env, keys);
    SigningKey key =
        keys.find(id)
            .flatMap(known -> scheme.signer(known, SignedPart.NOTIFICATION))
            .orElseThrow(() -> wrong("the credentials file has no secret for Client-Id " + id));
    return new Merchant(id, key, target);
  }

  private String clientId(Env env, KeyRing keys) {
    String id = clientId != null ? clientId : env.variables().get(CLIENT_ID_VARIABLE);
    Set<String> known = keys.byClientId().keySet();
    if (id == null && known.size() == 1) {
      id = known.iterator().next();
    }
    if (id == null) {
      throw wrong(
          "expected the merchant's Client-Id; use --client-id or set " + CLIENT_ID_VARIABLE);
    }
    if (id.isBlank() || !id.equals(id.strip()) || !HttpSyntax.isFieldValue(id)) {
      throw wrong("expected a Client-Id that a header can carry, got \"" + id.strip() + "\"");
    }
    return id;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
