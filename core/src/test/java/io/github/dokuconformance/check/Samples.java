package io.github.dokuconformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.schemas.ContractFiles;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The contract's examples and cases, and a secret that is none. */
public final class Samples {
  public static final String SECRET = "SK-TEST-rules-NOT-A-SECRET";
  public static final SigningKey KEY = SigningKey.of(MerchantSecret.of(SECRET));

  private Samples() {}

  /** Returns the exact text of a file among the contract's examples. */
  public static String text(String example) {
    try (InputStream in = ContractFiles.open("examples/" + example)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(String example) {
    return parse(text(example));
  }

  /** Returns the tree of a JSON text, numbers as they are written. */
  public static JsonNode parse(String json) {
    return JsonBody.read(Body.ofUtf8(json)).root().orElseThrow();
  }

  /** Returns every entry of the examples' index. */
  public static List<JsonNode> index() {
    return json("PROVENANCE.json").path("examples").valueStream().toList();
  }

  /** Returns where samples of DOKU's own break pages of DOKU's own. */
  public static List<JsonNode> slips() {
    try (InputStream in = ContractFiles.open("slips.json")) {
      return parse(new String(in.readAllBytes(), UTF_8)).path("slips").valueStream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns every constraint case; they lie beside the contract, not in its jar. */
  public static List<JsonNode> cases() {
    try {
      String file = Files.readString(Path.of("../schemas/cases/constraint-cases.json"));
      return parse(file).path("cases").valueStream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
