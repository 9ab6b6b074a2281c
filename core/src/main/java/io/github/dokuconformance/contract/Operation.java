package io.github.dokuconformance.contract;

import java.util.Optional;

/**
 * One entry of the contract.
 *
 * @param id stable, for example {@code akulaku.generate-order}
 * @param path with {@code {placeholders}}; empty for a notification, whose path is the merchant's
 * @param requestSchema path of the request body's schema; none where there is no body
 * @param responseSchema path of a successful response body's schema; none where it is not specified
 */
public record Operation(
    String id,
    String summary,
    Direction direction,
    String method,
    String path,
    Optional<String> requestSchema,
    Optional<String> responseSchema) {
  public static final String GENERATE_ORDER = "akulaku.generate-order";
  public static final String CANCEL = "akulaku.cancel";
  public static final String REFUND = "akulaku.refund";
  public static final String NOTIFICATION = "akulaku.notification";
  public static final String CHECK_STATUS = "orders.check-status";

  public boolean isNotification() {
    return direction == Direction.DOKU_TO_MERCHANT;
  }

  /** Tells whether a raw path is this operation's; a placeholder stands for one segment. */
  public boolean matchesPath(String raw) {
    int brace = path.indexOf('{');
    if (brace < 0) {
      return !path.isEmpty() && path.equals(raw);
    }
    return raw.startsWith(path.substring(0, brace))
        && raw.length() > brace
        && raw.indexOf('/', brace) < 0;
  }
}
