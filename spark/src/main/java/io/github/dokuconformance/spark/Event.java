package io.github.dokuconformance.spark;

import io.github.dokuconformance.cli.stored.StoredResult;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.run.RunByKey;
import io.github.dokuconformance.signature.SecretMask;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What goes from the judgement by request ids to that by orders: exchanges, and findings. */
enum Event {
  ORDER(1),
  REFERENCE(2),
  REFUND_REFERENCE(3),
  /** What was found already, on its way to the others. */
  FOUND(4);

  private final byte number;

  Event(int number) {
    this.number = (byte) number;
  }

  /** Returns this event, of an exchange. */
  byte[] of(byte[] content) {
    byte[] bytes = new byte[1 + content.length];
    bytes[0] = number;
    System.arraycopy(content, 0, bytes, 1, content.length);
    return bytes;
  }

  static Event in(byte[] bytes) {
    for (Event event : values()) {
      if (event.number == bytes[0]) {
        return event;
      }
    }
    throw new IllegalStateException("expected an event, got number " + bytes[0]);
  }

  static byte[] content(byte[] bytes) {
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  /**
   * A finding that only the run shows.
   *
   * @param place among those of its exchange
   * @param first whether it is an error, and none of its exchange's own findings is
   * @param code of it
   * @param line of the file of findings
   */
  record Found(int place, boolean first, String code, String line) {
    static Found of(long exchange, Finding finding, boolean bad, SecretMask mask) {
      return new Found(
          RunByKey.place(finding),
          !bad && finding.severity() == Severity.ERROR,
          finding.code(),
          mask.text(StoredResult.finding(exchange, finding)));
    }

    byte[] pack() {
      byte[] type = code.getBytes(StandardCharsets.US_ASCII);
      byte[] text = line.getBytes(StandardCharsets.US_ASCII);
      return ByteBuffer.allocate(3 + type.length + text.length)
          .put((byte) place)
          .put((byte) (first ? 1 : 0))
          .put((byte) type.length)
          .put(type)
          .put(text)
          .array();
    }

    static Found unpack(byte[] bytes) {
      int code = bytes[2];
      return new Found(
          bytes[0],
          bytes[1] == 1,
          new String(bytes, 3, code, StandardCharsets.US_ASCII),
          new String(bytes, 3 + code, bytes.length - 3 - code, StandardCharsets.US_ASCII));
    }
  }
}
