package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes known secrets out of text.
 *
 * <p>A secret is found plain, in base64 (also inside of longer base64), base64url and hex, in
 * either letter case, and each of these with any of its characters escaped as JSON, URLs, HTML or
 * XML do. One of fewer than 8 bytes is taken out only where it stands alone, as a whole value or
 * word. JSON stays JSON. Immutable and thread safe; time is proportional to the text.
 */
public final class SecretMask {
  /** What stands in place of a secret. */
  public static final String SHOWN = "[secret]";

  /** A mask that knows no secret. */
  public static final SecretMask NONE = new SecretMask(List.of());

  private static final int SHORTEST_ANYWHERE = 8;
  private static final int LONGEST_ESCAPE = 64;
  private static final int LONGEST_PERCENT = 16;
  private static final int ASCII = 128;

  /** What may follow a backslash that spells another character, or begins to. */
  private static final String ESCAPED = "unrtbf0123456789abcdefABCDEF";

  private final Node root = new Node(false);
  private final boolean[] starts = new boolean[ASCII];

  /**
   * Which two characters of ASCII could be the first of a secret; most pairs in a text are none.
   */
  private final boolean[] pairs = new boolean[ASCII * ASCII];

  private SecretMask(Collection<MerchantSecret> secrets) {
    for (MerchantSecret secret : secrets) {
      add(secret.exposeForMac());
    }
    if (!isEmpty()) {
      for (char escape : new char[] {'\\', '%', '&', '+'}) {
        starts[escape] = true;
      }
    }
    for (char first = 0; first < ASCII; first++) {
      for (char second = 0; starts[first] && second < ASCII; second++) {
        pairs[first * ASCII + second] = mayBegin(first, second);
      }
    }
  }

  public static SecretMask of(Collection<MerchantSecret> secrets) {
    return secrets.isEmpty() ? NONE : new SecretMask(secrets);
  }

  public boolean isEmpty() {
    return root.children.isEmpty();
  }

