package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.Hash;
import java.util.List;

/**
 * DOKU's older recipe, a checksum of the body: values by the order of their names, then the key,
 * nothing between them.
 *
 * <p>Source: DOKU's Postman collection, its scripts of 2020 for virtual accounts and cards and
 * those for OVO (observed): hex of SHA-256.
 */
record ChecksumLayout(List<Component> values, Octets text, MacKind mac) implements Layout {
  static ChecksumLayout of(List<Component> values, byte[] key) {
    Buffer text = new Buffer();
    values.forEach(value -> text.put(Octets.utf8(value.value())));
    text.put(Octets.of(key));
    return new ChecksumLayout(
        List.copyOf(values), Octets.of(text.toByteArray()), MacKind.plain(Hash.SHA256));
  }

  @Override
  public void write(Recipe recipe, Buffer out) {
    out.put(text);
  }

  @Override
  public List<Component> components(Recipe recipe) {
    return values;
  }

  @Override
  public Octets extra() {
    return text;
  }
}
