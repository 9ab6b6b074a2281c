package io.github.dokuconformance.scheme;

import io.github.dokuconformance.diagnosis.SchemeDiagnosis;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapDiagnosis;
import io.github.dokuconformance.diagnosis.snap.SnapDiagnosis;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The signature schemes that are known; a new one is added here. Immutable and thread safe. */
public final class Schemes {
  private static final Schemes BUNDLED =
      new Schemes(
          List.of(
              NonSnapDiagnosis.INSTANCE,
              SnapDiagnosis.TOKEN,
              SnapDiagnosis.SYMMETRIC,
              SnapDiagnosis.ASYMMETRIC));

  private final List<SchemeDiagnosis> all;
  private final Optional<Scheme> always;

  private Schemes(List<SchemeDiagnosis> all) {
    this(all, Optional.empty());
  }

  private Schemes(List<SchemeDiagnosis> all, Optional<Scheme> always) {
    this.all = List.copyOf(all);
    this.always = always;
  }

  /** Returns the schemes of this version. */
  public static Schemes bundled() {
    return BUNDLED;
  }

  /**
   * Returns a copy with one more.
   *
   * @throws IllegalArgumentException if its id is taken
   */
  public Schemes with(SchemeDiagnosis more) {
    String id = more.scheme().id();
    if (find(id).isPresent()) {
      throw new IllegalArgumentException("expected a new scheme, got another " + id);
    }
    List<SchemeDiagnosis> copy = new ArrayList<>(all);
    copy.add(more);
    return new Schemes(copy);
  }

  /** Returns a copy that takes every message for one of that scheme, whatever it looks like. */
  public Schemes always(Scheme scheme) {
    return new Schemes(all, Optional.of(scheme));
  }

  public List<SchemeDiagnosis> all() {
    return all;
  }

  public Optional<SchemeDiagnosis> find(String id) {
    for (SchemeDiagnosis scheme : all) {
      if (scheme.scheme().id().equals(id)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }

  /** Returns the scheme whose headers a request carries; the first where it has none. */
  public Scheme of(Headers request) {
    if (always.isPresent()) {
      return always.get();
    }
    for (SchemeDiagnosis scheme : all) {
      if (scheme.scheme().recognises(request)) {
        return scheme.scheme();
      }
    }
    return all.get(0).scheme();
  }

  /**
   * Returns the scheme of that id, or the one in its place whose headers a request carries; without
   * an id, that whose headers it carries.
   */
  public Scheme of(Optional<String> id, Headers request) {
    if (id.isEmpty()) {
      return of(request);
    }
    for (SchemeDiagnosis scheme : all) {
      // Headers are looked at only where another scheme may stand in its place.
      if (scheme.scheme().insteadOf().equals(id)) {
        Scheme carried = of(request);
        return carried.insteadOf().equals(id) ? carried : of(id.get());
      }
    }
    return of(id.get());
  }

  /** Returns the scheme of that id; one without headers and keys where it is not known. */
  public Scheme of(String id) {
    if (always.isPresent()) {
      return always.get();
    }
    Optional<SchemeDiagnosis> known = find(id);
    return known.isPresent() ? known.get().scheme() : new UnknownScheme(id);
  }
}
