package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.Dimension;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Key;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.TextChange;
import io.github.dokuconformance.diagnosis.Weight;
import io.github.dokuconformance.signature.Hash;

/** The choices of a signer of Non-SNAP, in the order in which they are applied. */
final class Dimensions {
  static final Dimension<Key> SECRET = Dimension.of(0, "secret", Key.class).besideText();
  static final Dimension<Names> COMPONENT_NAMES = Dimension.of(1, "component names", Names.class);
  static final Dimension<NameSeparators> NAME_SEPARATOR =
      Dimension.of(2, "name separator", NameSeparators.class)
          .weighing((weight, separators) -> weight.longer(separators.longest()));
  static final Dimension<Octets> LINE_SEPARATOR = octets(3, "line separator");
  static final Dimension<Layout> LINES =
      Dimension.of(4, "lines", Layout.class)
          .weighing((weight, layout) -> weight.longer(layout.extra()))
          .bringing(Layout::mac);
  static final Dimension<Octets> LAST_LINE_END = octets(5, "last line end");
  static final Dimension<Octets> CLIENT_ID = octets(6, "client id");
  static final Dimension<Octets> REQUEST_ID = octets(7, "request id");
  static final Dimension<Stamp> TIMESTAMP =
      Dimension.of(8, "timestamp", Stamp.class)
          .weighing((weight, stamp) -> weight.longer(stamp.value()));
  static final Dimension<Octets> TARGET = octets(9, "target");
  static final Dimension<Padding> VALUE_WHITESPACE =
      Dimension.of(10, "value whitespace", Padding.class);
  static final Dimension<Content> BODY =
      Dimension.of(11, "body", Content.class).weighing(Weight::ofBody);
  static final Dimension<DigestLine> DIGEST_LINE =
      Dimension.of(12, "digest line", DigestLine.class)
          .weighing((weight, line) -> weight.ofRawBody(line.raw()));
  static final Dimension<Hash> DIGEST_HASH =
      Dimension.of(13, "digest hash", Hash.class)
          .weighing((weight, hash) -> weight.ofOtherDigest());
  static final Dimension<Encoding> DIGEST_ENCODING =
      Dimension.of(14, "digest encoding", Encoding.class);
  static final Dimension<Octets> DIGEST_PREFIX = octets(15, "digest prefix");
  static final Dimension<TextChange> TEXT =
      Dimension.of(16, "text", TextChange.class)
          .weighing((weight, change) -> weight.ofChangedText());
  static final Dimension<MacKind> MAC =
      Dimension.of(17, "mac", MacKind.class).bringing(kind -> kind).besideText();

  /** How a signature is written is read from its header, and is no part of a recipe. */
  static final Dimension<String> SIGNATURE_PREFIX =
      Dimension.of(18, "signature prefix", String.class);

  static final Dimension<Encoding> SIGNATURE_ENCODING =
      Dimension.of(19, "signature encoding", Encoding.class);
  static final Dimension<Integer> SIGNATURE_LENGTH =
      Dimension.of(20, "signature length", Integer.class);

  /** How many are part of a recipe. */
  static final int IN_RECIPE = 18;

  private Dimensions() {}

  private static Dimension<Octets> octets(int index, String label) {
    return Dimension.of(index, label, Octets.class).weighing(Weight::longer);
  }
}
