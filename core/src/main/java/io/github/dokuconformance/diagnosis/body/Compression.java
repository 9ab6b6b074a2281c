package io.github.dokuconformance.diagnosis.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/** A body before its compression and after it, by gzip (RFC 1952). */
final class Compression {
  private static final int LONGEST = 2 << 20;

  /** What programs write for their operating system: nothing, Unix, Node on a Mac, unknown. */
  static final int[] OPERATING_SYSTEMS = {0, 3, 0x13, 0xff};

  private Compression() {}

  /** Returns what the bytes hold; nothing where they are not gzip's, or hold more than 2 MiB. */
  static Optional<byte[]> undone(byte[] bytes) {
    if (bytes.length < 18 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
      return Optional.empty();
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes(LONGEST + 1);
      return plain.length > LONGEST ? Optional.empty() : Optional.of(plain);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the bytes as zlib's gzip writes them by default, without a time. */
  static byte[] done(byte[] plain, int operatingSystem) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 32);
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) operatingSystem});
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(plain);
    deflater.finish();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    CRC32 sum = new CRC32();
    sum.update(plain);
    little(out, (int) sum.getValue());
    little(out, plain.length);
    return out.toByteArray();
  }

  private static void little(ByteArrayOutputStream out, int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(value >> shift);
    }
  }
}
