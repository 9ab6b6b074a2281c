package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.vectors.VectorOperation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Serves a target to a runner in another process, over stdin and stdout. */
public final class StdioAdapter {
  private StdioAdapter() {}

  /**
   * Answers until the runner says bye or closes stdin.
   *
   * <p>{@code System.out} leads to stderr from here on, so that a stray print does not spoil the
   * protocol.
   *
   * @throws IOException if stdin cannot be read or holds something that is no message
   */
  public static void serve(ConformanceTarget target) throws IOException {
    PrintStream protocol = System.out;
    System.setOut(System.err);
    serve(target, System.in, protocol);
  }

  static void serve(ConformanceTarget target, InputStream in, PrintStream out) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8.newDecoder()));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      try {
        ObjectNode message = Messages.parse(line);
        switch (Messages.text(message, "type")) {
          case "hello" -> {
            send(out, Messages.helloReply(Respondent.of(target).greeting()));
            if (!Messages.is(message.path("protocol"), Messages.PROTOCOL)) {
              return;
            }
          }
          case "run" -> send(out, answer(target, message));
          case "bye" -> {
            return;
          }
          default -> throw new BadMessageException("type must be hello, run or bye");
        }
      } catch (BadMessageException e) {
        throw new IOException("the runner sent what is no message: " + e.getMessage(), e);
      }
    }
  }

  private static ObjectNode answer(ConformanceTarget target, ObjectNode message)
      throws BadMessageException {
    ObjectNode input =
        (ObjectNode) Messages.member(message, "input", it -> it.isObject(), "an object");
    VectorOperation operation = VectorOperation.of(Messages.text(message, "op"));
    AdapterRequest request = new AdapterRequest(Messages.text(message, "case"), operation, input);
    JsonNode id =
        Messages.member(
            message, "id", it -> it.isIntegralNumber() && it.canConvertToLong(), "a number");
    return Messages.result(id.longValue(), Targets.answer(target, request));
  }

  private static void send(PrintStream out, ObjectNode message) {
    // Not println: its line end depends on the platform.
    out.print(Messages.write(message) + "\n");
    out.flush();
  }
}
