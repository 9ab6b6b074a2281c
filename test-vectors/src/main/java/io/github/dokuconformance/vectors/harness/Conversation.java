package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.VectorSuite;
import io.github.dokuconformance.vectors.harness.AdapterLines.Line;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** The protocol as spoken with one adapter process, in strict lock-step. */
final class Conversation {
  private final AdapterProcess process;
  private long lastId;

  Conversation(AdapterProcess process) {
    this.process = process;
  }

  Greeting greet(VectorSuite suite, Duration timeout) throws AdapterFault, InterruptedException {
    process.send(Messages.write(Messages.hello(suite)), timeout);
    Line line = process.receive(timeout);
    try {
      return Messages.readGreeting(Messages.parse(text(line)));
    } catch (BadMessageException e) {
      throw protocolError(e, line);
    }
  }

  AdapterAnswer ask(AdapterRequest request, Duration timeout)
      throws AdapterFault, InterruptedException {
    return ask(Messages.run(++lastId, request), request, timeout);
  }

  /** Asks with a member that no adapter can know, which it has to ignore. */
  AdapterAnswer askWithUnknownMember(AdapterRequest request, Duration timeout)
      throws AdapterFault, InterruptedException {
    ObjectNode message = Messages.run(++lastId, request).put("unknownMember", "ignore me");
    return ask(message, request, timeout);
  }

  private AdapterAnswer ask(ObjectNode message, AdapterRequest request, Duration timeout)
      throws AdapterFault, InterruptedException {
    process.send(Messages.write(message), timeout);
    Line line = process.receive(timeout);
    try {
      return Messages.readResult(Messages.parse(text(line)), lastId, request.operation());
    } catch (BadMessageException e) {
      throw protocolError(e, line);
    }
  }

  /** Says bye and tells whether the adapter ended by itself in time. */
  boolean endsAfterBye(Duration timeout) throws InterruptedException {
    try {
      process.send(Messages.write(Messages.bye()), timeout);
    } catch (AdapterFault e) {
      return false;
    }
    return process.endsWithin(timeout);
  }

  private static String text(Line line) throws BadMessageException {
    if (line.tooLong()) {
      throw new BadMessageException(
          "the line is longer than " + Messages.MAX_LINE_BYTES + " bytes");
    }
    return line.text();
  }

  private static AdapterFault protocolError(BadMessageException e, Line line) {
    return new AdapterFault(
        Status.PROTOCOL_ERROR,
        e.getMessage()
            + "; the line was: "
            + line.shown()
            + " (stdout is for the protocol alone: log to stderr)");
  }
}
