package io.github.dokuconformance.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes recordings with all that can be wrong in them, alone and over the run: reused ids, orders
 * and references, repeats, refused orders, other amounts, wrong signatures, lines that are no
 * exchange and blank ones. The same seed gives the same bytes.
 */
final class MutatedLines {
  static final String SECRET = "SK-TEST-cluster-NOT-A-SECRET";
  private static final Path EXAMPLES = Path.of("../schemas/contract/examples");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String CLIENT = "MCH-TEST-0001";
  private static final String[] JUNK = {
    "",
    "  \t",
    "{",
    "{\"request\":{}}",
    "[1,2]",
    "nonsense \u00e9",
    "{\"a\":1}\r",
    "{\"method\":\"POST\",\"url\":\"https://api.doku.com/ovo-emoney/v1/payment\",\"body\":\"{}\"}"
  };

  private final Random random;
  private final List<Template> templates = new ArrayList<>();
  private final List<String> earlier = new ArrayList<>();
  private int ordinal;

  MutatedLines(long seed) throws IOException {
    random = new Random(seed);
    for (Operation operation : Contract.bundled().operations()) {
      Path folder = EXAMPLES.resolve(operation.id());
      if (operation.requestSchema().isEmpty()
          || operation.hasPathParameters()
          || !Files.isDirectory(folder)) {
        continue;
      }
      List<JsonNode> requests = bodies(folder, "request-");
      if (!requests.isEmpty()) {
        Template template = new Template(operation, requests, bodies(folder, "response-"));
        // What the rules over a run are about comes more often.
        boolean ofOrders = !operation.unique().isEmpty() || !operation.asOrdered().isEmpty();
        templates.addAll(List.of(template));
        for (int i = 0; i < (ofOrders ? 8 : 0); i++) {
          templates.add(template);
        }
      }
    }
  }

