package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.finding.Visible;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Escapes in JSON what a terminal would not show, or obey; the document's values stay the same. */
final class SeenEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    // Characters come in UTF-16: half of one may be half of one that is not seen.
    boolean seen =
        !Character.isSurrogate((char) character)
            && Visible.line(Character.toString(character)).length() == 1;
    return seen ? null : new SerializedString(String.format(Locale.ROOT, "\\u%04x", character));
  }
}
