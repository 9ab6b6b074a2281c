package io.github.dokuconformance.cli.input.postman;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.LostBytes;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.cli.input.http.Variables;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a request of Bruno ({@code .bru}), where its values and its body's bytes are final.
 *
 * <p>Bruno's versions write a JSON body anew or leave it as it stands, so only one without white
 * space between its values is known to be sent as it stands.
 */
public final class BrunoFile {
  private static final Pattern BLOCK = Pattern.compile("([a-z][a-z:-]{0,40}) \\{\\s*");
  private static final Pattern METHOD = Pattern.compile("get|post|put|patch|delete|head|options");

  private BrunoFile() {}

  /** Says whether a text begins as Bruno's files do. */
  public static boolean isLike(String text) {
    return text.startsWith("meta {");
  }

  public static void read(byte[] content, Readings readings) throws InputException {
    String text = new String(content, UTF_8);
    String file = readings.file();
    String method = null;
    String url = "";
    String body = "";
    boolean scripted = false;
    HeaderBlock headers = new HeaderBlock();
    for (Map.Entry<String, String> block : blocks(text).entrySet()) {
      String name = block.getKey();
      String inner = block.getValue();
      if (METHOD.matcher(name).matches()) {
        method = name.toUpperCase(Locale.ROOT);
        url = value(inner, "url");
      } else if (name.equals("headers")) {
        addHeaders(file, inner, headers);
      } else if (name.equals("body:json") || name.equals("body") || name.equals("body:text")) {
        body = inner.replaceAll("(?m)^ {2}", "").strip();
      } else {
        scripted |= name.equals("script:pre-request");
      }
    }
    Optional<String> variable = Variables.find(url + headers.toHeaders() + body);
    if (variable.isPresent()) {
      throw error(file, Variables.reason(variable.get()));
    }
    if (method == null || !HttpSyntax.isTarget(url)) {
      throw error(file, "expected a request with a URL, got " + Visible.quoted(url));
    }
    if (scripted && headers.toHeaders().first("Signature").isEmpty()) {
      throw error(file, "a script signs the request when it is sent");
    }
    if (!LostBytes.minified(body).equals(body)) {
      throw error(file, "the body is written in lines, and versions of Bruno send it differently");
    }
    readings.remark(1, "a request of Bruno, whose scripts are not run");
    readings.add(new Request(method, Target.of(url), headers.toHeaders(), Body.ofUtf8(body)), null);
  }

  /** Returns what stands in each block, which a brace at the beginning of a line closes. */
  private static Map<String, String> blocks(String text) {
    Map<String, String> blocks = new LinkedHashMap<>();
    String name = "";
    StringBuilder inner = new StringBuilder();
    for (String line : text.lines().toList()) {
      Matcher opening = BLOCK.matcher(line);
      if (!name.isEmpty() && line.stripTrailing().equals("}")) {
        blocks.put(name, inner.toString());
        name = "";
      } else if (!name.isEmpty()) {
        inner.append(line).append('\n');
      } else if (opening.matches()) {
        name = opening.group(1);
        inner.setLength(0);
      }
    }
    return blocks;
  }

  private static void addHeaders(String file, String inner, HeaderBlock headers)
      throws InputException {
    for (String line : inner.split("\\r?\\n", -1)) {
      int colon = line.indexOf(':');
      if (colon < 0 || line.strip().startsWith("~")) {
        continue;
      }
      Optional<String> wanted =
          headers.add(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      if (wanted.isPresent()) {
        throw error(file, "expected " + wanted.get());
      }
    }
  }

  private static String value(String inner, String name) {
    Matcher line = Pattern.compile("(?m)^\\s*" + name + ":[ \\t]*(.*?)[ \\t\\r]*$").matcher(inner);
    return line.find() ? line.group(1) : "";
  }

  private static InputException error(String file, String reason) {
    return InputException.of(
        file, "a request of Bruno: " + reason + "; give it as it was sent: Generate Code, cURL");
  }
}