  /** Writes three recordings of so many lines, and the keys, into a folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    MutatedLines lines = new MutatedLines(24);
    for (String name : List.of("a.jsonl", "b.jsonl", "c.jsonl")) {
      lines.write(folder.resolve(name), Integer.parseInt(args[1]));
    }
    Files.writeString(folder.resolve("keys.json"), credentials());
  }

  private record Template(Operation operation, List<JsonNode> requests, List<JsonNode> responses) {}

  private static List<JsonNode> bodies(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> !file.toString().contains("headers"))
          .filter(file -> !file.toString().contains("failed"))
          .sorted()
          .map(MutatedLines::read)
          .filter(JsonNode::isObject)
          .toList();
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes so many lines into a file. */
  Path write(Path file, int count) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < count; i++) {
        out.write(line().getBytes(UTF_8));
        if (i + 1 < count || random.nextBoolean()) {
          out.write('\n');
        }
      }
    }
    return file;
  }

  private String line() {
    if (oneIn(50)) {
      return JUNK[random.nextInt(JUNK.length)];
    }
    if (!earlier.isEmpty() && oneIn(25)) {
      return earlier.get(random.nextInt(earlier.size()));
    }
    String line = exchange().toString();
    if (earlier.size() < 500) {
      earlier.add(line);
    } else {
      earlier.set(random.nextInt(500), line);
    }
    return oneIn(100) ? line.substring(0, random.nextInt(line.length())) : line;
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private ObjectNode exchange() {
    ordinal++;
    Template template = templates.get(random.nextInt(templates.size()));
    Operation operation = template.operation();
    JsonNode request =
        template.requests().get(random.nextInt(template.requests().size())).deepCopy();
    set(operation, request, Meaning.INVOICE, "INV-" + number());
    set(operation, request, Meaning.REFERENCE, "REF" + number());
    set(operation, request, Meaning.REFUND_REFERENCE, "RFD" + number());
    if (oneIn(3)) {
      set(
          operation,
          request,
          Meaning.AMOUNT,
          List.of("10000", "20000", "30000.00").get(random.nextInt(3)));
    }
    spoil(request);
    ObjectNode exchange = JSON.createObjectNode();
    if (operation.isCalledByDoku()) {
      exchange.put("operation", operation.id());
    }
    String target = operation.path().isEmpty() ? "/payments/notify" : operation.path();
    String body = oneIn(4) ? request.toPrettyString().replace("\n", "\r\n") : request.toString();
    String id = oneIn(20) ? "shared-" + random.nextInt(200) : "id-" + ordinal;
    ObjectNode sent = exchange.putObject("request");
    sent.put("method", "POST").put("target", target);
    sent.set("headers", headers(operation, id, target, body, "Request-Timestamp"));
    sent.putObject("body").put("utf8", body);
    if (!template.responses().isEmpty() && !oneIn(5)) {
      JsonNode answer = template.responses().get(random.nextInt(template.responses().size()));
      int status = oneIn(12) ? List.of(400, 404, 409, 500).get(random.nextInt(4)) : 200;
      ObjectNode got = exchange.putObject("response");
      got.put("status", status);
      got.set("headers", headers(operation, id, target, answer.toString(), "Response-Timestamp"));
      got.putObject("body").put("utf8", answer.toString());
    }
    return exchange;
  }

  /** Mostly a new number; else one of few, so that orders come again. */
  private int number() {
    return oneIn(2) ? random.nextInt(800) : 10_000 + ordinal;
  }

  private static void set(Operation operation, JsonNode body, Meaning meaning, String value) {
    operation
        .pointer(Part.REQUEST, meaning)
        .ifPresent(
            pointer -> {
              String text = pointer.toString();
              int last = text.lastIndexOf('/');
              JsonNode parent = body.at(text.substring(0, last));
              String name = text.substring(last + 1);
              if (parent instanceof ObjectNode object && object.has(name)) {
                if (object.get(name).isNumber()) {
                  object.put(name, (long) Double.parseDouble(value.replaceAll("[^0-9.]", "")));
                } else {
                  object.put(name, value);
                }
              }
            });
  }

  private void spoil(JsonNode body) {
    if (!oneIn(6)) {
      return;
    }
    ObjectNode object = (ObjectNode) body;
    List<String> names = object.propertyNames().stream().toList();
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.put(name, 7);
      case 2 -> object.put("unexpected", "\u2615 Caf\u00e9 \ud83d\ude00");
      default -> object.put(name, "x".repeat(300));
    }
  }

  private ArrayNode headers(
      Operation operation, String id, String target, String body, String timestamp) {
    ArrayNode headers = JSON.createArrayNode();
    if (operation.scheme().startsWith("snap")) {
      add(headers, "X-PARTNER-ID", CLIENT);
      add(headers, "X-EXTERNAL-ID", id);
      add(headers, "X-TIMESTAMP", "2026-01-31T09:30:00+07:00");
    } else {
      String client = oneIn(30) ? "MCH-UNKNOWN" : CLIENT;
      String time = "2026-01-31T09:30:" + (10 + random.nextInt(50)) + "Z";
      String lines =
          "Client-Id:"
              + client
              + "\nRequest-Id:"
              + id
              + "\n"
              + timestamp
              + ":"
              + time
              + "\nRequest-Target:"
              + target
              + "\nDigest:"
              + digest(body);
      add(headers, "Client-Id", client);
      add(headers, "Request-Id", id);
      add(headers, timestamp, time);
      if (!oneIn(60)) {
        add(headers, "Signature", "HMACSHA256=" + mac(oneIn(70) ? wrong(lines, target) : lines));
      }
    }
    if (!oneIn(30)) {
      add(headers, "Content-Type", "application/json");
    }
    return headers;
  }

  private String wrong(String lines, String target) {
    if (oneIn(50)) {
      return lines.replace(target, "/nowhere/" + random.nextInt()); // A search in vain takes long.
    }
    return switch (random.nextInt(3)) {
      case 0 -> lines + "\n";
      case 1 -> lines.replace("Request-Target:", "Request-Target:https://api.doku.com");
      default -> lines.replace("\n", "\r\n");
    };
  }

  private static void add(ArrayNode headers, String name, String value) {
    headers.addArray().add(name).add(value);
  }

  private static String digest(String body) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String mac(String lines) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(lines.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a line in which nothing is wrong. */
  static String right() {
    JsonNode body = read(EXAMPLES.resolve("akulaku.generate-order/request-full.json"));
    String target = "/akulaku-peer-to-peer/v2/generate-order";
    String time = "2026-01-31T09:30:00Z";
    String lines =
        "Client-Id:"
            + CLIENT
            + "\nRequest-Id:id-1\nRequest-Timestamp:"
            + time
            + "\nRequest-Target:"
            + target
            + "\nDigest:"
            + digest(body.toString());
    ObjectNode exchange = JSON.createObjectNode();
    ObjectNode sent = exchange.putObject("request");
    sent.put("method", "POST").put("target", target);
    ArrayNode headers = sent.putArray("headers");
    add(headers, "Client-Id", CLIENT);
    add(headers, "Request-Id", "id-1");
    add(headers, "Request-Timestamp", time);
    add(headers, "Signature", "HMACSHA256=" + mac(lines));
    add(headers, "Content-Type", "application/json");
    sent.putObject("body").put("utf8", body.toString());
    return exchange.toString();
  }

  static String credentials() {
    return "{\"" + CLIENT + "\":\"" + SECRET + "\"}";
  }
}
