package io.github.dokuconformance.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.Permutations;
import io.github.dokuconformance.signature.Hash;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a checksum is made of, and in which wrong ways it may have been made. */
final class ChecksumText {
  /**
   * A value that is joined.
   *
   * @param name for people: {@code order.amount}
   * @param spellings as text; each of them is right
   * @param isNumber whether a program may write it with decimals that it does not have
   */
  record Value(String name, List<String> spellings, boolean isNumber) {}

  /** A way to join pieces, which stand by their indexes, and what to do about it. */
  private record Way(
      List<Integer> pieces, String separator, String decimals, List<String> remedies) {}

  private static final String SECRET = "the Secret Key";

  /** So many pieces are put into every order; of more each one is moved alone. */
  private static final int MOST_PERMUTED = 5;

  private static final int MOST_MISTAKES = 2;
  private static final List<String> SEPARATORS =
      List.of("", "|", "+", ",", ":", ";", "&", "-", "_", " ", "\n");
  private static final List<String> DECIMALS = List.of("", ".0", ".00");

  private final List<Value> values;
  private final byte[] secret;

  /** The index of each value, and then that of the secret. */
  private final List<Integer> right;

  ChecksumText(List<Value> values, byte[] secret) {
    this.values = List.copyOf(values);
    this.secret = secret;
    this.right = IntStream.rangeClosed(0, values.size()).boxed().toList();
  }

  boolean isRight(String checksum) {
    return hashes(new Way(right, "", "", List.of())).stream()
        .anyMatch(hash -> HexFormat.of().formatHex(hash).equals(checksum));
  }

  /**
   * Returns what to do about the fewest mistakes that give a checksum, at most two beside its
   * letters; empty where none do. Takes some thousand hashes.
   */
  Optional<String> remedy(String checksum) {
    List<String> remedies = new ArrayList<>();
    String came = checksum.strip();
    if (!came.equals(checksum)) {
      remedies.add("Send it without the white space around it.");
    }
    byte[] hash;
    if (came.matches("[0-9A-Fa-f]{64}")) {
      hash = HexFormat.of().parseHex(came);
      if (!HexFormat.of().formatHex(hash).equals(came)) {
        remedies.add("Write its hex digits in lower case.");
      }
    } else if (came.matches("[A-Za-z0-9+/]{43}=")) {
      hash = Base64.getDecoder().decode(came);
      remedies.add("Write it in hex: it is in base64.");
    } else {
      return Optional.empty();
    }
    return ways().stream()
        .filter(way -> hashes(way).stream().anyMatch(made -> Arrays.equals(made, hash)))
        .findFirst()
        .map(
            way -> {
              List<String> all = new ArrayList<>(way.remedies);
              all.addAll(remedies);
              return String.join(" ", all);
            });
  }

  /** Returns the right way and the wrong ones, those with the fewest mistakes first. */
  private List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    for (List<Integer> pieces : orders()) {
      for (String separator : SEPARATORS) {
        for (String decimals : DECIMALS) {
          List<String> remedies = new ArrayList<>();
          if (!pieces.equals(right)) {
            remedies.add(remedyOfOrder(pieces));
          }
          if (!separator.isEmpty()) {
            remedies.add(
                "Put nothing between the values: %s stands there."
                    .formatted(separator.equals("\n") ? "a line end" : "\"" + separator + "\""));
          }
          if (!decimals.isEmpty()) {
            remedies.add("Join the numbers as they stand in the body, without " + decimals + ".");
          }
          if (remedies.size() <= MOST_MISTAKES) {
            ways.add(new Way(pieces, separator, decimals, remedies));
          }
        }
      }
    }
    ways.sort(Comparator.comparingInt(way -> way.remedies.size()));
    return ways;
  }

  /** Returns the right order first, then those that lack one piece, then others. */
  private Set<List<Integer>> orders() {
    Set<List<Integer>> orders = new LinkedHashSet<>(List.of(right));
    for (int i = right.size() - 1; i >= 0; i--) {
      orders.add(without(i));
    }
    for (List<Integer> pieces : List.of(right, without(right.size() - 1))) {
      if (pieces.size() <= MOST_PERMUTED) {
        orders.addAll(Permutations.of(pieces));
      } else {
        orders.addAll(moved(pieces));
      }
    }
    return orders;
  }

  private List<Integer> without(int index) {
    List<Integer> rest = new ArrayList<>(right);
    rest.remove(index);
    return rest;
  }

  private static List<List<Integer>> moved(List<Integer> pieces) {
    List<List<Integer>> orders = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from++) {
      for (int to = 0; to < pieces.size(); to++) {
        List<Integer> order = new ArrayList<>(pieces);
        order.add(to, order.remove(from));
        orders.add(order);
      }
    }
    return orders;
  }

  private String remedyOfOrder(List<Integer> pieces) {
    List<Integer> left = new ArrayList<>(right);
    left.removeAll(pieces);
    String missing = left.stream().map(this::name).collect(Collectors.joining(", "));
    List<Integer> inOrder = pieces.stream().sorted().toList();
    if (inOrder.equals(pieces)) {
      return "Join %s too: it was left out.".formatted(missing);
    }
    return "Join them in this order: %s; they were joined in the order %s%s."
        .formatted(names(right), names(pieces), missing.isEmpty() ? "" : ", without " + missing);
  }

  private String names(List<Integer> pieces) {
    return pieces.stream().map(this::name).collect(Collectors.joining(" + "));
  }

  private String name(int piece) {
    return piece == values.size() ? SECRET : values.get(piece).name;
  }

  /** Returns the hash for each spelling of the values. */
  private List<byte[]> hashes(Way way) {
    int spellings = values.stream().mapToInt(value -> value.spellings.size()).max().orElse(1);
    return IntStream.range(0, spellings).mapToObj(spelling -> hash(way, spelling)).toList();
  }

  private byte[] hash(Way way, int spelling) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int i = 0; i < way.pieces.size(); i++) {
      if (i > 0) {
        joined.writeBytes(way.separator.getBytes(UTF_8));
      }
      int piece = way.pieces.get(i);
      joined.writeBytes(
          piece == values.size() ? secret : text(piece, spelling, way.decimals).getBytes(UTF_8));
    }
    return Hash.SHA256.of(joined.toByteArray());
  }

  private String text(int piece, int spelling, String decimals) {
    Value value = values.get(piece);
    String text = value.spellings.get(Math.min(spelling, value.spellings.size() - 1));
    return value.isNumber && text.indexOf('.') < 0 ? text + decimals : text;
  }
}
