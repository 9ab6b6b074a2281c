package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputFile;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.probe.NotificationForm;
import io.github.dokuconformance.probe.ProbedOrder;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the orders that a merchant's endpoint knows: the body of a request that makes an order, or
 * of a notification, or an array of such bodies.
 */
final class OrderFile {
  private static final int LONGEST = 10 << 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private OrderFile() {}

  /**
   * Returns the orders in the file's order; at least one.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  static List<ProbedOrder> read(Path file, NotificationForm form) throws InputException {
    String name = FileNames.of(file);
    JsonNode root = tree(name, file);
    List<JsonNode> bodies = root.isArray() ? List.copyOf(root.values()) : List.of(root);
    if (bodies.isEmpty()) {
      throw InputException.of(name, "expected at least one order, got an empty array");
    }
    List<ProbedOrder> orders = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      orders.add(new Reader(name, root.isArray() ? "/" + i : "", bodies.get(i), form).order());
    }
    return orders;
  }

  private static JsonNode tree(String name, Path file) throws InputException {
    if (Files.isDirectory(file)) {
      throw InputException.of(name, "expected a file with orders, got a directory");
    }
    try (InputStream in = InputFile.open(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw InputException.of(name, "expected at most 10 MiB of orders, got more");
      }
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    } catch (JacksonException e) {
      throw InputException.atLine(
          name, e.getLocation().getLineNr(), "expected JSON: " + e.getOriginalMessage());
    }
  }

  /** One body, and where it stands in the file. */
  private record Reader(String file, String place, JsonNode body, NotificationForm form) {
    ProbedOrder order() throws InputException {
      Operation operation = operation();
      Optional<Pointer> reference = operation.pointer(Part.REQUEST, Meaning.REFERENCE);
      Optional<Pointer> requestId = operation.pointer(Part.REQUEST, Meaning.ORIGINAL_REQUEST_ID);
      String invoiceNumber = text(place(operation, Meaning.INVOICE));
      return new ProbedOrder(
          invoiceNumber,
          amount(place(operation, Meaning.AMOUNT)),
          reference.isPresent() ? text(reference.get()) : "MUR-" + invoiceNumber,
          requestId
              .map(at -> at.in(body).asString(""))
              .filter(id -> !id.isEmpty())
              .orElse("REQ-" + invoiceNumber));
    }

    /** Returns whose body it is, by where the invoice number stands. */
    private Operation operation() {
      return form.operations().stream()
          .filter(one -> !place(one, Meaning.INVOICE).in(body).isMissingNode())
          .findFirst()
          .orElse(form.operations().get(0));
    }

    private static Pointer place(Operation operation, Meaning meaning) {
      return operation.pointer(Part.REQUEST, meaning).orElse(Pointer.parse("/" + meaning.key()));
    }

    private String text(Pointer pointer) throws InputException {
      JsonNode value = pointer.in(body);
      if (!value.isString() || value.asString().isEmpty()) {
        throw wanted(pointer, "a text", value);
      }
      return value.asString();
    }

    private long amount(Pointer pointer) throws InputException {
      JsonNode value = pointer.in(body);
      if (!value.isNumber()) {
        throw wanted(pointer, "a number", value);
      }
      BigDecimal amount = value.decimalValue();
      try {
        return amount.longValueExact();
      } catch (ArithmeticException e) {
        throw wanted(pointer, "a whole number", value);
      }
    }

    private InputException wanted(Pointer pointer, String what, JsonNode got) {
      return InputException.of(
          file,
          "expected "
              + what
              + " at "
              + place
              + pointer
              + ", got "
              + (got.isMissingNode() ? "nothing" : Visible.line(got.toString())));
    }
  }
}
