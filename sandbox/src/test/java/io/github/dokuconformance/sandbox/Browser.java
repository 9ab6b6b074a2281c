package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A headless Chromium, driven over chromedriver's WebDriver protocol (w3.org/TR/webdriver2). */
final class Browser implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  Browser(Path profile) throws IOException {
    driver =
        new ProcessBuilder(find("chromedriver").orElseThrow().toString(), "--port=0")
            .redirectErrorStream(true)
            .start();
    String base = "http://127.0.0.1:" + port(driver) + "/session";
    ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
    ObjectNode options =
        capabilities
            .putObject("capabilities")
            .putObject("alwaysMatch")
            .putObject("goog:chromeOptions");
    options.put("binary", find("chromium").orElseThrow().toString());
    var arguments = options.putArray("args");
    ARGUMENTS.forEach(arguments::add);
    arguments.add("--user-data-dir=" + profile);
    session = base + "/" + send("POST", base, capabilities).path("sessionId").asString();
  }

  /** Returns the program where it is on the PATH. */
  static Optional<Path> find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int port(Process driver) throws IOException {
    BufferedReader out = new BufferedReader(new InputStreamReader(driver.getInputStream(), UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return Integer.parseInt(port.group(1));
      }
    }
    throw new IOException("chromedriver ended without a port");
  }

  void open(String url) {
    send("POST", session + "/url", JsonNodeFactory.instance.objectNode().put("url", url));
  }

  /** Waits until the browser shows that page, and returns the last URL that it was seen at. */
  String awaitUrl(String wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String url = url();
    while (!url.equals(wanted) && System.nanoTime() < end) {
      Thread.sleep(20);
      url = url();
    }
    return url;
  }

  private String url() {
    return send("GET", session + "/url", null).asString();
  }

  /** Clicks what the CSS selector finds. */
  void click(String selector) {
    send(
        "POST",
        session + "/element/" + element(selector) + "/click",
        JsonNodeFactory.instance.objectNode());
  }

  String text(String selector) {
    return send("GET", session + "/element/" + element(selector) + "/text", null).asString();
  }

  /** Returns the role and the name that assistive technology is told. */
  String accessible(String selector) {
    String element = session + "/element/" + element(selector);
    return send("GET", element + "/computedrole", null).asString()
        + " "
        + send("GET", element + "/computedlabel", null).asString();
  }

  private String element(String selector) {
    ObjectNode query =
        JsonNodeFactory.instance.objectNode().put("using", "css selector").put("value", selector);
    return send("POST", session + "/element", query).path(ELEMENT).asString();
  }

  private JsonNode send(String method, String url, JsonNode body) {
    try {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create(url))
                  .timeout(Duration.ofSeconds(60))
                  .method(
                      method,
                      body == null
                          ? HttpRequest.BodyPublishers.noBody()
                          : HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode value = JsonMapper.shared().readTree(response.body()).path("value");
      if (response.statusCode() != 200) {
        throw new IllegalStateException(method + " " + url + ": " + value);
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      send("DELETE", session, null);
    } finally {
      driver.destroy();
    }
  }
}
