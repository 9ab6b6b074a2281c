package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.nonsnap.NonSnap;

/** The names of the headers that carry a signed message's values. */
final class HeaderNames {
  static final String CLIENT_ID = name(HeaderRole.CLIENT_ID, Part.REQUEST);
  static final String REQUEST_ID = name(HeaderRole.REQUEST_ID, Part.REQUEST);
  static final String REQUEST_TIMESTAMP = name(HeaderRole.TIMESTAMP, Part.REQUEST);
  static final String RESPONSE_TIMESTAMP = name(HeaderRole.TIMESTAMP, Part.RESPONSE);
  static final String SIGNATURE = name(HeaderRole.SIGNATURE, Part.REQUEST);

  private HeaderNames() {}

  private static String name(HeaderRole role, Part part) {
    return NonSnap.SCHEME.header(role, part).orElseThrow();
  }
}
