package io.github.dokuconformance.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.CliRun;
import io.github.dokuconformance.cli.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser has it; the screenshots in target are there to be looked at. */
class HtmlReportTest {
  private static final Path EXAMPLES = Path.of("../examples");
  private static final Pattern ARTICLE = Pattern.compile("<article([^>]*)>");

  @TempDir Path folder;

  private Path page(Object... files) throws IOException {
    Path page = folder.resolve("report.html");
    List<Object> args = new ArrayList<>(List.of("check", "--coverage", "--format", "html"));
    args.addAll(List.of(files));
    Files.writeString(page, CliRun.withSecret(args.toArray()), UTF_8);
    return page;
  }

  private Path examples() throws IOException {
    return page(
        EXAMPLES.resolve("broken/target-path-prefix.http"),
        EXAMPLES.resolve("broken/string-to-sign-trailing-newline.http"),
        EXAMPLES.resolve("broken/amount-not-the-sum.http"),
        EXAMPLES.resolve("conformant/refund.http"),
        EXAMPLES.resolve("conformant/check-status.http"));
  }

  @Test
  void showsStagesAndTakesPicturesInLightAndDark() throws Exception {
    Path page = examples();
    String light = shoot(page, "light", 1);
    String dark = shoot(page, "dark", 0);

    assertThat(light).isEqualTo(dark);
    assertThat(light)
        .contains("5 of 5 exchanges", "target.path-prefix", "docs/codes.md#amount.sum")
        .contains("<span class=\"ws\">[LF]</span>");
    assertThat(Files.readAllBytes(Path.of("target/report-light.png")))
        .isNotEqualTo(Files.readAllBytes(Path.of("target/report-dark.png")));
  }

  @Test
  void filtersByWhatTheAddressNames() throws Exception {
    String dom = chromium("--dump-dom", examples().toUri() + "#amount.sum");

    assertThat(dom).contains("1 of 5 exchanges");
    List<String> shown =
        ARTICLE
            .matcher(dom)
            .results()
            .map(m -> m.group(1))
            .filter(a -> !a.contains("hidden"))
            .toList();
    assertThat(shown).hasSize(1);
  }

  @Test
  void leavesOutWhatTheAddressLeavesOut() throws Exception {
    String url = examples().toUri().toString();

    assertThat(chromium("--dump-dom", url + "#&broken-alone")).contains("3 of 5 exchanges");
    assertThat(chromium("--dump-dom", url + "#amount.sum&no-error")).contains("0 of 5 exchanges");
    assertThat(chromium("--dump-dom", url + "#broken")).contains("5 of 5 exchanges");
  }

  @Test
  void putsWhatFailedFirstAndLinksToIt() throws IOException {
    String html =
        Files.readString(
            page(
                EXAMPLES.resolve("conformant/refund.http"),
                EXAMPLES.resolve("broken/amount-not-the-sum.http")));

    assertThat(html).contains("<a href=\"#broken\">").containsOnlyOnce("id=\"broken\"");
    assertThat(ARTICLE.matcher(html).results().map(m -> m.group(1)).toList())
        .containsExactly(" class=\"broken\"", "");
  }

  @Test
  void isValidAndAccessibleAndShowsAnErrorOnTheFirstScreen() throws Exception {
    Tools.wantFile("check/node_modules/html-validate/package.json");
    Process process =
        new ProcessBuilder(
                Tools.want("node").toString(),
                "check/report.cjs",
                examples().toString(),
                Tools.want("chromium").toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void needsNothingFromElsewhere() throws IOException {
    String html = Files.readString(examples());

    assertThat(tags(html)).doesNotContain("link", "img", "iframe", "object", "base");
    assertThat(html).doesNotContainPattern("<[^>]* (src|srcset|data|action)=");
    assertThat(html.substring(0, html.indexOf("</style>"))).doesNotContain("@import", "url(");
    assertThat(html).contains("default-src 'none'");
  }

  @Test
  void runsAndShowsNoMarkupOfTheInput() throws Exception {
    String hostile =
        "</pre></script><script>document.title='owned'</script><img src=x onerror=alert(1)>'\"&";
    Path file =
        Files.writeString(
            folder.resolve("<img src=x onerror=\"document.title='owned'\">.http"),
            "POST /akulaku-peer-to-peer/v2/generate-order HTTP/1.1\r\nClient-Id: "
                + hostile
                + "\r\nRequest-Id: "
                + hostile
                + "\r\nRequest-Timestamp: 2021-07-07T08:45:42Z\r\nSignature: HMACSHA256="
                + "A".repeat(43)
                + "=\r\n\r\n{\""
                + hostile.replace("\"", "\\\"")
                + "\":1,\"order\":{\"amount\":\"<svg onload=alert(1)>\"}}");
    String html = Files.readString(page(file));

    assertThat(html).contains("&lt;script&gt;", "&lt;svg onload");
    assertThat(tags(html)).doesNotContain("img", "svg").containsOnlyOnce("script");
    String dom = chromium("--dump-dom", folder.resolve("report.html").toUri().toString());
    assertThat(dom).contains("<title>doku-conformance: not-conformant</title>");
    assertThat(tags(dom)).doesNotContain("img", "svg").containsOnlyOnce("script");
  }

  private static List<String> tags(String html) {
    Matcher tag = Pattern.compile("<([a-zA-Z0-9]+)[\\s>]").matcher(html);
    return tag.results().map(m -> m.group(1)).toList();
  }

  /** Takes a picture, and returns what the browser has made of the page. */
  private String shoot(Path page, String name, int colourScheme) throws Exception {
    return chromium(
        "--screenshot=" + Path.of("target", "report-" + name + ".png").toAbsolutePath(),
        "--window-size=1100,2600",
        "--blink-settings=preferredColorScheme=" + colourScheme,
        "--dump-dom",
        page.toUri().toString());
  }

  private String chromium(String... arguments) throws Exception {
    Path browser = Tools.want("chromium");
    List<String> command =
        new ArrayList<>(
            List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "dom", ".html");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }
}
