package io.github.dokuconformance.pact.contract;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of {@code interactions.json}: which examples make an interaction, and what it is about.
 *
 * @param id stable; in the pact file it is the interaction's key
 * @param channel whose contract it belongs to: that of the operation, unless an operation serves
 *     many
 * @param state what must be so at the provider beforehand
 * @param known what else the state names, by names, as pointers into the request
 * @param signing how the replayed request is signed, where not rightly
 */
record InteractionSpec(
    String id,
    Operation operation,
    String channel,
    String description,
    Optional<String> state,
    Map<String, Pointer> known,
    InteractionSigning signing,
    Optional<Message> request,
    Answer response) {
  private static final String NAME = "interactions.json";

  /** Returns all entries in the file's order. */
  static List<InteractionSpec> all() {
    return Read.FILE.interactions();
  }

  /** Returns what stands in the headers of a pact file, by name, where nothing real can. */
  static Map<String, String> headers() {
    return Read.FILE.headers();
  }

  /**
   * A body that is made of an example.
   *
   * @param changes members by JSON pointer with another value, or null to leave one out
   */
  record Message(String example, JsonNode changes) {
    static Message of(JsonNode entry) {
      return new Message(entry.path("example").asString(), entry.path("changes"));
    }
  }

  /**
   * What is expected of the provider.
   *
   * @param status an HTTP status, or {@code 2xx} or {@code 4xx} for any of them
   * @param allFields whether optional members of the example are expected too
   * @param pinned pointers of members whose value is what the interaction is about
   */
  record Answer(String status, Optional<Message> body, boolean allFields, List<String> pinned) {
    boolean isSuccess() {
      return status.startsWith("2");
    }

    /** Returns the status, the first of those where any will do. */
    int code() {
      return Integer.parseInt(status.replace('x', '0'));
    }

    static Answer of(JsonNode entry) {
      return new Answer(
          entry.path("status").asString(),
          entry.has("example") ? Optional.of(Message.of(entry)) : Optional.empty(),
          entry.path("fields").asString("mandatory").equals("all"),
          entry.path("pinned").valueStream().map(JsonNode::asString).toList());
    }
  }

  private static final class Read {
    static final Content FILE = read();

    record Content(Map<String, String> headers, List<InteractionSpec> interactions) {}

    private static Content read() {
      try (InputStream in = InteractionSpec.class.getResourceAsStream(NAME)) {
        JsonNode file = JsonMapper.shared().readTree(in);
        return new Content(
            file.path("headers").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().asString())),
            file.path("interactions").valueStream().map(Read::entry).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static InteractionSpec entry(JsonNode entry) {
      String id = entry.path("operation").asString();
      Operation operation =
          Contract.bundled()
              .operation(id)
              .orElseThrow(() -> new IllegalStateException("no such operation: " + id));
      return new InteractionSpec(
          entry.path("id").asString(),
          operation,
          entry.path("channel").asString(operation.channel()),
          entry.path("description").asString(),
          entry.has("state") ? Optional.of(entry.path("state").asString()) : Optional.empty(),
          entry.path("known").properties().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, one -> Pointer.parse(one.getValue().asString()))),
          InteractionSigning.of(entry.path("signing").asString(InteractionSigning.GENUINE.id())),
          entry.has("request") ? Optional.of(Message.of(entry.path("request"))) : Optional.empty(),
          Answer.of(entry.path("response")));
    }
  }
}
