package io.github.dokuconformance.vectors.authoring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes all vector files out of the authored data; the same data gives the same bytes. */
final class Generator {
  private final Authored authored;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final ArrayNode listed = JsonNodeFactory.instance.arrayNode();

  private Generator(Authored authored) {
    this.authored = authored;
  }

  /**
   * Returns the files' bytes by their names, the manifest last.
   *
   * @throws IllegalArgumentException if the data is wrong; the message names the entry
   */
  static Map<String, byte[]> generate(Path authoredDirectory) throws IOException {
    return new Generator(Authored.read(authoredDirectory)).files();
  }

  private Map<String, byte[]> files() {
    Cases cases = new Cases(authored);
    vectors("digest", digests());
    vectors("canonicalize", cases.of("canonicalize"));
    vectors("sign", cases.of("sign"));
    vectors("verify", cases.of("verify"));
    vectors("validate", ValidateCases.of(authored));
    SnapCases snap = new SnapCases(authored);
    for (String operation : List.of("digest", "canonicalize", "sign", "verify")) {
      vectors("snap-" + operation, operation, snap.of(operation));
    }
    ObjectNode keys = document("keys");
    authored.file("keys").properties().forEach(e -> keys.set(e.getKey(), e.getValue()));
    add("keys", keys, listed.addObject());
    ObjectNode constraints = document("constraints");
    constraints.set("constraints", authored.file("constraints"));
    add("constraints", constraints, listed.addObject());
    files.put("manifest.json", CanonicalJson.write(manifest()));
    return files;
  }

  private List<ObjectNode> digests() {
    List<ObjectNode> cases = new ArrayList<>();
    for (ObjectNode data : authored.list("digest")) {
      Body body = authored.body(data.required("body"));
      ObjectNode testCase = CaseHead.of("digest", data, "doku:signature-request");
      testCase.putObject("input").set("body", body.form());
      String digest = Oracle.encode("base64", Oracle.hash("SHA-256", body.bytes()));
      testCase.putObject("expected").putObject("stages").put("digest", digest);
      cases.add(testCase);
    }
    return cases;
  }

  private void vectors(String operation, List<ObjectNode> cases) {
    vectors(operation, operation, cases);
  }

  private void vectors(String name, String operation, List<ObjectNode> cases) {
    JsonNode suite = authored.file("suite");
    ObjectNode document = document("vectors");
    document.set("suite", suite.required("suite"));
    document.put("operation", operation);
    document.set("description", suite.required("descriptions").required(name));
    document.put("caseCount", cases.size());
    ObjectNode flags = document.putObject("flags");
    used(cases).forEach(code -> flags.set(code, authored.entry("flags", code)));
    document.putArray("cases").addAll(cases);
    ObjectNode entry = listed.addObject();
    add(name, document, entry);
    entry.put("role", "vectors").put("operation", operation).put("caseCount", cases.size());
  }

  private static Set<String> used(List<ObjectNode> cases) {
    Set<String> codes = new TreeSet<>();
    cases.forEach(node -> node.required("flags").forEach(code -> codes.add(code.stringValue())));
    return codes;
  }

  private ObjectNode document(String schema) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("$schema", "../schema/" + schema + ".schema.json")
        .put("format", authored.file("suite").required("format").intValue());
  }

  private void add(String name, ObjectNode document, ObjectNode entry) {
    byte[] bytes = CanonicalJson.write(document);
    files.put(name + ".json", bytes);
    entry.put("path", name + ".json").put("role", name).put("sha256", sha256(bytes));
  }

  private ObjectNode manifest() {
    JsonNode suite = authored.file("suite");
    ObjectNode manifest = document("manifest");
    for (String member : List.of("suite", "version", "description")) {
      manifest.set(member, suite.required(member));
    }
    manifest.put(
        "caseCount",
        listed.valueStream().mapToInt(entry -> entry.path("caseCount").intValue(0)).sum());
    manifest.set("files", listed);
    manifest.set("references", suite.required("references"));
    manifest.set("retired", suite.required("retired"));
    return manifest;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
