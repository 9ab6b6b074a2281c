package io.github.dokuconformance.page.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the page's parts into one file, with a policy that lets nothing else run, and nothing out.
 */
public final class PageFile {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private PageFile() {}

  /**
   * Writes the file.
   *
   * @param arguments the folder of the parts, the engine, the examples, the version, and the file
   */
  public static void main(String[] arguments) throws IOException {
    Path parts = Path.of(arguments[0]);
    Path examples = Path.of(arguments[2]);
    String style = Files.readString(parts.resolve("page.css"));
    String script = Files.readString(parts.resolve("page.js"));
    Map<String, String> values = new LinkedHashMap<>();
    values.put("style", style);
    values.put("script", script);
    values.put("engine", data(Files.readString(Path.of(arguments[1]))));
    values.put("paths", data(known(parts, examples)));
    values.put("version", arguments[3]);
    // A worker takes the policy of the page that starts it.
    values.put(
        "policy",
        "default-src 'none'; script-src '%s'; style-src '%s'; worker-src blob:; base-uri 'none'; form-action 'none'"
            .formatted(hash(script), hash(style)));
    Matcher place = PLACE.matcher(Files.readString(parts.resolve("page.html")));
    String page =
        place.replaceAll(it -> Matcher.quoteReplacement(values.getOrDefault(it.group(1), "")));
    Path file = Path.of(arguments[4]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, page);
  }

  private static String known(Path parts, Path examples) throws IOException {
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    ArrayNode paths = known.putArray("paths");
    Contract.bundled().operations().stream()
        .map(Operation::path)
        .filter(path -> !path.isEmpty() && path.indexOf('{') < 0)
        .distinct()
        .forEach(paths::add);
    known.put("worker", Files.readString(parts.resolve("worker.js")));
    known
        .putObject("example")
        .put("message", Files.readString(examples.resolve("broken/target-path-prefix.http")))
        .put("secret", Files.readString(examples.resolve("secret.txt")).strip());
    return JsonMapper.shared().writeValueAsString(known);
  }

  /** Returns what may stand in a block of data: no end of it. */
  private static String data(String text) {
    if (text.contains("<!--")) {
      throw new IllegalArgumentException("the page can't hold a comment of HTML in its data");
    }
    return text.replace("</script", "<\\/script");
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
