package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.diagnosis.snap.SnapMistake;
import io.github.dokuconformance.finding.GeneratedFile;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a message with each mistake, for the page's engine to explain. */
class MistakeMessagesTest {
  private static final Path FILE =
      Path.of("../page/src/test/resources/io/github/dokuconformance/page/mistakes.json");

  private final Map<String, ObjectNode> messages = new TreeMap<>();

  @Test
  void areThoseOfThePage() throws IOException {
    for (Sample sample : Sample.firstOfEachKind()) {
      String right = Forging.sign(sample);
      for (Forging forging : Forgings.all()) {
        String signature = Forging.sign(sample, forging);
        if (!signature.equals(right)) {
          add(forging.code(), sample.signed(signature), Sample.SECRET, Sample.OTHER_SECRET);
        }
      }
    }
    Sample sample = Sample.requests().get(0);
    add(NonSnapMistake.SIGNATURE_MISSING, sample.signed(" "), Sample.SECRET, "");
    add(
        NonSnapMistake.SECRET_HEX_DECODED,
        sample.signed(Forging.sign(sample, Forgings.HEX_DECODED)),
        Forgings.HEX_SECRET,
        "");
    for (SnapSample.Kind kind : SnapSample.Kind.values()) {
      SnapSample snap = SnapSample.of(kind).get(0);
      for (SnapForging forging : SnapForgings.of(kind)) {
        addSnap(forging.code(), snap, SnapForgery.sign(snap, forging));
      }
    }
    addOthersOfSnap();

    assertThat(messages.keySet())
        .containsAll(Arrays.stream(NonSnapMistake.values()).map(NonSnapMistake::code).toList())
        .containsAll(
            // A vector has one with PSS, whose salt is another each time.
            EnumSet.complementOf(EnumSet.of(SnapMistake.RSA_PADDING_PSS)).stream()
                .map(SnapMistake::code)
                .toList());
    GeneratedFile.hold(FILE, messages);
  }

  private void addOthersOfSnap() {
    SnapSample sample = SnapSample.of(SnapSample.Kind.SYMMETRIC).get(0);
    SnapSample token = SnapSample.of(SnapSample.Kind.TOKEN).get(0);
    addSnap(SnapMistake.SIGNATURE_MISSING, sample, " ");
    addSnap(
        SnapMistake.RECIPE_ASYMMETRIC,
        sample,
        SnapForgery.sign(
            sample,
            f -> {
              f.order.remove("token");
              f.mac = t -> SnapForgery.rsa("SHA256withRSA", SnapForgery.MERCHANT, t);
            }));
    addSnap(
        SnapMistake.RECIPE_SYMMETRIC,
        token,
        SnapForgery.sign(token, f -> f.mac = t -> SnapForgery.hmac("HmacSHA512", f.key, t)));
  }

  private void addSnap(SnapMistake code, SnapSample sample, String signature) {
    add(code, sample.signed(signature), SnapKeys.SECRET, SnapSample.OTHER_SECRET);
  }

  /** Keeps the first of each mistake. */
  private void add(MistakeCode code, DiagnosisInput input, String secret, String other) {
    if (messages.containsKey(code.code())) {
      return;
    }
    Exchange exchange =
        Exchange.of("example", input.request(), input.signed().response().orElse(null));
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("scheme", input.scheme().scheme().id()).put("part", input.part().name());
    message.put("secret", new String(secret.getBytes(UTF_8), ISO_8859_1));
    message.put("other", new String(other.getBytes(UTF_8), ISO_8859_1));
    message.set("exchange", JsonMapper.shared().readTree(ExchangeJson.write(exchange)));
    messages.put(code.code(), message);
  }
}
