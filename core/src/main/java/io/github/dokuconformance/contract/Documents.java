package io.github.dokuconformance.contract;

import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.schemas.ContractFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The JSON files of a contract: those that are bundled, and beside them those of a folder.
 *
 * <p>A folder adds; it may not replace a bundled file, lest what is known of one channel change
 * with another's. Only the files that list things stand in both. Each file is read once. Thread
 * safe.
 */
final class Documents {
  /** The files that a folder has of its own beside the bundled ones. */
  private static final Set<String> LISTS =
      Set.of(
          Contract.DOCUMENT,
          Contract.CONTRADICTIONS,
          "answers.json",
          "sources.json",
          "refusals.json");

  private final Optional<Path> folder;
  private final Map<String, JsonNode> trees = new ConcurrentHashMap<>();

  Documents(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * Returns a file's tree, which nobody changes.
   *
   * @throws IllegalArgumentException if there is no such file, or it is not JSON
   */
  JsonNode read(String path) {
    return find(path)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    path
                        + ": something refers to it, but there is no such file"
                        + folder.map(it -> " in " + it).orElse("")));
  }

  /** Returns a file's tree where there is such a file. */
  Optional<JsonNode> find(String path) {
    JsonNode known = trees.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    boolean bundled = ContractFiles.has(path);
    Optional<Path> own = own(path);
    if (bundled && own.isPresent() && !LISTS.contains(path)) {
      throw new IllegalArgumentException(
          own.get() + ": the bundled contract has a file of this name; give it another");
    }
    if (!bundled && own.isEmpty()) {
      return Optional.empty();
    }
    JsonNode tree = bundled ? JsonTree.read(ContractFiles.open(path)) : read(own.get());
    trees.put(path, tree);
    return Optional.of(tree);
  }

  /** Returns a list's trees: the bundled one, then the folder's, where they are. */
  List<JsonNode> lists(String path) {
    List<JsonNode> all = new ArrayList<>();
    if (ContractFiles.has(path)) {
      all.add(JsonTree.read(ContractFiles.open(path)));
    }
    own(path).ifPresent(file -> all.add(read(file)));
    return all;
  }

  private Optional<Path> own(String path) {
    return folder
        .filter(it -> ContractFiles.isPath(path))
        .map(it -> it.resolve(path))
        .filter(Files::isRegularFile);
  }

  private static JsonNode read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return JsonTree.read(in);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(file + ": expected JSON: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": can't be read: " + e.getMessage(), e);
    }
  }
}
