package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A message full of faults has a report of about its own size, which says what it left out. */
class ReportSizeTest {
  private static final int ITEMS = 6_000;
  private static final int TIMES = 4;
  private static final Pattern MORE =
      Pattern.compile("[Aa]nd " + (ITEMS - 100) + " more of|And [0-9]{5} more|  [0-9]{4,} times");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void isOfTheMessagesOrder(ReportFormat format) throws IOException {
    String items = "{\"name\":3,\"price\":1e31},".repeat(ITEMS) + "{}";
    String body = "{\"order\":{\"amount\":-1,\"line_items\":[" + items + "]}}";
    Path file =
        Files.writeString(
            folder.resolve("faults.http"),
            "POST /akulaku-peer-to-peer/v2/generate-order HTTP/1.1\n"
                + "Content-Type: application/json\n\n"
                + body);

    Cli.Result result = Cli.run("check", "--format", format.name().toLowerCase(Locale.ROOT), file);

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out().length()).isLessThan(TIMES * body.length());
    assertThat(MORE.matcher(result.out()).find()).as("what is left out is said").isTrue();
  }
}
