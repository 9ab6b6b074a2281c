package io.github.dokuconformance.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a regular expression asks of a text, for one that is a row of characters between {@code ^}
 * and {@code $}: nearly all of the contract's are. No text is gone through twice.
 *
 * <p>Immutable and thread safe.
 */
final class TextForm {
  private static final int ASCII = 0x80;

  /** A character or a class of them, and how often it comes. */
  private static final Pattern STEP =
      Pattern.compile(
          "(\\[(?:\\\\[^A-Za-z0-9]|[^\\]\\\\\\[&])+]|\\\\[^A-Za-z0-9]|[^\\\\\\[\\](){}.*+?|^$])"
              + "(?:([?*+])|\\{([0-9]{1,4})(,[0-9]{0,4})?})?");

  private final List<Step> steps;

  private TextForm(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** Reads a regular expression that is one; nothing where it is of another kind. */
  static Optional<TextForm> read(String regex) {
    int end = regex.length() - 1;
    if (end < 1 || !regex.startsWith("^") || !regex.endsWith("$")) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(regex);
    for (int at = 1; at < end; at = step.end()) {
      if (!step.region(at, end).lookingAt()) {
        return Optional.empty();
      }
      steps.add(Step.of(step));
    }
    return isCertain(steps) ? Optional.of(new TextForm(steps)) : Optional.empty();
  }

  /** Tells whether no character could be taken by a step as well as by one after it. */
  private static boolean isCertain(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      boolean open = steps.get(i).least < steps.get(i).most;
      for (int next = i + 1; open && next < steps.size(); next++) {
        if (steps.get(i).meets(steps.get(next))) {
          return false;
        }
        open = steps.get(next).least == 0;
      }
    }
    return true;
  }

  /** Tells whether a text of ASCII has the form. */
  boolean fits(String text) {
    int at = 0;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      int start = at;
      int end = step.most < text.length() - at ? at + step.most : text.length();
      while (at < end && step.takes(text.charAt(at))) {
        at++;
      }
      if (at - start < step.least) {
        return false;
      }
    }
    return at == text.length();
  }

  private static final class Step {
    private final boolean[] characters = new boolean[ASCII];
    private final int least;
    private final int most;

    private Step(String characters, int least, int most) {
      if (characters.startsWith("[")) {
        takeClass(characters);
      } else {
        take(characters.charAt(characters.length() - 1));
      }
      this.least = least;
      this.most = most;
    }

    private void takeClass(String text) {
      boolean negated = text.charAt(1) == '^';
      int end = text.length() - 1;
      int at = negated ? 2 : 1;
      while (at < end) {
        at += text.charAt(at) == '\\' ? 1 : 0;
        char first = text.charAt(at++);
        char last = first;
        if (text.charAt(at) == '-' && at + 1 < end) {
          at += text.charAt(at + 1) == '\\' ? 2 : 1;
          last = text.charAt(at++);
        }
        for (char c = first; c <= last; c++) {
          take(c);
        }
      }
      for (char c = 0; negated && c < ASCII; c++) {
        characters[c] = !characters[c];
      }
    }

    private void take(char c) {
      if (c < ASCII) {
        characters[c] = true;
      }
    }

    static Step of(Matcher step) {
      String character = step.group(1);
      String sign = step.group(2);
      if (sign != null) {
        return new Step(
            character, sign.equals("+") ? 1 : 0, sign.equals("?") ? 1 : Integer.MAX_VALUE);
      }
      if (step.group(3) == null) {
        return new Step(character, 1, 1);
      }
      int least = Integer.parseInt(step.group(3));
      String most = step.group(4);
      if (most == null) {
        return new Step(character, least, least);
      }
      return new Step(
          character,
          least,
          most.equals(",") ? Integer.MAX_VALUE : Integer.parseInt(most.substring(1)));
    }

    boolean takes(char c) {
      return c < ASCII && characters[c];
    }

    boolean meets(Step other) {
      for (char c = 0; c < ASCII; c++) {
        if (takes(c) && other.takes(c)) {
          return true;
        }
      }
      return false;
    }
  }
}
