package io.github.dokuconformance.vectors.harness;

import java.util.List;

/**
 * A mistake that gives exactly the wrong signatures of some cases.
 *
 * @param name its codes: {@code body.minified}
 * @param sentence what the signer did
 * @param cases ids of the cases, in the order of the run
 */
public record NamedMistake(String name, String sentence, List<String> cases) {
  public NamedMistake {
    cases = List.copyOf(cases);
  }
}
