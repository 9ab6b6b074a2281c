package io.github.dokuconformance.probe;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's table is the catalogue's; {@code -Dpage.write=true} writes it. */
class ProbePageTest {
  private static final Path PAGE = Path.of("../docs/notification-probes.md");
  private static final String END = "<!-- end -->";

  @Test
  void listsCatalogue() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("-->\n", page.indexOf("<!-- begin")) + 4;
    String wanted = page.substring(0, begin) + table() + page.substring(page.indexOf(END, begin));

    if (Boolean.getBoolean("page.write")) {
      Files.writeString(PAGE, wanted);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(wanted);
  }

  private static String table() {
    NotificationForm snap = NotificationForm.of(Contract.bundled(), "snap.debit.notification");
    return Stream.of(
            ProbeCatalogue.requirements(),
            ProbeCatalogue.requirements(snap),
            ProbeCatalogue.expired(snap).stream().map(Probe::requirement).toList())
        .flatMap(List::stream)
        .distinct()
        .map(
            each ->
                String.join(
                    " | ",
                    "| `" + each.id() + "`",
                    each.level().id(),
                    cell(each.subject()),
                    cell(each.expected()),
                    cell(each.why()),
                    cell(each.source().toString()) + " |"))
        .collect(
            joining(
                "\n",
                """
                | id | level | sent, or looked at | expected | what it costs otherwise | source |
                |---|---|---|---|---|---|
                """,
                "\n"));
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("&amp;", "&amp;amp;")
        .replace("&quot;", "&amp;quot;")
        .replace("*/", "\\*/");
  }
}
