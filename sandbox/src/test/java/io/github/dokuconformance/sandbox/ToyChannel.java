package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.contract.Contract;
import java.nio.file.Path;

/** The channel that does not exist, of core's tests: a folder of data of which no code knows. */
public final class ToyChannel {
  public static final Contract CONTRACT =
      Contract.bundledWith(Path.of("../core/src/test/resources/toy-channel"));

  private ToyChannel() {}
}
