package io.github.dokuconformance.cli.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import io.github.dokuconformance.vectors.harness.AdapterAnswer;
import io.github.dokuconformance.vectors.harness.AdapterRequest;
import io.github.dokuconformance.vectors.harness.ConformanceTarget;
import io.github.dokuconformance.vectors.harness.ExpectedFailures;
import io.github.dokuconformance.vectors.harness.NamedMistake;
import io.github.dokuconformance.vectors.harness.RunOptions;
import io.github.dokuconformance.vectors.harness.RunReport;
import io.github.dokuconformance.vectors.harness.SuiteRun;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** An adapter that signs wrongly is told why, once for each mistake. */
class AdapterMistakesTest {
  @Test
  void namesTheOneMistakeBehindAllWrongSignatures() throws Exception {
    RunReport report = run(text -> text + "\n", AdapterRequest::secret);

    int wrong = report.wrongSignatures().size();
    assertThat(wrong).isGreaterThan(100);
    assertThat(report.mistakes())
        .extracting(NamedMistake::name, mistake -> mistake.cases().size())
        .containsExactly(tuple("string-to-sign.trailing-newline", wrong));
    List<String> text = report.toText().lines().toList();
    assertThat(text)
        .hasSizeLessThan(60)
        .contains(
            "string-to-sign.trailing-newline explains %d of %d wrong signatures"
                .formatted(wrong, wrong));
    assertThat(report.toJson()).contains("\"string-to-sign.trailing-newline\"");
  }

  @Test
  void namesNothingOfAKeyThatNobodyKnows() throws Exception {
    RunReport report = run(text -> text, asked -> "another key".getBytes(UTF_8));

    assertThat(report.wrongSignatures()).hasSizeGreaterThan(100);
    assertThat(report.mistakes()).isEmpty();
    assertThat(report.toText()).doesNotContain("explain");
  }

  @Test
  void hasNothingToNameForARightSigner() throws Exception {
    RunReport report = run(text -> text, AdapterRequest::secret);

    assertThat(report.wrongSignatures()).isEmpty();
    assertThat(report.mistakes()).isEmpty();
    assertThat(report.isConformant()).isTrue();
  }

  private static RunReport run(UnaryOperator<String> change, Function<AdapterRequest, byte[]> key)
      throws Exception {
    SuiteRun run =
        new SuiteRun(
            VectorSuite.bundled(), RunOptions.STANDARD, ExpectedFailures.NONE, Instant.EPOCH);
    return AdapterMistakes.named(run.runTarget(new Signer(change, key)));
  }

  private record Signer(UnaryOperator<String> change, Function<AdapterRequest, byte[]> key)
      implements ConformanceTarget {
    @Override
    public Set<VectorOperation> operations() {
      return Set.of(VectorOperation.SIGN);
    }

    @Override
    public AdapterAnswer answer(AdapterRequest request) throws Exception {
      String clock =
          request.text("/kind").orElse("").equals("response")
              ? "Response-Timestamp:"
              : "Request-Timestamp:";
      String target = request.text("/target").orElse("").split("\\?", 2)[0];
      for (String pointer : List.of("/clientId", "/requestId", "/timestamp", "/target")) {
        String value = request.text(pointer).orElse("");
        if (value.isEmpty() || value.matches("(?s).*[\r\n].*")) {
          return AdapterAnswer.rejected(
              value.isEmpty() ? "missing-component" : "malformed-component");
        }
      }
      byte[] body = request.bytes("/body");
      String digest =
          Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
      String text =
          "Client-Id:"
              + request.text("/clientId").orElse("")
              + "\nRequest-Id:"
              + request.text("/requestId").orElse("")
              + "\n"
              + clock
              + request.text("/timestamp").orElse("")
              + "\nRequest-Target:"
              + target
              + (body.length == 0 ? "" : "\nDigest:" + digest);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.apply(request), "HmacSHA256"));
      byte[] signature = mac.doFinal(change.apply(text).getBytes(UTF_8));
      return AdapterAnswer.signed(
          "HMACSHA256=" + Base64.getEncoder().encodeToString(signature), Map.of());
    }
  }
}
