package io.github.dokuconformance.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Locates the files of the contract on the class path, wherever this module was packed.
 *
 * <p>Paths are those of the {@code contract} folder, such as {@code openapi.json} or {@code
 * json/common.schema.json}. All methods are safe for use by several threads.
 */
public final class ContractFiles {

  // Nothing but JSON files, and no way up: the class path holds other things beside the contract.
  private static final Pattern PATH = Pattern.compile("(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*\\.json");

  private ContractFiles() {}

  /** Tells whether a text has the form of a path in the contract; the file need not be there. */
  public static boolean isPath(String path) {
    return PATH.matcher(path).matches();
  }

  /** Tells whether the contract has a file. */
  public static boolean has(String path) {
    return find(path) != null;
  }

  /**
   * Opens a file of the contract; the caller closes it.
   *
   * @throws IllegalArgumentException if the contract has no such file
   */
  public static InputStream open(String path) {
    try {
      return locate(path).openStream();
    } catch (IOException e) {
      throw new UncheckedIOException("contract file cannot be read: " + path, e);
    }
  }

  /**
   * Returns where a file of the contract is, as a base against which the relative {@code $ref}s in
   * it resolve.
   *
   * @throws IllegalArgumentException if the contract has no such file
   */
  public static URI uri(String path) {
    try {
      return locate(path).toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("contract file has no valid address: " + path, e);
    }
  }

  private static URL locate(String path) {
    URL url = find(path);
    if (url == null) {
      throw new IllegalArgumentException(
          "expected the path of a contract file, such as openapi.json, got: " + path);
    }
    return url;
  }

  private static @Nullable URL find(String path) {
    return isPath(path) ? ContractFiles.class.getResource(path) : null;
  }
}
