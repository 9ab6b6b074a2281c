package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.Dimension;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Key;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.TextChange;
import io.github.dokuconformance.diagnosis.Weight;

/** The choices of a signer of SNAP, in the order in which they are applied. */
final class SnapDimensions {
  static final Dimension<Key> SECRET = Dimension.of(0, "secret", Key.class).besideText();
  static final Dimension<RowLayout> LAYOUT =
      Dimension.of(1, "layout", RowLayout.class)
          .weighing((weight, layout) -> weight.longer(layout.extra()))
          .bringing(RowLayout::mac);
  static final Dimension<Octets> SEPARATOR =
      Dimension.of(2, "separator", Octets.class).weighing(Weight::longer);
  static final Dimension<Octets> ENDING = Dimension.of(3, "ending", Octets.class);
  static final Dimension<Piece> METHOD = piece(4, "method");
  static final Dimension<Piece> PATH = piece(5, "path");
  static final Dimension<Piece> TOKEN = piece(6, "access token");
  static final Dimension<Piece> CLIENT = piece(7, "client key");
  static final Dimension<Piece> TIMESTAMP = piece(8, "timestamp");
  static final Dimension<Content> BODY =
      Dimension.of(9, "body", Content.class).weighing(Weight::ofBody);
  static final Dimension<BodyHash> BODY_HASH =
      Dimension.of(10, "body hash", BodyHash.class)
          .weighing((weight, hash) -> weight.ofRawBody(hash.raw()));
  static final Dimension<TextChange> TEXT =
      Dimension.of(11, "text", TextChange.class)
          .weighing((weight, change) -> weight.ofChangedText());
  static final Dimension<MacKind> MAC =
      Dimension.of(12, "mac", MacKind.class).bringing(kind -> kind).besideText();

  /** How a signature is written is read from its header, and is no part of a recipe. */
  static final Dimension<String> SIGNATURE_PREFIX =
      Dimension.of(13, "signature prefix", String.class);

  static final Dimension<Encoding> SIGNATURE_ENCODING =
      Dimension.of(14, "signature encoding", Encoding.class);
  static final Dimension<String> SIGNATURE_KEY = Dimension.of(15, "key pair", String.class);

  /** How many are part of a recipe. */
  static final int IN_RECIPE = 13;

  private SnapDimensions() {}

  private static Dimension<Piece> piece(int index, String label) {
    return Dimension.of(index, label, Piece.class)
        .weighing((weight, piece) -> weight.longer(piece.value()));
  }

  static Dimension<Piece> piece(Slot slot) {
    return switch (slot) {
      case METHOD -> METHOD;
      case PATH -> PATH;
      case TOKEN -> TOKEN;
      case CLIENT -> CLIENT;
      case TIMESTAMP -> TIMESTAMP;
      case HASH, EXTRA ->
          throw new IllegalArgumentException("expected a slot of a text, got " + slot);
    };
  }
}
