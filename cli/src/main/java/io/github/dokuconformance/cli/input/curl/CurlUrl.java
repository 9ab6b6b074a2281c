package io.github.dokuconformance.cli.input.curl;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What curl makes of a URL before it sends it.
 *
 * <p>Source: the manual page of curl 8 (URL, --globoff, --path-as-is), and its behaviour.
 */
final class CurlUrl {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(https?):/{1,3}(?:[^/?#@]*@)?([^/?#:@\\[]+(?::\\d*)?|\\[[^]/?#]*](?::\\d*)?)"
              + "([/][^?#]*|)(\\?[^#]*)?(?:#.*)?");

  private CurlUrl() {}

  /** Returns the target as a whole URL, without credentials and fragment. */
  static String target(String file, ShellWord word, boolean globbing, boolean dotSegments)
      throws InputException {
    String text = word.text();
    if (globbing) {
      text = withoutGlobbing(file, word, text);
    }
    if (!text.matches("(?is)[a-z][a-z0-9+.-]*:/.*")) {
      text = "http://" + text;
    }
    Matcher url = ADDRESS.matcher(text);
    if (!url.matches()) {
      throw InputException.atLine(
          file, word.line(), "expected a URL like https://host/path, got " + Visible.quoted(text));
    }
    if (!url.group().chars().allMatch(c -> c < 0x80)) {
      throw InputException.atLine(
          file,
          word.line(),
          "expected a URL in ASCII, got "
              + Visible.quoted(text)
              + ", of which curl's versions make different ones; percent-encode it");
    }
    String path = dotSegments ? url.group(3) : withoutDotSegments(url.group(3));
    String query = url.group(4) == null ? "" : url.group(4);
    return url.group(1) + "://" + url.group(2) + path + query;
  }

  /** Takes the backslash from escaped brackets; others ask curl for several requests. */
  private static String withoutGlobbing(String file, ShellWord word, String text)
      throws InputException {
    StringBuilder plain = new StringBuilder();
    Matcher address = Pattern.compile("//(?:[^/?#@]*@)?\\[[0-9a-fA-F:.%]+]").matcher(text);
    int literal = address.find() ? address.end() : 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean bracket = "{}[]".indexOf(c) >= 0;
      if (c == '\\' && i + 1 < text.length() && "{}[]".indexOf(text.charAt(i + 1)) >= 0) {
        plain.append(text.charAt(++i));
      } else if (bracket && i >= literal) {
        throw InputException.atLine(
            file,
            word.line(),
            "expected one URL, got %s in it, of which curl makes several requests or none; percent-encode it, or give --globoff"
                .formatted(Visible.quoted(Character.toString(c))));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Removes dot segments as RFC 3986, section 5.2.4, does. */
  private static String withoutDotSegments(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      switch (segments[i]) {
        case "." -> {
          if (last) {
            kept.addLast("");
          }
        }
        case ".." -> {
          kept.pollLast();
          if (last) {
            kept.addLast("");
          }
        }
        default -> kept.addLast(segments[i]);
      }
    }
    return "/" + String.join("/", kept);
  }
}
