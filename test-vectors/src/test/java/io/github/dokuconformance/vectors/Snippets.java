package io.github.dokuconformance.vectors;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code that a page tells its reader to write. */
final class Snippets {
  private Snippets() {}

  /** Returns all fenced blocks whose first comment names a file, in order, as one text. */
  static String of(String page, String file) {
    Matcher block =
        Pattern.compile("```\\w+\\n(# " + Pattern.quote(file) + ".*?)```", Pattern.DOTALL)
            .matcher(page);
    StringBuilder all = new StringBuilder();
    while (block.find()) {
      all.append(block.group(1)).append('\n');
    }
    return all.toString();
  }
}
