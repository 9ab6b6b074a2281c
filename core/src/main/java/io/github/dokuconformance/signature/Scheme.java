package io.github.dokuconformance.signature;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way of signing: what is signed, under what names, with what key, and how it is verified.
 *
 * <p>Each has a package of its own. Implementations are immutable, thread safe and pure: nothing is
 * read from a clock or made at random.
 */
public interface Scheme {
  /** Returns the stable name, by which an operation of the contract refers to it. */
  String id();

  /** Returns the name of the header of that role; nothing where the scheme has none. */
  Optional<String> header(HeaderRole role, Part part);

  /** Returns the headers that a signed message carries, in the order in which they are sent. */
  List<HeaderRole> headers(Part part);

  /** Tells whether a request is one of this scheme, by its headers alone. */
  default boolean recognises(Headers request) {
    return value(HeaderRole.SIGNATURE, Part.REQUEST, request).isPresent();
  }

  /** Returns the id of the scheme in whose place a page shows this one; nothing where none does. */
  default Optional<String> insteadOf() {
    return Optional.empty();
  }

  /** Returns the page that says what is signed, where findings are to name one of its own. */
  default Optional<Source> source() {
    return Optional.empty();
  }

  /** Returns the form of a signature header's value, as a phrase. */
  String signatureForm();

  /**
   * Returns what stands in a signature header's value that no signer of this scheme writes, as a
   * phrase; nothing where it is well formed.
   */
  Optional<String> malformation(String signature);

  /** Returns the key that signs that part; nothing where it is not known. */
  Optional<? extends SigningKey> signer(MerchantKeys keys, SignedPart part);

  /**
   * Returns the stages of those values, each copied unchanged.
   *
   * @throws IllegalArgumentException if the key is of the wrong kind
   */
  Stages stages(Components components, SigningKey key);

  /**
   * Verifies a signature against the exact bytes of a message, with each key that it may have been
   * made with.
   *
   * <p>Where DOKU's pages are silent about a message that DOKU signs, each reading is tried and the
   * one that verifies is told. What a merchant signs is held to the documented recipe alone.
   * Freshness is not judged here.
   */
  Verification verify(SignedMessage message, MerchantKeys keys);

  /**
   * Returns the signature that a published verifier computes for whatever message comes, since it
   * looks at none; nothing where none is known.
   */
  default Optional<Signature> signatureOfNothing(SigningKey key) {
    return Optional.empty();
  }

  /** Tells whether a signature header's value is the key's for those stages. */
  default boolean accepts(String signature, Stages stages, SigningKey key) {
    return stages.signature().isPresent() && stages.signature().get().isWrittenAs(signature);
  }

  /** Returns the value of the header of that role; nothing where there is none. */
  default Optional<String> value(HeaderRole role, Part part, Headers headers) {
    Optional<String> name = header(role, part);
    return name.isPresent() ? headers.first(name.get()) : Optional.empty();
  }

  /** Returns the names of the headers that a signed message carries. */
  default List<String> names(Part part) {
    List<HeaderRole> roles = headers(part);
    List<String> names = new ArrayList<>(roles.size());
    for (HeaderRole role : roles) {
      names.add(header(role, part).orElseThrow());
    }
    return names;
  }

  /**
   * Returns the headers of the signed message.
   *
   * @throws IllegalArgumentException if a value is not one line of text, or the key can't sign
   */
  default Headers sign(Components components, SigningKey key) {
    Stages stages = stages(components, key);
    Part part = components.part().part();
    List<Header> made = new ArrayList<>();
    for (HeaderRole role : headers(part)) {
      String name = header(role, part).orElseThrow();
      Optional<String> value =
          role == HeaderRole.SIGNATURE
              ? stages.signature().map(Signature::text)
              : components.value(role);
      new Component(name, value.orElse("")).requireOneLine();
      made.add(new Header(name, value.orElse("")));
    }
    stages.stringToSign().components().forEach(Component::requireOneLine);
    return new Headers(made);
  }
}
