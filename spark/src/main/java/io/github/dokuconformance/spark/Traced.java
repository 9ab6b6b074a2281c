package io.github.dokuconformance.spark;

import io.github.dokuconformance.run.PackedTrace;
import io.github.dokuconformance.run.RunKey;
import io.github.dokuconformance.run.RunKeys;
import io.github.dokuconformance.run.RunTrace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What the rules over a run need of an exchange, as it goes from one worker to another.
 *
 * @param bad whether an error speaks against it already
 */
record Traced(RunTrace trace, boolean bad, RunKey order, RunKey reference, RunKey refundReference) {
  static Traced of(RunTrace trace, boolean bad, RunKeys keys) {
    return new Traced(trace, bad, keys.order(), keys.reference(), keys.refundReference());
  }

  byte[] pack() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeBoolean(bad);
      PackedTrace.write(trace, out);
      for (RunKey key : new RunKey[] {order, reference, refundReference}) {
        out.writeBoolean(!key.isNone());
        if (!key.isNone()) {
          out.writeLong(key.high());
          out.writeLong(key.low());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Traced unpack(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      boolean bad = in.readBoolean();
      return new Traced(PackedTrace.read(in), bad, key(in), key(in), key(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunKey key(DataInputStream in) throws IOException {
    return in.readBoolean() ? new RunKey(in.readLong(), in.readLong()) : RunKey.NONE;
  }
}
