package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.command.ExitCode;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that were met in clients of others, each made again with data of our own. */
class DiagnosisCasesTest {
  private static final String NOTIFICATION = "akulaku.notification";

  @ParameterizedTest
  @MethodSource("cases")
  void namesWhatTheSignerDid(String file, String operation, String code, String told) {
    assertThat(run("check", file, operation).out()).contains("diagnosis " + code, told);

    Cli.Result explained = run("explain", file, operation);
    assertThat(explained.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(explained.out().lines().skip(1).limit(3).map(String::strip))
        .contains("The signature is exactly what this mistake gives:", code)
        .anyMatch(line -> line.contains(told));
  }

  static Stream<Arguments> cases() {
    String order = "akulaku.generate-order";
    String cut = "target.cut-short";
    return Stream.of(
        of("path-of-another-product", order, "target.other-operation", "/doku-virtual-account/"),
        of("other-product-signed-as-checkout", "", "target.other-operation", "/checkout/v1/"),
        of("status-path-without-invoice", "", cut, "/INV-2601-07 is missing at its end"),
        of("status-path-without-invoice-but-slash", "", cut, ": INV-2601-07 is missing"),
        of("status-path-with-placeholder", "", "target.template", "{invoice_number}"),
        of(
            "response-timestamp-on-a-notification",
            NOTIFICATION,
            "string-to-sign.names",
            "Request-Timestamp as \"Response-Timestamp\""),
        of("base-url-ends-with-slash", order, "target.double-slash", "the path is //akulaku-"),
        of("base-url-ends-with-slash-elsewhere", "", "target.double-slash", "is //some/other/"),
        of("prefix-in-x-forwarded-prefix", NOTIFICATION, "target.path-prefix", "/till-03/pay/"),
        of("prefix-in-x-original-uri", NOTIFICATION, "target.path-prefix", "/till-03/pay/"),
        of("curl-data-at-file-2", order, "body.line-endings", "--data-binary @file"),
        of("curl-data-at-file-4", order, "body.line-endings", "--data-binary @file"),
        of("curl-data-at-file-tab", order, "body.line-endings", "--data-binary @file"));
  }

  @Test
  void provesByTheSignatureThatTheDevelopersStringIsWrongAndTheSecretRight() {
    String name = "response-timestamp-on-a-notification";

    Cli.Result result =
        Cli.run(
            "explain",
            path(name + ".http"),
            "--operation",
            NOTIFICATION,
            "--actual-string-to-sign",
            path(name + ".txt"));

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out())
        .contains(
            "the secret is right, the text is wrong.",
            "- the line Request-Timestamp is named Response-Timestamp",
            "string-to-sign.names");
  }

  private static Arguments of(String name, String operation, String code, String told) {
    return argumentSet(name, name + ".http", operation, code, told);
  }

  private static Cli.Result run(String command, String file, String operation) {
    List<Object> arguments = new ArrayList<>(List.of(command, path(file)));
    if (!operation.isEmpty()) {
      arguments.addAll(List.of("--operation", operation));
    }
    return Cli.run(arguments.toArray());
  }

  private static Path path(String name) {
    URL url =
        Objects.requireNonNull(DiagnosisCasesTest.class.getResource("diagnosis/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
