package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputFile;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.snap.Minification;
import io.github.dokuconformance.signature.snap.Profile;
import io.github.dokuconformance.signature.snap.Snap;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a message of SNAP has beside its signature, as a bank's profile says. */
record SnapMessage(Scheme scheme, Profile profile, Optional<AccessToken> token, Instant now) {
  private static final String CHANNEL_ID = "CHANNEL-ID";

  /** Returns it where the scheme is one of SNAP's. */
  static Optional<SnapMessage> of(
      Scheme scheme, String profile, CommandSpec spec, Env env, Optional<AccessToken> token)
      throws InputException {
    if (!Snap.SCHEMES.contains(scheme)) {
      return Optional.empty();
    }
    if (scheme != Snap.TOKEN && token.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "a transaction is signed with its access token; name the response in which it came by"
              + " --token-file");
    }
    return Optional.of(new SnapMessage(scheme, read(profile), token, env.clock().instant()));
  }

  static boolean isSignedByRsa(Scheme scheme) {
    return scheme == Snap.TOKEN || scheme == Snap.ASYMMETRIC;
  }

  private static Profile read(String name) throws InputException {
    Optional<Profile> bundled = Profile.bundled(name);
    if (bundled.isPresent()) {
      return bundled.get();
    }
    Path file = FileNames.path(name);
    try {
      return Profile.of(new String(InputFile.read(file, "a profile of SNAP"), UTF_8));
    } catch (IllegalArgumentException e) {
      throw InputException.of(FileNames.of(file), String.valueOf(e.getMessage()));
    }
  }

  /** Returns where DOKU is asked for a token by that scheme; nothing for any other. */
  static Optional<String> tokenPath(Scheme scheme) {
    return scheme == Snap.TOKEN
        ? Profile.bundled(Profile.BUNDLED.get(0)).map(Profile::tokenPath)
        : Optional.empty();
  }

  /** Returns the path where the profile has it: that of a request for a token. */
  Optional<String> path() {
    return scheme == Snap.TOKEN ? Optional.of(profile.tokenPath()) : Optional.empty();
  }

  /** Returns what is signed of a target. */
  String signedPath(String target) {
    Target sent = Target.of(target);
    return profile.querySigned()
        ? sent.path() + sent.query().map(query -> "?" + query).orElse("")
        : sent.path();
  }

  Components components(SignedPart part, String method, String path, Body body) {
    Components components =
        Components.of(part, method, path, body)
            .withRequestId(profile.externalId(now, new SecureRandom()))
            .withTimestamp(profile.timestamp(now));
    return token.map(components::withToken).orElse(components);
  }

  /** Returns the headers with those that nobody signs. */
  Headers withOthers(Headers headers) {
    return scheme == Snap.TOKEN ? headers : headers.with(CHANNEL_ID, profile.channelId());
  }

  /** Returns the body to send; a request for a token has one that it does not sign. */
  Body sent(Body body) {
    return scheme == Snap.TOKEN && body.isEmpty() ? Body.ofUtf8(profile.tokenBody()) : body;
  }

  /** Returns what to say of a body that one side may minify otherwise than the other. */
  Optional<String> remark(Body body) {
    return scheme == Snap.TOKEN || Minification.rewritten(body).isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the body has escapes that no string needs, such as \\/ or \\u00e9: one side may hash"
                + " them as they stand, as here, and the other write them anew; write it with the"
                + " fewest escapes and in UTF-8, so that both come to the same");
  }
}
