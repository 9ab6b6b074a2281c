package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An adapter that answers everything, wrongly, but misbehaves at one case in a given way.
 *
 * <p>Plain JDK, so that it starts fast.
 */
final class FakeAdapter {
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final PrintStream OUT = new PrintStream(System.out, false, UTF_8);
  private static final String HELLO =
      "{\"type\":\"hello\",\"protocol\":1,\"implementation\":{\"name\":\"fake\",\"version\":\"1\","
          + "\"language\":\"java\"},\"operations\":[\"digest\",\"canonicalize\",\"sign\",\"verify\","
          + "\"validate\"],\"unknown\":true}";

  private FakeAdapter() {}

  static List<String> command(String behaviour, String caseId) {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        FakeAdapter.class.getName(),
        behaviour,
        caseId);
  }

  public static void main(String[] args) throws Exception {
    String behaviour = args[0];
    if (behaviour.equals("mute")) {
      sleep();
    }
    if (behaviour.startsWith("flood")) {
      // Without reading stdin: a runner that does not drain stderr would wait for ever.
      System.err.write("x".repeat(10 << 20).getBytes(UTF_8));
      System.err.flush();
    }
    String lineEnd = behaviour.equals("crlf") ? "\r\n" : "\n";
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    boolean answering = true;
    for (String line = in.readLine(); line != null && answering; line = in.readLine()) {
      if (line.contains("\"type\":\"hello\"")) {
        send(hello(behaviour) + lineEnd);
      } else if (line.contains("\"type\":\"bye\"")) {
        answering = false;
      } else {
        boolean triggered = args[1].equals("*") || line.contains("\"case\":\"" + args[1] + "\"");
        answer(triggered ? behaviour : "answer", id(line), lineEnd);
      }
    }
    if (behaviour.equals("linger")) {
      sleep();
    }
    System.exit(behaviour.equals("exit-1") ? 1 : 0);
  }

  private static String hello(String behaviour) {
    return switch (behaviour) {
      case "other-protocol" -> "{\"type\":\"hello\",\"protocol\":2}";
      case "huge-protocol" -> HELLO.replace(":1,", ":99999999999999999999,");
      case "polluted-hello" -> "Listening on stdin";
      default -> HELLO;
    };
  }

  private static void answer(String behaviour, long id, String lineEnd) throws Exception {
    String ok = "{\"digest\":\"x\",\"stringToSign\":\"x\",\"signature\":\"x\",\"valid\":true}";
    String good = "{\"type\":\"result\",\"id\":" + id + ",\"ok\":" + ok + "}";
    switch (behaviour) {
      case "hang" -> sleep();
      case "crash", "flood-and-crash" -> {
        System.err.println("\nBoom");
        System.exit(7);
      }
      case "signal" -> {
        long pid = ProcessHandle.current().pid();
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
        sleep();
      }
      case "close-stdout" -> {
        System.out.close();
        sleep();
      }
      case "orphan" -> {
        String script = "sleep 300 & echo orphan=$! >&2";
        new ProcessBuilder("sh", "-c", script).inheritIO().start().waitFor();
        System.exit(7);
      }
      case "pollute" -> send("debug: signing\n" + good + "\n");
      case "invalid-utf8" -> {
        OUT.write(good.replace("\"x\"", "\"\u00ff\"").getBytes(ISO_8859_1));
        send("\n");
      }
      case "too-long" -> send(padded(good, Messages.MAX_LINE_BYTES + 1) + "\n");
      case "endless-line" -> {
        while (true) {
          send("x".repeat(1 << 16));
        }
      }
      case "longest" -> send(padded(good, Messages.MAX_LINE_BYTES) + "\n");
      case "wrong-id" -> send(good.replace("\"id\":" + id, "\"id\":" + (id + 1)) + "\n");
      case "huge-id" -> send(good.replace("\"id\":" + id, "\"id\":" + "9".repeat(20)) + "\n");
      case "empty-ok" -> send(good.replace(ok, "{}") + "\n");
      case "twice" -> send(good + "\n" + good + "\n");
      case "no-line-end" -> {
        send(good);
        System.exit(0);
      }
      case "exit-after-reply" -> {
        send(good + "\n");
        System.exit(0);
      }
      default -> send(good + lineEnd);
    }
  }

  private static String padded(String message, int length) {
    String pad = ",\"pad\":\"\"}";
    int missing = length - (message.length() - 1) - pad.length();
    return message.substring(0, message.length() - 1) + ",\"pad\":\"" + "x".repeat(missing) + "\"}";
  }

  private static long id(String line) {
    Matcher matcher = ID.matcher(line);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
  }

  private static void send(String text) throws IOException {
    OUT.write(text.getBytes(UTF_8));
    OUT.flush();
  }

  private static void sleep() throws InterruptedException {
    Thread.sleep(600_000);
  }
}
