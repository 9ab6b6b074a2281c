package io.github.dokuconformance.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dokuconformance.message.MessageLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AllowedFilesTest {
  private static final String SECRET = "SK-TEST-NOT-A-SECRET";

  @TempDir private Path directory;
  private Path allowed;
  private Path input;

  @BeforeEach
  void makeFiles() throws IOException {
    allowed = Files.createDirectories(directory.resolve("allowed/below")).getParent();
    input = allowed.resolve("a.curl");
    Files.writeString(allowed.resolve("body.json"), "{}");
    Files.writeString(allowed.resolve("below/body.json"), "[]");
    Files.writeString(directory.resolve("secret"), SECRET);
  }

  @Test
  void readsWhatLiesInTheFolder() throws Exception {
    Files.createSymbolicLink(allowed.resolve("link"), Path.of("below/body.json"));
    Files.createSymbolicLink(directory.resolve("to-allowed"), allowed);

    assertThat(read("body.json")).isEqualTo("{}");
    assertThat(read("below/body.json")).isEqualTo("[]");
    assertThat(read("below/../body.json")).isEqualTo("{}");
    assertThat(read("link")).isEqualTo("[]");
    assertThat(read(directory.resolve("to-allowed/body.json").toString())).isEqualTo("{}");
    assertThat(read(AllowedFiles.in(directory.resolve("to-allowed")), "body.json")).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret", "below/../../secret", "to-secret", "to-parent/secret", "/etc/passwd"})
  void refusesWhatLiesElsewhere(String name) throws IOException {
    Files.createSymbolicLink(allowed.resolve("to-secret"), directory.resolve("secret"));
    Files.createSymbolicLink(allowed.resolve("to-parent"), directory);

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(name))
        .withMessage(
            input + ":3: --data names the file \"%s\", which is not in the folder of --allow-files",
            name);
  }

  @Test
  void refusesAFolderThatOnlyBeginsWithTheSameName() throws IOException {
    Files.createDirectory(directory.resolve("allowed-not"));
    Files.writeString(directory.resolve("allowed-not/secret"), SECRET);

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read("../allowed-not/secret"))
        .withMessageContaining("not in the folder");
  }

  @Test
  void opensNothingWhereNoFolderIsAllowed() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(AllowedFiles.none(), "body.json"))
        .withMessage(
            input
                + ":3: --data names the file \"body.json\", and an input opens no other file;"
                + " to allow it: --allow-files DIR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/proc/self/environ", "/proc/self/cmdline", "/dev/zero", "/sys/kernel/mm"})
  void refusesTheSystemsOwnFilesWhereverTheFolderIs(String name) {
    assumeTrue(Files.exists(Path.of(name)));

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(AllowedFiles.in(Path.of("/")), name))
        .withMessageContaining("not in the folder");
  }

  @Test
  void refusesWhatIsNoRegularFile() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    Process made =
        new ProcessBuilder("/usr/bin/mkfifo", allowed.resolve("pipe").toString()).start();
    assertThat(made.waitFor()).isZero();

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String name : new String[] {"pipe", "below", ""}) {
            assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read(name))
                .withMessageContaining("no regular file");
          }
        });
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Files.write(allowed.resolve("big"), new byte[MessageLimits.BODY_BYTES + 1]);

    assertWrong("big", "at most " + MessageLimits.BODY_BYTES);
    assertWrong("gone", "does not exist");
    assertWrong("nul\0", "can't be read");
    assertWrong("line\n::error::end", "\"line\\n::error::end\"");
  }

  @Test
  void wantsAFolder() {
    for (String name : new String[] {"body.json", "gone"}) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> AllowedFiles.in(allowed.resolve(name)))
          .withMessageContaining(name);
    }
  }

  private void assertWrong(String name, String part) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(name))
        .withMessageContaining(part);
  }

  private String read(String name) throws InputException {
    return read(AllowedFiles.in(allowed), name);
  }

  private String read(AllowedFiles files, String name) throws InputException {
    return new String(files.besides(input).read(input.toString(), 3, "--data", name), UTF_8);
  }
}
