package io.github.dokuconformance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page in Chromium, opened from disk and used as its users do, by page/check/browse.cjs. */
class BrowserTest {
  private static final Path CHECK = Tools.TOP.resolve("page/check");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> isOfUseAndSendsNothing() throws Exception {
    Path node = Tools.want("node");
    Path chromium = Tools.want("chromium");
    Path page = Tools.wantFile(Tools.PAGE);
    Tools.wantFile(CHECK.resolve("node_modules/playwright-core"));
    Path results = folder.resolve("results");
    Path pictures = Files.createDirectories(Path.of("target/pictures"));
    Process browsing =
        new ProcessBuilder(
                node.toString(),
                CHECK.resolve("browse.cjs").toString(),
                page.toString(),
                chromium.toString(),
                pictures.toString())
            .redirectError(Redirect.INHERIT)
            .redirectOutput(results.toFile())
            .start();

    assertThat(browsing.waitFor()).isZero();
    List<JsonNode> cases =
        Files.readAllLines(results).stream().map(JsonMapper.shared()::readTree).toList();
    assertThat(cases).hasSizeGreaterThan(15);
    return cases.stream()
        .map(
            it ->
                dynamicTest(
                    it.path("name").asString(),
                    () -> assertThat(it.path("error").asString("")).isEmpty()));
  }
}
