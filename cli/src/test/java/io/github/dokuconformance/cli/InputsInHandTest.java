package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.command.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people hold in their hands, one file a kind, and what {@code check} makes of it. */
class InputsInHandTest {
  private static final Path INPUTS = Path.of("src/test/resources/inputs").toAbsolutePath();
  private static final String VALID = "request signature valid";

  /** Read: for each exchange what its line in the report ends in. */
  @ParameterizedTest
  @MethodSource
  void reads(String file, List<String> verdicts) {
    Cli.Result run = check(file);

    List<String> expected = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      String verdict = verdicts.get(i);
      String name =
          verdict.startsWith("#")
              ? verdict.substring(0, 2)
              : verdicts.size() > 1 ? "#" + (i + 1) : "";
      expected.add(INPUTS.resolve(file) + name + " … " + verdict.replaceFirst("^#. ", ""));
    }
    assertThat(
            run.out()
                .lines()
                .filter(line -> line.startsWith(INPUTS.toString()))
                .map(line -> line.replaceFirst("  .*  request", " … request")))
        .containsExactlyElementsOf(expected);
    assertThat(run.code()).isNotEqualTo(ExitCode.USAGE);
  }

  static Stream<Arguments> reads() {
    String both = VALID + ", response valid";
    return Stream.of(
        read("curl/of-windows.curl", VALID),
        read("curl/after-a-prompt.curl", VALID),
        read("curl/piped-into-jq.curl", VALID),
        read("curl/two-commands.curl", VALID, VALID),
        read("curl/in-a-markdown-fence.curl", VALID),
        read("curl/here-document.curl", VALID),
        read("curl/dot-segments.curl", VALID),
        read("http/no-version.http", VALID),
        read("http/separator-at-the-end.http", VALID),
        read("http/variables.http", VALID),
        read("http/comment.http", VALID),
        read("http/comment-among-headers.http", VALID),
        read("http/script-before.http", VALID),
        read("http/pseudo-headers.http", VALID),
        read("http/gzip-response.http", both),
        read("http/gzip-response-decoded.http", both),
        read("http/followed-stream.http", both, both),
        read("http/two-requests.http", VALID, VALID),
        read("http/in-a-markdown-fence.http", VALID),
        read("har/aborted-then-good.har", VALID, VALID),
        read("har/text-null.har", "#1 " + VALID),
        read("har/no-instant-then-good.har", VALID, VALID),
        read("har/foreign-signature.har", "#2 " + VALID),
        read("json/postman-collection.json", VALID),
        read("json/newman-report.json", VALID + ", response absent"),
        read("json/axios-error.json", VALID),
        read("json/exchange-header-lists.json", VALID),
        read("text/cancel.bru", VALID),
        // It is signed for another path than the one that its URL names.
        read("json/header-lists.json", "request signature invalid"));
  }

  private static Arguments read(String file, String... verdicts) {
    return argumentSet(file, file, List.of(verdicts));
  }

  /** Not read: what the one line on stderr says. */
  @ParameterizedTest
  @MethodSource
  void refuses(String file, List<String> parts) {
    Cli.Result run = check(file);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(parts);
    assertThat(run.out()).doesNotContain("signature invalid");
  }

  static Stream<Arguments> refuses() {
    return Stream.of(
        refused("curl/typographic-quotes.curl", ":1: ", "typographic"),
        refused("curl/unresolved-variables.curl", ":1: ", "{{host}} is an unresolved variable"),
        refused("curl/globbing.curl", ":1: ", "several requests"),
        refused("curl/powershell.curl", ":1: ", "PowerShell", "copy the request as cURL"),
        refused("curl/quoting-of-cmd.curl", ":1: ", "quoting", "Windows' cmd"),
        refused("http/unresolved-variables.http", ":1: ", "{{host}} is an unresolved variable"),
        refused(
            "http/body-in-a-file.http",
            ":9: ",
            "< names the file \"./body.json\"",
            "--allow-files"),
        refused("har/bodies-omitted.har", "had 203 bytes", "does not hold them"),
        refused("har/bodies-attached.har", "in another file, \"abc.json\""),
        refused("har/lost-bytes.har", "had 199 bytes", "U+FFFD", "lost"),
        refused("har/form-then-good.har", "at /log/entries/0", "postData"),
        refused("har/half-a-pair-then-good.har", "at /log/entries/0", "surrogate"),
        refused("json/parsed-body.json", "the text that was sent", "raw body"),
        refused("json/exchange-parsed-body.json", "{\"utf8\": \"…\"}"),
        refused(
            "json/refusal-alone.json",
            "an answer of DOKU (\"Invalid Header Signature\"), not the request",
            "explain --client-id"),
        refused("text/laravel.log", ":1: ", "has no URL", "--target"),
        refused("text/headers-only.txt", ":1: ", "expected a request line", "--target"),
        refused("text/string-to-sign.txt", ":1: ", "string to sign", "--actual-string-to-sign"));
  }

  private static Arguments refused(String file, String... parts) {
    return argumentSet(file, file, List.of(parts));
  }

  @ParameterizedTest
  @MethodSource
  void checksTheEntryAfterOneThatCantBeRead(String file) {
    assertThat(check(file).out()).contains(file + "#2").contains(VALID);
  }

  static Stream<Arguments> checksTheEntryAfterOneThatCantBeRead() {
    return Stream.of(
        argumentSet("a form", "har/form-then-good.har"),
        argumentSet("half a pair", "har/half-a-pair-then-good.har"));
  }

  @ParameterizedTest
  @MethodSource
  void remarksWhatWasPassedOver(String file, String part) {
    assertThat(check(file).err()).contains(part);
  }

  static Stream<Arguments> remarksWhatWasPassedOver() {
    return Stream.of(
        argumentSet("script", "http/script-before.http", "http:1: a script"),
        argumentSet("fence", "http/in-a-markdown-fence.http", "http:1: a Markdown fence"),
        argumentSet("collection", "json/postman-collection.json", "report of newman run"),
        argumentSet("Bruno", "text/cancel.bru", "Bruno"));
  }

  @Test
  void readsABodyFromAFileOfAFolderThatIsAllowed() {
    Path file = INPUTS.resolve("http/body-in-a-file.http");

    assertThat(Cli.run("check", "--allow-files", INPUTS.resolve("http"), file).out())
        .contains(VALID);
  }

  @Test
  void readsHeadersAndABodyWhoseTargetIsGiven() {
    Path file = INPUTS.resolve("text/headers-only.txt");

    assertThat(Cli.run("check", "--target", "/akulaku-peer-to-peer/v2/cancel", file).out())
        .contains(VALID);
  }

  private static Cli.Result check(String file) {
    return Cli.run("check", INPUTS.resolve(file));
  }
}
