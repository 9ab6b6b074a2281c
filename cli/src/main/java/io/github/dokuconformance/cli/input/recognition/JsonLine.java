package io.github.dokuconformance.cli.input.recognition;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.JsonText;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.loose.LooseJson;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.message.json.JsonInputException;
import java.util.Optional;

/** A line of exchange JSON, which is an exchange of its own. */
public final class JsonLine implements PendingExchange {
  /** Enough for a body at its limit in base64, with what stands around it. */
  public static final int LONGEST = 16 << 20;

  private final String file;
  private final long number;
  private final boolean tooLong;
  private final byte[] json;
  private final Optional<String> target;

  /**
   * Takes a line as it was read.
   *
   * @param json the line without its end; of one too long, anything
   * @param target of a request that says none
   */
  public JsonLine(String file, long number, boolean tooLong, byte[] json, Optional<String> target) {
    this.file = file;
    this.number = number;
    this.tooLong = tooLong;
    this.target = target;
    this.json = tooLong ? new byte[0] : json;
  }

  /** Tells whether nothing stands on a line. */
  public static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Returns what is wrong with a file in which nothing stands on any line. */
  public static InputException noneIn(String file) {
    return InputException.of(file, "expected an exchange as JSON on each line, got blank lines");
  }

  @Override
  public String source() {
    return file + "#" + number;
  }

  @Override
  public int size() {
    return json.length;
  }

  @Override
  public Exchange parse() throws InputException {
    if (tooLong) {
      throw InputException.atLine(
          file, number, "expected a line of at most " + LONGEST + " bytes (16 MiB)");
    }
    try {
      return ExchangeJson.read(json, source());
    } catch (JsonInputException e) {
      if (Recogniser.ofJson(json) == InputKind.LOOSE_JSON) {
        Optional<Request> request =
            LooseJson.request(file, number, JsonText.tree(file, number, json), target);
        if (request.isPresent()) {
          return Exchange.of(source(), request.get(), null);
        }
      }
      throw InputException.ofJson(file, number, e);
    }
  }
}
