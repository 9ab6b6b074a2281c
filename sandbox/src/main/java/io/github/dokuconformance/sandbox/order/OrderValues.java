package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.message.SecondText;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.answer.Values;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/**
 * What the names in a template of DOKU's stand for, where it is about an order.
 *
 * @param more names beside those of the order
 */
@SuppressWarnings("exports") // For the sandbox alone.
public record OrderValues(Order order, Values more) implements Values {
  /** Source: developers.doku.com, Checkout, response sample: a uuid of 19 digits (documented). */
  private static final long BEYOND_DOUBLES = 2_225_000_000_000_000_000L;

  /** Source: developers.doku.com, virtual account pages: dates of this form are in UTC+7. */
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.ofHours(7));

  private static final SecondText CREATED = new SecondText(COMPACT::format);
  private static final SecondText EXPIRES = new SecondText(COMPACT::format);

  /** Returns the values of an order alone. */
  public static OrderValues of(Order order) {
    return new OrderValues(order, name -> Optional.empty());
  }

  @Override
  public Optional<JsonNode> value(String name) {
    return switch (name) {
      case "invoice" -> text(order.invoiceNumber());
      case "amount" -> Optional.of(LongNode.valueOf(order.amount()));
      case "amountText" -> text(Long.toString(order.amount()));
      case "refundedText" -> text(Long.toString(order.refunded()));
      case "method" -> text(order.method());
      case "codeToPay" -> text(order.code());
      case "failure" -> text(order.payment().failure());
      case "reference" -> text(order.reference());
      case "number" -> text(Long.toString(order.number()));
      case "plainNumber" -> Optional.of(LongNode.valueOf(order.number()));
      case "longNumber" -> Optional.of(LongNode.valueOf(BEYOND_DOUBLES + order.number()));
      case "clientId" -> text(order.clientId());
      case "originalRequestId" -> text(order.requestId());
      case "acquirerReference" -> text(order.clientId() + order.reference());
      case "notificationUrl" -> order.overrideUrl().flatMap(OrderValues::text);
      case "callbackUrl" -> text(order.callbackUrl());
      case "state" -> text(order.state().name());
      case "status" -> text(order.state().transactionStatus());
      case "created" -> time(order.created());
      case "createdCompact" -> text(CREATED.of(order.created()));
      case "minutes" -> Optional.of(LongNode.valueOf(minutes()));
      case "expires" -> time(order.expires());
      case "expiresCompact" -> text(EXPIRES.of(order.expires()));
      case "changed" -> time(order.changed());
      case "paymentDate" -> time(order.paid().orElse(order.changed()));
      default ->
          name.startsWith(Answers.ORDER)
              ? Optional.ofNullable(order.kept().get(name.substring(Answers.ORDER.length())))
              : more.value(name);
    };
  }

  private long minutes() {
    return Duration.between(order.created(), order.expires()).toMinutes();
  }

  private static Optional<JsonNode> time(Instant instant) {
    return text(Timestamps.format(instant));
  }

  /** Returns a text as JSON; nothing for an empty one, which stands for none. */
  static Optional<JsonNode> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(StringNode.valueOf(text));
  }
}
