package io.github.dokuconformance.page.teavm;

import org.teavm.classlib.ResourceSupplier;
import org.teavm.classlib.ResourceSupplierContext;

/** Names the files beside the diagnosis's classes that go into the page. */
@SuppressWarnings("deprecation") // TeaVM has no other way yet.
public final class Resources implements ResourceSupplier {
  private static final String DIAGNOSIS = "io/github/dokuconformance/diagnosis/";

  @Override
  public String[] supplyResources(ResourceSupplierContext context) {
    return new String[] {
      DIAGNOSIS + "nonsnap/mistakes.json",
      DIAGNOSIS + "nonsnap/paths.txt",
      DIAGNOSIS + "snap/mistakes.json",
      DIAGNOSIS + "snap/fixed-paths.txt",
      DIAGNOSIS + "snap/paths.txt"
    };
  }
}