  /** Returns the text without secrets; the same object where none stands in it. */
  public String text(String text) {
    if (isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    mask(text, 0, true, masked);
    return masked.length() == text.length() && text.contentEquals(masked)
        ? text
        : masked.toString();
  }

  /**
   * Masks a part of a text that comes in pieces.
   *
   * @param from where the part begins; what stands before it has been masked already
   * @param last whether the text ends here; otherwise what may be the beginning of a secret waits
   * @param out gets the masked text
   * @return where the next part begins
   */
  public int mask(CharSequence text, int from, boolean last, StringBuilder out) {
    return mask(text.toString(), from, last, out);
  }

  /** As the other; each character of a builder takes several times as long to ask for. */
  private int mask(String text, int from, boolean last, StringBuilder out) {
    int copied = from;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < ASCII && !starts[c]) {
        at++;
        continue;
      }
      // Of many backslashes the last ones alone can belong to an escape.
      int next = c == '\\' ? endOfRun(text, at) : at + 1;
      at = Math.max(at, next - LONGEST_ESCAPE);
      int length = mayBegin(text, at) ? new Walk(text, at, last).match() : 0;
      if (length == Walk.UNDECIDED) {
        break;
      }
      if (length == 0) {
        at = next;
        continue;
      }
      out.append(text, copied, at).append(opensEscape(text, at) ? "\\" : "").append(SHOWN);
      at += length;
      copied = at;
    }
    // A whole text is copied at one go, a part of one character by character.
    out.append(text.substring(copied, at));
    return at;
  }

  private static int endOfRun(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '\\') {
      end++;
    }
    return end;
  }

  /** Tells whether two characters could be the first of a secret, or nothing is known of them. */
  private boolean mayBegin(String text, int at) {
    if (at + 1 == text.length() || text.charAt(at) >= ASCII || text.charAt(at + 1) >= ASCII) {
      return true;
    }
    return pairs[text.charAt(at) * ASCII + text.charAt(at + 1)];
  }

  private boolean mayBegin(char one, char second) {
    Node first = root.next(one);
    if (first == null && one == '\\') {
      // It stands for the beginning of a secret, or spells it, or is as the JSON of a quotation
      // mark.
      return starts[second] || ESCAPED.indexOf(second) >= 0;
    }
    return first == null
        || "\\%&+".indexOf(one) >= 0
        || "\\%&+".indexOf(second) >= 0
        || first.ends
        || first.endsAlone
        || first.next(second) != null;
  }

  /** Tells whether what stands before would escape what comes next. */
  private static boolean opensEscape(String text, int at) {
    int before = at;
    while (before > 0 && text.charAt(before - 1) == '\\') {
      before--;
    }
    return (at - before) % 2 == 1;
  }

  private void add(byte[] secret) {
    boolean alone = secret.length < SHORTEST_ANYWHERE;
    String text = new String(secret, UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      add(withoutEnds(text), alone);
      add(text.strip().getBytes(UTF_8), alone);
    }
    add(secret, alone);
  }

  private void add(byte[] secret, boolean alone) {
    add(HexFormat.of().formatHex(secret), alone);
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      add(encoder.withoutPadding().encodeToString(secret), alone);
      for (int before = 0; before < 3 && !alone; before++) {
        add(inside(encoder, secret, before), false);
      }
    }
  }

  /** Returns the characters of longer base64 that depend on the secret alone. */
  private static String inside(Base64.Encoder encoder, byte[] secret, int before) {
    byte[] longer = new byte[before + secret.length];
    System.arraycopy(secret, 0, longer, before, secret.length);
    String text = encoder.withoutPadding().encodeToString(longer);
    return text.substring((before * 8 + 5) / 6, longer.length * 8 / 6);
  }

  /** White space, quotes and backslashes at the ends may be those of the text around it. */
  private static String withoutEnds(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isEnd(text.charAt(start))) {
      start++;
    }
    while (end > start && isEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isEnd(char c) {
    return c == '"' || c == '\\' || Character.isWhitespace(c);
  }

  private void add(String form, boolean alone) {
    Node node = root;
    int previous = 0;
    for (int at = 0; at < form.length(); at += Character.charCount(form.codePointAt(at))) {
      int c = Character.toLowerCase(form.codePointAt(at));
      // A text that was escaped once more has more backslashes, so that their number says nothing.
      if (c != '\\' || previous != '\\') {
        node = node.children.computeIfAbsent(c, key -> new Node(c == '\\'));
      }
      if (at == 0) {
        start(c);
      }
      previous = c;
    }
    if (node != root) {
      node.end(alone || form.length() < SHORTEST_ANYWHERE);
    }
  }

  private void start(int c) {
    if (c < ASCII) {
      starts[c] = true;
      starts[Character.toUpperCase((char) c)] = true;
    }
  }

  /** A place in the tree of all forms of all secrets. */
  private static final class Node {
    private final Map<Integer, Node> children = new HashMap<>(2);
    private final boolean isBackslash;
    private boolean ends;
    private boolean endsAlone;

    private Node(boolean isBackslash) {
      this.isBackslash = isBackslash;
    }

    private void end(boolean alone) {
      ends |= !alone;
      endsAlone |= alone;
    }

    private @Nullable Node next(int codePoint) {
      return children.get(Character.toLowerCase(codePoint));
    }
  }

  /** A place in the tree, and how far the text is read there. */
  private record Step(Node node, int at) {}

  /** The ways down the tree, along a text from one place on. */
  private final class Walk {
    private static final int UNDECIDED = -1;

    private final String text;
    private final int from;
    private final boolean last;
    private final List<Step> steps = new ArrayList<>(3);
    private boolean undecided;

    private Walk(String text, int from, boolean last) {
      this.text = text;
      this.from = from;
      this.last = last;
    }

    /** Returns the length of the longest secret here, 0 for none, or UNDECIDED. */
    private int match() {
      return match(new Step(root, from), 0);
    }

    private int match(Step start, int depth) {
      Step step = start;
      int matched = 0;
      for (int taken = depth; ; taken++) {
        int at = step.at();
        Node node = step.node();
        if (node.ends) {
          matched = at - from;
        } else if (node.endsAlone && isEdge(from - 1)) {
          if (at == text.length() && !last) {
            return UNDECIDED;
          }
          matched = isEdge(at) ? at - from : matched;
        }
        if (node.children.isEmpty()) {
          return matched;
        }
        List<Step> next = next(node, at);
        if (undecided) {
          return UNDECIDED;
        }
        if (next.isEmpty()) {
          return matched == 0 && taken >= SHORTEST_ANYWHERE && isCut(at) ? at - from : matched;
        }
        // A text that may be read as an escape or as it stands is read both ways.
        for (Step other : next.subList(1, next.size())) {
          int length = match(other, taken + 1);
          if (length == UNDECIDED) {
            return UNDECIDED;
          }
          matched = Math.max(matched, length);
        }
        step = next.get(0);
      }
    }

    /** Tells whether a long value was cut here: what is left of a secret is still one. */
    private boolean isCut(int at) {
      return startsWith(at, "…") || startsWith(at, "\\u2026");
    }

    private boolean isEdge(int place) {
      if (place < 0 || place >= text.length()) {
        return true;
      }
      char c = text.charAt(place);
      return !Character.isLetterOrDigit(c) && "_-./%+~@#".indexOf(c) < 0;
    }

    private List<Step> next(Node node, int at) {
      if (at == text.length()) {
        undecided = !last;
        return List.of();
      }
      steps.clear();
      char c = text.charAt(at);
      if (backslash(at) > 0) {
        backslash(node, at);
      } else if (node.isBackslash) {
        // Backslashes were taken as such; the last of them may still escape what follows.
        undecided |= mayGoOn(at);
        escaped(node, at);
      }
      coded(node, at);
      if (c != '\\') {
        literal(node, at);
      }
      return steps.size() < 2 ? List.copyOf(steps) : new ArrayList<>(steps);
    }

    private void coded(Node node, int at) {
      if (startsWith(at, "%")) {
        percent(node, at);
      } else if (startsWith(at, "&")) {
        entity(node, at);
      }
    }

    private void literal(Node node, int at) {
      if (at < text.length()) {
        undecided |= Character.isHighSurrogate(text.charAt(at)) && at + 1 == text.length() && !last;
        int codePoint = Character.codePointAt(text, at);
        to(node, codePoint, at + Character.charCount(codePoint));
      }
    }

    private void to(Node node, int codePoint, int place) {
      Node next = node.next(codePoint);
      if (next == null && codePoint == '+') {
        next = node.next(' ');
      }
      if (next == null && codePoint == '\\' && node.isBackslash) {
        next = node;
      }
      if (next != null && !steps.contains(new Step(next, place))) {
        steps.add(new Step(next, place));
      }
    }

    /** As JSON and shells escape, perhaps several times over. */
    private void backslash(Node node, int at) {
      int after = afterBackslashes(at);
      if (after - at > LONGEST_ESCAPE) {
        return;
      }
      undecided |= mayGoOn(after);
      escaped(node, after);
      to(node, '\\', after);
      coded(node, after);
      literal(node, after);
    }

    /** Reads what a backslash before it makes another character. */
    private void escaped(Node node, int place) {
      int unit = unit(place);
      if (unit >= 0) {
        int end = place + 5;
        int second = afterBackslashes(end);
        int low = Character.isHighSurrogate((char) unit) && second > end ? unit(second) : -1;
        boolean pair = low >= 0 && Character.isLowSurrogate((char) low);
        int codePoint = pair ? Character.toCodePoint((char) unit, (char) low) : unit;
        to(node, codePoint, pair ? second + 5 : end);
      }
      int control = place < text.length() ? "nrtbf".indexOf(text.charAt(place)) : -1;
      if (control >= 0) {
        to(node, "\n\r\t\b\f".charAt(control), place + 1);
      }
    }

    /** Tells whether the escape that begins there may be longer than the text so far. */
    private boolean mayGoOn(int after) {
      if (last || text.length() - after > LONGEST_ESCAPE) {
        return false;
      }
      int place = after;
      while (place < text.length()
          && "\\%u0123456789abcdefABCDEF".indexOf(text.charAt(place)) >= 0) {
        place++;
      }
      return place == text.length();
    }

    private int afterBackslashes(int place) {
      int after = place;
      for (int length = backslash(after);
          length > 0 && after - place <= LONGEST_ESCAPE;
          length = backslash(after)) {
        after += length;
      }
      return after;
    }

    /** Returns the length of the backslash there, which HTML and XML may escape in turn. */
    private int backslash(int place) {
      return startsWith(place, "\\") ? 1 : startsWith(place, "&#92;") ? 5 : 0;
    }

    /** Returns the code unit of {@code u0041}, or -1. */
    private int unit(int place) {
      return place < text.length() && text.charAt(place) == 'u' ? hex(place + 1, 4) : -1;
    }

    private int hex(int place, int digits) {
      if (place + digits > text.length()) {
        return -1;
      }
      int value = 0;
      for (int i = place; i < place + digits; i++) {
        int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
        if (digit < 0) {
          return -1;
        }
        value = value * 16 + digit;
      }
      return value;
    }

    /** As URLs escape, perhaps several times over. */
    private void percent(Node node, int at) {
      undecided |= mayGoOn(at);
      // In %252541 it may stand for the percent sign of %41, written once or twice over.
      for (int after = at + 1; after - at < LONGEST_PERCENT && startsWith(after, "25"); ) {
        after += 2;
        to(node, '%', after);
      }
      int first = percentByte(at);
      byte[] utf8 = new byte[first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4];
      int place = at;
      for (int i = 0; i < utf8.length; i++) {
        int value = percentByte(place);
        if (value < 0) {
          return;
        }
        utf8[i] = (byte) value;
        place = afterPercents(place) + 2;
      }
      to(node, new String(utf8, UTF_8).codePointAt(0), place);
    }

    private int percentByte(int place) {
      return startsWith(place, "%") ? hex(afterPercents(place), 2) : -1;
    }

    /** Returns where the digits of {@code %41}, {@code %2541}, {@code %252541} begin. */
    private int afterPercents(int place) {
      int after = place + 1;
      while (after - place < LONGEST_PERCENT && startsWith(after, "25") && hex(after + 2, 2) >= 0) {
        after += 2;
      }
      return after;
    }

    private boolean startsWith(int place, String word) {
      if (place + word.length() > text.length()) {
        return false;
      }
      for (int i = 0; i < word.length(); i++) {
        if (text.charAt(place + i) != word.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    /** As HTML and XML escape. */
    private void entity(Node node, int at) {
      int end = at + 1;
      while (end < text.length() && end < at + 10 && text.charAt(end) != ';') {
        end++;
      }
      undecided |= end == text.length() && end < at + 10 && !last;
      if (end < text.length() && text.charAt(end) == ';') {
        int codePoint = character(text.subSequence(at + 1, end).toString());
        if (codePoint >= 0) {
          to(node, codePoint, end + 1);
        }
      }
    }

    private int character(String name) {
      int known = List.of("amp", "lt", "gt", "quot", "apos").indexOf(name);
      if (known >= 0) {
        return "&<>\"'".charAt(known);
      }
      if (!name.startsWith("#")) {
        return -1;
      }
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      try {
        int value = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(value) ? value : -1;
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }
}
