package io.github.dokuconformance.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitLinesTest {
  private static final String TEXT = "one\n\ntwo\r\nthr\ree\n\n\nf\u00f6ur";

  @TempDir Path folder;

  @Test
  void eachLineIsInOnePartWhereverThatIsDivided() throws IOException {
    byte[] content = TEXT.getBytes(UTF_8);
    Path file = Files.write(folder.resolve("a.jsonl"), content);
    for (int size = 1; size <= content.length + 1; size++) {
      List<String> lines = new ArrayList<>();
      for (int start = 0; start < content.length; start += size) {
        lines.addAll(lines(file, start, Math.min(content.length, start + size)));
      }

      assertThat(lines).as("parts of %d bytes", size).isEqualTo(List.of(TEXT.split("\n", -1)));
    }
  }

  @Test
  void passesOverAByteOrderMarkAlone() throws IOException {
    assertThat(lines(Files.writeString(folder.resolve("mark"), "\ufeffa\nb"), 0, 6))
        .containsExactly("a", "b");
    Path half = Files.write(folder.resolve("half"), new byte[] {(byte) 0xEF, (byte) 0xBB, 'x'});
    assertThat(lines(half, 0, 3)).hasSize(1);
  }

  @Test
  void keepsNoMoreOfALineThanItsLimit() throws IOException {
    Path file = folder.resolve("long");
    byte[] content = new byte[(16 << 20) + 10];
    Arrays.fill(content, (byte) 'x');
    content[content.length - 3] = '\n';
    Files.write(file, content);
    try (SplitLines lines = new SplitLines(open(file), 0, content.length)) {
      assertThat(lines.next()).hasSize(16 << 20);
      assertThat(lines.tooLong()).isTrue();
      assertThat(lines.next()).hasSize(2);
      assertThat(lines.tooLong()).isFalse();
      assertThat(lines.offset()).isEqualTo(content.length - 2);
      assertThat(lines.next()).isNull();
    }
  }

  private static FSDataInputStream open(Path file) throws IOException {
    return FileSystem.getLocal(new Configuration(false))
        .open(new org.apache.hadoop.fs.Path(file.toUri()));
  }

  /** Returns the lines of a part; holds each to its number and its place. */
  private static List<String> lines(Path file, long start, long end) throws IOException {
    byte[] content = Files.readAllBytes(file);
    List<String> all = new ArrayList<>();
    try (SplitLines lines = new SplitLines(open(file), start, end)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        all.add(new String(line, UTF_8));
        int at = (int) lines.offset();
        assertThat(Arrays.copyOfRange(content, at, at + line.length)).isEqualTo(line);
        assertThat(lines.number()).isEqualTo(all.size());
      }
    }
    return all;
  }
}
