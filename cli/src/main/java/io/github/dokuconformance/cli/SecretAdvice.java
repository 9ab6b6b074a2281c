package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.SecretFile;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.MerchantKeys;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells once of a run that signatures are right only without what stands around the secret in its
 * file, so that the file is blamed and not the integration. Not thread safe.
 */
final class SecretAdvice {
  private final Env env;
  private final Optional<CheckContext> asWritten;
  private final String trouble;
  private boolean told;

  private SecretAdvice(Env env, Optional<CheckContext> asWritten, String trouble) {
    this.env = env;
    this.asWritten = asWritten;
    this.trouble = trouble;
  }

  static SecretAdvice of(Env env, SecretOptions secrets, CheckContext context)
      throws InputException {
    Optional<SecretFile> file = secrets.secretFile().filter(it -> it.plain().isPresent());
    return new SecretAdvice(
        env,
        file.map(it -> context.withKeys(context.keys().withAny(MerchantKeys.of(it.secret())))),
        file.map(SecretFile::trouble).orElse(""));
  }

  void look(CheckResult result) {
    if (told || asWritten.isEmpty() || statuses(result).noneMatch(SignatureStatus.VALID::equals)) {
      return;
    }
    CheckResult strict = Check.check(result.exchange(), asWritten.get());
    if (statuses(strict).anyMatch(SignatureStatus.INVALID::equals)) {
      told = true;
      env.say("your secret file has " + trouble + "; without it the signature is right");
    }
  }

  private static Stream<SignatureStatus> statuses(CheckResult result) {
    return Arrays.stream(Part.values()).map(part -> result.signature(part).status());
  }
}
