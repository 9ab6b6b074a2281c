package io.github.dokuconformance.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest, or into the module of a runtime. */
final class Version implements IVersionProvider {
  static String text() {
    Module module = Version.class.getModule();
    Optional<String> version =
        module.isNamed()
            ? module.getDescriptor().rawVersion()
            : Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    return version.orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"doku-conformance " + text()};
  }
}
