package io.github.dokuconformance.cli.input.recognition;

import static io.github.dokuconformance.cli.input.recognition.InputTexts.bytes;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void splitsAtLineFeeds() throws IOException {
    assertThat(lines("a\n\nb\r\n", 9)).containsExactly("1 a", "2 ", "3 b\r");
    assertThat(lines("a\nb", 9)).containsExactly("1 a", "2 b");
    assertThat(lines("\n", 9)).containsExactly("1 ");
    assertThat(lines("", 9)).isEmpty();
  }

  @Test
  void keepsNoMoreOfALineThanTheLimit() throws IOException {
    assertThat(lines("abc\nabcd\nab", 3)).containsExactly("1 abc", "2 abc, cut", "3 ab");
  }

  @Test
  void splitsLinesOfAnyLengthAsAPlainSplitDoes() throws IOException {
    Random random = new Random(1);
    for (int run = 0; run < 200; run++) {
      StringBuilder text = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (int number = 1; number <= 5; number++) {
        String line = "x".repeat(random.nextInt(100_000));
        boolean cut = line.length() > 90_000;
        expected.add(number + " " + (cut ? line.substring(0, 90_000) + ", cut" : line));
        text.append(line).append('\n');
      }

      assertThat(lines(text.toString(), 90_000)).isEqualTo(expected);
    }
  }

  private static List<String> lines(String text, int limit) throws IOException {
    LineReader reader = new LineReader(new ByteArrayInputStream(bytes(text)), limit);
    List<String> lines = new ArrayList<>();
    for (byte[] line = reader.next(); line != null; line = reader.next()) {
      String cut = reader.tooLong() ? ", cut" : "";
      lines.add(reader.number() + " " + new String(line, ISO_8859_1) + cut);
    }
    return lines;
  }
}
