package io.github.dokuconformance.vectors;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what a suite promises beyond the shape of its files.
 *
 * <p>Checked are: schemas, SHA-256 and counts of the manifest, ids (unique, not retired), flags
 * (those used are those defined), twins, evidence, keys, that every constraint of the contract has
 * a case that breaks it and every limit one on either side, and that whoever accepts all, rejects
 * all or is blind to a defect fails two cases.
 */
public final class Lint {
  private static final String MANIFEST = "vectors/manifest.json";

  private final Path directory;
  private final List<LintProblem> problems = new ArrayList<>();
  private final Map<String, ObjectNode> vectorFiles = new LinkedHashMap<>();

  private Lint(Path directory) {
    this.directory = directory;
  }

  /**
   * Returns all problems of the suite in a directory that holds {@code vectors/manifest.json}; none
   * means that the suite keeps its promises.
   */
  public static List<LintProblem> lint(Path suiteDirectory) {
    Lint lint = new Lint(requireNonNull(suiteDirectory, "suiteDirectory"));
    lint.check();
    return List.copyOf(lint.problems);
  }

  private void check() {
    ObjectNode manifest;
    try {
      manifest = SuiteJson.parse(bytes(MANIFEST), MANIFEST);
    } catch (SuiteException e) {
      problems.add(e.problem());
      return;
    }
    if (!hasShape(MANIFEST, manifest, FormatSchema.MANIFEST)) {
      return;
    }
    Map<String, ObjectNode> others = new HashMap<>();
    for (JsonNode entry : manifest.required("files")) {
      checkFile(entry, others);
    }
    checkUnlisted(manifest);
    checkTotal(manifest);
    checkCases(manifest, others);
  }

  private byte[] bytes(String file) throws SuiteException {
    return SuiteJson.readBytes(SuiteSource.directory(directory), file);
  }

  private boolean hasShape(String file, ObjectNode document, FormatSchema schema) {
    List<String> violations = schema.violations(document);
    violations.forEach(violation -> problems.add(new LintProblem(file, "", violation)));
    return violations.isEmpty();
  }

  private void checkFile(JsonNode entry, Map<String, ObjectNode> others) {
    String file = "vectors/" + entry.required("path").stringValue();
    try {
      byte[] bytes = bytes(file);
      String wanted = entry.required("sha256").stringValue();
      String got = VectorSuite.sha256(bytes);
      if (!got.equals(wanted)) {
        report(
            file,
            "",
            "expected the SHA-256 of the manifest, "
                + wanted
                + ", got "
                + got
                + "; run the update");
      }
      ObjectNode document = SuiteJson.parse(bytes, file);
      String role = entry.required("role").stringValue();
      if (!hasShape(file, document, schema(role))) {
        return;
      }
      if (role.equals("vectors")) {
        vectorFiles.put(file, document);
        checkCounts(file, entry, document);
      } else {
        others.put(role, document);
      }
    } catch (SuiteException e) {
      problems.add(e.problem());
    }
  }

  private static FormatSchema schema(String role) {
    return switch (role) {
      case "keys" -> FormatSchema.KEYS;
      case "constraints" -> FormatSchema.CONSTRAINTS;
      default -> FormatSchema.VECTORS;
    };
  }

  private void checkCounts(String file, JsonNode entry, ObjectNode document) {
    int cases = document.required("cases").size();
    int said = document.required("caseCount").intValue();
    int listed = entry.required("caseCount").intValue();
    if (said != cases) {
      report(file, "/caseCount", "expected " + cases + ", the number of cases, got " + said);
    }
    if (listed != cases) {
      report(MANIFEST, file, "expected " + cases + " as its caseCount, got " + listed);
    }
    if (!document.required("operation").equals(entry.required("operation"))) {
      report(MANIFEST, file, "names another operation than the file itself");
    }
  }

  private void checkUnlisted(ObjectNode manifest) {
    Set<String> listed = new HashSet<>(Set.of("manifest.json"));
    manifest.required("files").forEach(entry -> listed.add(entry.path("path").stringValue("")));
    try (Stream<Path> files = Files.list(directory.resolve("vectors"))) {
      files
          .map(path -> path.getFileName().toString())
          .filter(name -> !listed.contains(name))
          .sorted()
          .forEach(name -> report("vectors/" + name, "", "the manifest does not list this file"));
    } catch (IOException e) {
      report("vectors", "", "could not be listed: " + e.getMessage());
    }
  }

  private void checkTotal(ObjectNode manifest) {
    int total = vectorFiles.values().stream().mapToInt(file -> file.required("cases").size()).sum();
    int said = manifest.required("caseCount").intValue();
    if (said != total) {
      report(
          MANIFEST, "/caseCount", "expected " + total + ", the number of all cases, got " + said);
    }
  }

  private void checkCases(ObjectNode manifest, Map<String, ObjectNode> others) {
    CaseLint cases = new CaseLint(manifest, others.get("keys"), problems);
    vectorFiles.forEach(cases::collect);
    vectorFiles.forEach(cases::check);
    vectorFiles.forEach((file, document) -> AdequacyLint.check(file, document, problems::add));
    ObjectNode constraints = others.get("constraints");
    if (constraints != null) {
      problems.addAll(ConstraintLint.uncovered(constraints, vectorFiles.values()));
    }
  }

  private void report(String file, String place, String message) {
    problems.add(new LintProblem(file, place, message));
  }
}
