package io.github.dokuconformance.vectors;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A suite of test vectors, read whole.
 *
 * <p>Loading checks each file against its schema and that ids are unique. {@link Lint} checks the
 * rest. Immutable.
 */
public final class VectorSuite {
  private final String name;
  private final String version;
  private final String manifestSha256;
  private final Map<String, TestCase> cases;
  private final Map<String, Flag> flags;
  private final ObjectNode keys;

  private VectorSuite(
      ObjectNode manifest,
      String manifestSha256,
      Map<String, TestCase> cases,
      Map<String, Flag> flags,
      ObjectNode keys) {
    this.name = manifest.required("suite").stringValue();
    this.version = manifest.required("version").stringValue();
    this.manifestSha256 = manifestSha256;
    this.cases = Collections.unmodifiableMap(cases);
    this.flags = Map.copyOf(flags);
    this.keys = keys;
  }

  /**
   * Returns the suite in a directory that holds {@code vectors/manifest.json}.
   *
   * @throws SuiteException if a file is missing, is not JSON or breaks its schema, or if two cases
   *     have the same id
   */
  public static VectorSuite load(Path directory) throws SuiteException {
    return load(SuiteSource.directory(requireNonNull(directory, "directory")));
  }

  /** Returns the suite that this jar carries; it is read once. */
  public static VectorSuite bundled() {
    return Bundled.SUITE;
  }

  private static VectorSuite load(SuiteSource source) throws SuiteException {
    String manifestPath = "vectors/manifest.json";
    ObjectNode manifest = SuiteJson.read(source, manifestPath, FormatSchema.MANIFEST);
    Map<String, TestCase> cases = new LinkedHashMap<>();
    Map<String, Flag> flags = new LinkedHashMap<>();
    for (JsonNode file : manifest.required("files")) {
      if (file.required("role").stringValue().equals("vectors")) {
        String path = "vectors/" + file.required("path").stringValue();
        ObjectNode document = SuiteJson.read(source, path, FormatSchema.VECTORS);
        readFlags(document, flags);
        readCases(document, path, cases);
      }
    }
    ObjectNode keys = SuiteJson.read(source, "vectors/keys.json", FormatSchema.KEYS);
    String sha256 = sha256(SuiteJson.readBytes(source, manifestPath));
    return new VectorSuite(
        manifest, sha256, cases, flags, (ObjectNode) keys.required("keys").deepCopy());
  }

  private static void readFlags(ObjectNode document, Map<String, Flag> flags) {
    document
        .required("flags")
        .properties()
        .forEach(
            entry ->
                flags.put(
                    entry.getKey(),
                    new Flag(
                        entry.getKey(),
                        entry.getValue().required("kind").stringValue(),
                        entry.getValue().required("description").stringValue(),
                        entry.getValue().path("hint").stringValueOpt())));
  }

  private static void readCases(ObjectNode document, String path, Map<String, TestCase> cases)
      throws SuiteException {
    VectorOperation operation = VectorOperation.of(document.required("operation").stringValue());
    int index = 0;
    for (JsonNode node : document.required("cases")) {
      TestCase testCase = testCase(operation, node);
      if (cases.putIfAbsent(testCase.id(), testCase) != null) {
        throw new SuiteException(
            path, "/cases/" + index, "the id is taken by an earlier case: " + testCase.id());
      }
      index++;
    }
  }

  private static TestCase testCase(VectorOperation operation, JsonNode node) {
    return new TestCase(
        node.required("id").stringValue(),
        operation,
        node.required("title").stringValue(),
        RequirementLevel.of(node.required("requirement").stringValue()),
        SuiteJson.strings(node.required("flags")),
        node.path("twin").stringValueOpt(),
        (ObjectNode) node.required("evidence"),
        BodyForm.expand((ObjectNode) node.required("input")),
        (ObjectNode) node.required("expected"));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the suite's name, such as {@code doku}. */
  public String name() {
    return name;
  }

  /** Returns the semantic version of the suite's data. */
  public String version() {
    return version;
  }

  /** Returns the SHA-256 of the manifest, which holds those of all files, in lower-case hex. */
  public String manifestSha256() {
    return manifestSha256;
  }

  /** Returns all cases, in the order of the manifest and of the files. */
  public List<TestCase> cases() {
    return new ArrayList<>(cases.values());
  }

  public Optional<TestCase> find(String id) {
    return Optional.ofNullable(cases.get(id));
  }

  /**
   * Returns the flag of a code that a case of this suite carries.
   *
   * @throws IllegalArgumentException if no file defines it
   */
  public Flag flag(String code) {
    Flag flag = flags.get(code);
    if (flag == null) {
      throw new IllegalArgumentException("expected a flag that the suite defines, got: " + code);
    }
    return flag;
  }

  /**
   * Returns a copy of a test key: {@code {"clientId": …, "secret": {"utf8": …}}}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public ObjectNode key(String name) {
    if (keys.get(name) instanceof ObjectNode key) {
      return key.deepCopy();
    }
    throw new IllegalArgumentException("expected a key that keys.json holds, got: " + name);
  }

  private static final class Bundled {
    static final VectorSuite SUITE = load();

    private static VectorSuite load() {
      try {
        return VectorSuite.load(SuiteSource.bundled());
      } catch (SuiteException e) {
        throw new IllegalStateException("the bundled suite is broken: " + e.getMessage(), e);
      }
    }
  }
}
