package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import io.github.dokuconformance.signature.snap.Snap;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * In which operations a code is looked for, told by their data alone.
 *
 * <p>A code may be off because of what an operation is, which needs no more words; or because its
 * data lacks what such an operation should have, which somebody has to give a reason for. Immutable
 * and thread safe.
 */
public final class Scope {
  /**
   * Why a code is off.
   *
   * @param explained whether the reason is what the operation is, and not a gap in its data
   */
  public record Off(String reason, boolean explained) {}

  private final Function<Operation, Optional<Off>> off;

  private Scope(Function<Operation, Optional<Off>> off) {
    this.off = off;
  }

  /** The code is looked for in every operation. */
  public static Scope everywhere() {
    return new Scope(operation -> Optional.empty());
  }

  /** The code is looked for in no operation, and is about what is none. */
  public static Scope nowhere(String reason) {
    return only(operation -> false, reason);
  }

  /** The code is looked for where that is so. */
  public static Scope only(Predicate<Operation> so, String otherwise) {
    return new Scope(
        operation -> so.test(operation) ? Optional.empty() : Optional.of(new Off(otherwise, true)));
  }

  /** The code is about headers as the pages on Non-SNAP have them. */
  public static Scope nonSnap() {
    return only(
        operation -> operation.scheme().equals(NonSnap.SCHEME.id()),
        "its messages are signed by another scheme");
  }

  /** The code is about headers as the pages on SNAP have them. */
  public static Scope snap() {
    return only(
        operation -> Snap.SCHEMES.stream().anyMatch(it -> it.id().equals(operation.scheme())),
        "its messages are not signed as SNAP's");
  }

  /** The code is about what the merchant sends. */
  public static Scope sentByMerchant(String otherwise) {
    return only(operation -> !operation.isCalledByDoku(), otherwise);
  }

  /**
   * The code needs a place in a part. Data that say nothing of it have a gap in those roles; an
   * empty list says that there is none.
   */
  public static Scope place(Part part, Meaning meaning, Role... roles) {
    return data(
            operation -> operation.tellsOf(part, meaning),
            "x-doku names no " + meaning.key() + " in the " + part.id(),
            roles)
        .and(
            only(
                operation -> operation.pointer(part, meaning).isPresent(),
                "its " + part.id() + " has no " + meaning.key()));
  }

  /** The code needs that to be said in the data; a lack of it is a gap in those of those roles. */
  public static Scope data(Predicate<Operation> said, String otherwise, Role... roles) {
    Set<Role> gaps = Set.of(roles);
    return new Scope(
        operation -> {
          if (said.test(operation)) {
            return Optional.empty();
          }
          return gaps.contains(operation.role())
              ? Optional.of(new Off(otherwise, false))
              : Optional.of(new Off(otherwise + " (asked of " + of(roles) + ")", true));
        });
  }

  private static String of(Role... roles) {
    return roles.length == 0
        ? "no role"
        : Arrays.stream(roles).map(Role::id).collect(Collectors.joining(", ")) + " alone";
  }

  /** The code needs both. */
  public Scope and(Scope other) {
    return new Scope(operation -> off.apply(operation).or(() -> other.off.apply(operation)));
  }

  /** Returns why the code is not looked for in an operation; empty where it is. */
  public Optional<Off> off(Operation operation) {
    return off.apply(operation);
  }
}
