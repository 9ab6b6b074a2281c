package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.PathList;
import java.util.List;

/** Paths of DOKU's Non-SNAP products, of the contract or not; their sources stand in the file. */
final class ProductPaths {
  static final List<String> ALL =
      PathList.read(ProductPaths.class, "paths.txt").stream()
          .filter(path -> path.indexOf('{') < 0)
          .toList();

  private ProductPaths() {}
}
