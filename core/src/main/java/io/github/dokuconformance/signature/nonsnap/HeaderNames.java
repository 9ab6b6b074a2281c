package io.github.dokuconformance.signature.nonsnap;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.signature.HeaderRole;

/**
 * The names of the headers that carry a signed message's values, for code that knows the scheme.
 */
public final class HeaderNames {
  public static final String CLIENT_ID = name(HeaderRole.CLIENT_ID, Part.REQUEST);
  public static final String REQUEST_ID = name(HeaderRole.REQUEST_ID, Part.REQUEST);
  public static final String REQUEST_TIMESTAMP = name(HeaderRole.TIMESTAMP, Part.REQUEST);
  public static final String RESPONSE_TIMESTAMP = name(HeaderRole.TIMESTAMP, Part.RESPONSE);
  public static final String SIGNATURE = name(HeaderRole.SIGNATURE, Part.REQUEST);

  private HeaderNames() {}

  private static String name(HeaderRole role, Part part) {
    return NonSnap.SCHEME.header(role, part).orElseThrow();
  }
}
