package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.probe.NotificationForm;
import io.github.dokuconformance.probe.ProbedOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileTest {
  @TempDir private Path folder;

  @Test
  void readsGenerateOrderRequest() throws Exception {
    Path file =
        file(
            "{\"order\":{\"invoice_number\":\"INV-1\",\"amount\":90000.0,\"line_items\":[]},"
                + "\"payment\":{\"merchant_unique_reference\":\"MUR-1\"}}");

    assertThat(OrderFile.read(file, NotificationForm.bundled()))
        .containsExactly(new ProbedOrder("INV-1", 90_000, "MUR-1", "REQ-INV-1"));
  }

  @Test
  void readsNotifications() throws Exception {
    Path file =
        file(
            "[{\"order\":{\"invoice_number\":\"INV-1\",\"amount\":1},"
                + "\"transaction\":{\"original_request_id\":\"R-1\"},"
                + "\"payment\":{\"merchant_unique_reference\":\"MUR-1\"}}]");

    assertThat(OrderFile.read(file, NotificationForm.bundled()))
        .containsExactly(new ProbedOrder("INV-1", 1, "MUR-1", "R-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[]; empty array",
        "{; :1:",
        "{} {}; :1:",
        "{}; /order/invoice_number",
        "[{\"order\":{\"invoice_number\":7}}]; /0/order/invoice_number",
        "{\"order\":{\"invoice_number\":\"I\",\"amount\":\"90000\"}}; /order/amount",
        "{\"order\":{\"invoice_number\":\"I\",\"amount\":0.5}}; /order/amount",
        "{\"order\":{\"invoice_number\":\"I\",\"amount\":1}}; /payment/merchant_unique_reference"
      })
  void saysWhereWhatIsMissing(String content, String place) throws IOException {
    Path file = file(content);

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> OrderFile.read(file, NotificationForm.bundled()))
        .withMessageStartingWith(file.toString())
        .withMessageContaining(place);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("orders.json"), content, UTF_8);
  }
}
