package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;

/** One value for each dimension: all that it takes to compute a MAC. Immutable. */
final class Recipe {
  private static final Lines RIGHT_LINES = Lines.of(Line.RIGHT);

  private final EnumMap<Dimension, Object> values;

  Recipe(
      Key key,
      Octets clientId,
      Octets requestId,
      Stamp stamp,
      Octets target,
      Content body,
      DigestLine digestLine) {
    values = new EnumMap<>(Dimension.class);
    set(Dimension.SECRET, key);
    set(Dimension.COMPONENT_NAMES, Names.RIGHT);
    set(Dimension.NAME_SEPARATOR, Octets.utf8(":"));
    set(Dimension.LINE_SEPARATOR, Octets.utf8("\n"));
    set(Dimension.LINES, RIGHT_LINES);
    set(Dimension.LAST_LINE_END, Octets.NONE);
    set(Dimension.CLIENT_ID, clientId);
    set(Dimension.REQUEST_ID, requestId);
    set(Dimension.TIMESTAMP, stamp);
    set(Dimension.TARGET, target);
    set(Dimension.VALUE_WHITESPACE, Padding.NONE);
    set(Dimension.BODY, body);
    set(Dimension.DIGEST_LINE, digestLine);
    set(Dimension.DIGEST_HASH, Hash.SHA256);
    set(Dimension.DIGEST_ENCODING, Encoding.BASE64);
    set(Dimension.DIGEST_PREFIX, Octets.NONE);
    set(Dimension.TEXT, TextChange.NONE);
    set(Dimension.MAC, MacKind.RIGHT);
  }

  private Recipe(EnumMap<Dimension, Object> values) {
    this.values = values;
  }

  private void set(Dimension dimension, Object value) {
    values.put(dimension, value);
  }

  Recipe with(Dimension dimension, Object value) {
    Recipe copy = new Recipe(values.clone());
    copy.set(dimension, value);
    return copy;
  }

  Object get(Dimension dimension) {
    return requireNonNull(values.get(dimension));
  }

  Key key() {
    return (Key) get(Dimension.SECRET);
  }

  Names names() {
    return (Names) get(Dimension.COMPONENT_NAMES);
  }

  Octets nameSeparator() {
    return (Octets) get(Dimension.NAME_SEPARATOR);
  }

  Octets lineSeparator() {
    return (Octets) get(Dimension.LINE_SEPARATOR);
  }

  Layout layout() {
    return (Layout) get(Dimension.LINES);
  }

  Octets lastLineEnd() {
    return (Octets) get(Dimension.LAST_LINE_END);
  }

  Octets clientId() {
    return (Octets) get(Dimension.CLIENT_ID);
  }

  Octets requestId() {
    return (Octets) get(Dimension.REQUEST_ID);
  }

  Stamp stamp() {
    return (Stamp) get(Dimension.TIMESTAMP);
  }

  Octets target() {
    return (Octets) get(Dimension.TARGET);
  }

  Padding padding() {
    return (Padding) get(Dimension.VALUE_WHITESPACE);
  }

  Content body() {
    return (Content) get(Dimension.BODY);
  }

  DigestLine digestLine() {
    return (DigestLine) get(Dimension.DIGEST_LINE);
  }

  TextChange textChange() {
    return (TextChange) get(Dimension.TEXT);
  }

  MacKind mac() {
    MacKind own = (MacKind) get(Dimension.MAC);
    return own == MacKind.RIGHT ? layout().mac() : own;
  }

  /** Writes what stands after the name on the Digest line. */
  void putDigest(Buffer out) {
    DigestLine line = digestLine();
    Content content = line.instead() == null ? body() : line.instead();
    if (line.raw()) {
      out.put(new Octets(content.bytes()));
    } else {
      out.put((Octets) get(Dimension.DIGEST_PREFIX));
      Hash hash = (Hash) get(Dimension.DIGEST_HASH);
      out.put(content.digest(hash, (Encoding) get(Dimension.DIGEST_ENCODING)));
    }
  }

  /** Writes the joined lines. */
  void write(Buffer out) {
    out.clear();
    layout().write(this, out);
  }
}
