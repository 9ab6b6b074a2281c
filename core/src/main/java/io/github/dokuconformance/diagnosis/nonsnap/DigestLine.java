package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.Content;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a Digest line, and of what.
 *
 * @param raw whether the content itself stands there
 * @param instead what is digested in place of the body
 */
record DigestLine(boolean present, boolean raw, @Nullable Content instead) {
  static final DigestLine ABSENT = new DigestLine(false, false, null);
  static final DigestLine OF_BODY = new DigestLine(true, false, null);
  static final DigestLine RAW_BODY = new DigestLine(true, true, null);

  static DigestLine of(Content content) {
    return new DigestLine(true, false, content);
  }

  /** The name, and nothing after it. */
  static DigestLine withoutValue() {
    return new DigestLine(true, true, Content.empty());
  }
}
