package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Hash;

/** One value for each dimension: all that it takes to compute a MAC. Immutable once made. */
final class Recipe {
  private Key key;
  private Names names = Names.RIGHT;
  private Octets nameSeparator = Octets.utf8(":");
  private Octets lineSeparator = Octets.utf8("\n");
  private Layout layout = Lines.of(Line.RIGHT);
  private Octets lastLineEnd = Octets.NONE;
  private Octets clientId;
  private Octets requestId;
  private Stamp stamp;
  private Octets target;
  private Padding padding = Padding.NONE;
  private Content body;
  private DigestLine digestLine;
  private Hash digestHash = Hash.SHA256;
  private Encoding digestEncoding = Encoding.BASE64;
  private Octets digestPrefix = Octets.NONE;
  private TextChange textChange = TextChange.NONE;
  private MacKind mac = MacKind.RIGHT;

  Recipe(
      Key key,
      Octets clientId,
      Octets requestId,
      Stamp stamp,
      Octets target,
      Content body,
      DigestLine digestLine) {
    this.key = key;
    this.clientId = clientId;
    this.requestId = requestId;
    this.stamp = stamp;
    this.target = target;
    this.body = body;
    this.digestLine = digestLine;
  }

  private Recipe(Recipe other) {
    key = other.key;
    names = other.names;
    nameSeparator = other.nameSeparator;
    lineSeparator = other.lineSeparator;
    layout = other.layout;
    lastLineEnd = other.lastLineEnd;
    clientId = other.clientId;
    requestId = other.requestId;
    stamp = other.stamp;
    target = other.target;
    padding = other.padding;
    body = other.body;
    digestLine = other.digestLine;
    digestHash = other.digestHash;
    digestEncoding = other.digestEncoding;
    digestPrefix = other.digestPrefix;
    textChange = other.textChange;
    mac = other.mac;
  }

  Recipe with(Dimension dimension, Object value) {
    Recipe copy = new Recipe(this);
    copy.set(dimension, value);
    return copy;
  }

  private void set(Dimension dimension, Object value) {
    switch (dimension) {
      case SECRET -> key = (Key) value;
      case COMPONENT_NAMES -> names = (Names) value;
      case NAME_SEPARATOR -> nameSeparator = (Octets) value;
      case LINE_SEPARATOR -> lineSeparator = (Octets) value;
      case LINES -> layout = (Layout) value;
      case LAST_LINE_END -> lastLineEnd = (Octets) value;
      case CLIENT_ID -> clientId = (Octets) value;
      case REQUEST_ID -> requestId = (Octets) value;
      case TIMESTAMP -> stamp = (Stamp) value;
      case TARGET -> target = (Octets) value;
      case VALUE_WHITESPACE -> padding = (Padding) value;
      case BODY -> body = (Content) value;
      case DIGEST_LINE -> digestLine = (DigestLine) value;
      case DIGEST_HASH -> digestHash = (Hash) value;
      case DIGEST_ENCODING -> digestEncoding = (Encoding) value;
      case DIGEST_PREFIX -> digestPrefix = (Octets) value;
      case TEXT -> textChange = (TextChange) value;
      case MAC -> mac = (MacKind) value;
      default -> throw new IllegalArgumentException("not part of a recipe: " + dimension);
    }
  }

  Object get(Dimension dimension) {
    return switch (dimension) {
      case SECRET -> key;
      case COMPONENT_NAMES -> names;
      case NAME_SEPARATOR -> nameSeparator;
      case LINE_SEPARATOR -> lineSeparator;
      case LINES -> layout;
      case LAST_LINE_END -> lastLineEnd;
      case CLIENT_ID -> clientId;
      case REQUEST_ID -> requestId;
      case TIMESTAMP -> stamp;
      case TARGET -> target;
      case VALUE_WHITESPACE -> padding;
      case BODY -> body;
      case DIGEST_LINE -> digestLine;
      case DIGEST_HASH -> digestHash;
      case DIGEST_ENCODING -> digestEncoding;
      case DIGEST_PREFIX -> digestPrefix;
      case TEXT -> textChange;
      case MAC -> mac;
      default -> throw new IllegalArgumentException("not part of a recipe: " + dimension);
    };
  }

  Key key() {
    return key;
  }

  Names names() {
    return names;
  }

  Octets nameSeparator() {
    return nameSeparator;
  }

  Octets lineSeparator() {
    return lineSeparator;
  }

  Layout layout() {
    return layout;
  }

  Octets lastLineEnd() {
    return lastLineEnd;
  }

  Octets clientId() {
    return clientId;
  }

  Octets requestId() {
    return requestId;
  }

  Stamp stamp() {
    return stamp;
  }

  Octets target() {
    return target;
  }

  Padding padding() {
    return padding;
  }

  Content body() {
    return body;
  }

  DigestLine digestLine() {
    return digestLine;
  }

  TextChange textChange() {
    return textChange;
  }

  MacKind mac() {
    return mac == MacKind.RIGHT ? layout.mac() : mac;
  }

  /** Returns what stands after the name on the Digest line. */
  Octets digest() {
    Content content = digestLine.instead() == null ? body : digestLine.instead();
    if (digestLine.raw()) {
      return content.octets();
    }
    Octets digest = content.digest(digestHash, digestEncoding);
    if (digestPrefix.bytes.length == 0) {
      return digest;
    }
    Buffer prefixed = new Buffer();
    prefixed.put(digestPrefix);
    prefixed.put(digest);
    return new Octets(prefixed.toByteArray());
  }

  /** Writes the joined lines. */
  void write(Buffer out) {
    out.clear();
    layout.write(this, out);
  }
}
