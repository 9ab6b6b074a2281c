package io.github.dokuconformance.spark;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a diagnosis in input order needs of a part: wrong signatures, and whose is right. */
final class Signatures {
  private static final byte END = 0;
  private static final byte RIGHT = 1;
  private static final byte WRONG = 2;

  /** More merchants than these are not told apart by a diagnosis either. */
  private static final int MOST_CLIENTS = 1_000;

  private Signatures() {}

  /**
   * A signature.
   *
   * @param client whose signature is right; null where one is wrong
   * @param index of the exchange in its part, counted from 0
   * @param line of the part, counted from 1
   * @param offset of the line in the file
   */
  record Entry(@Nullable String client, long index, long line, long offset, int length) {}

  /** Writes the entries of a part. */
  static final class Writer {
    private final DataOutputStream out;
    private final Set<String> clients = new HashSet<>();

    Writer(DataOutputStream out) {
      this.out = out;
    }

    /** Takes note of a right signature; the first of each merchant suffices. */
    void right(String client) throws IOException {
      if (clients.size() < MOST_CLIENTS && clients.add(client)) {
        out.writeByte(RIGHT);
        out.writeInt(client.length());
        out.writeChars(client);
      }
    }

    void wrong(long index, long line, long offset, int length) throws IOException {
      out.writeByte(WRONG);
      out.writeLong(index);
      out.writeLong(line);
      out.writeLong(offset);
      out.writeInt(length);
    }

    void end() throws IOException {
      out.writeByte(END);
    }
  }

  /** Reads them again; what stands after them can then be read. */
  static final class Reader implements Closeable {
    private final DataInputStream in;

    Reader(DataInputStream in) {
      this.in = in;
    }

    @Nullable Entry next() throws IOException {
      byte kind = in.readByte();
      if (kind == END) {
        return null;
      }
      if (kind == WRONG) {
        return new Entry(null, in.readLong(), in.readLong(), in.readLong(), in.readInt());
      }
      char[] client = new char[in.readInt()];
      for (int i = 0; i < client.length; i++) {
        client[i] = in.readChar();
      }
      return new Entry(new String(client), 0, 0, 0, 0);
    }

    DataInputStream rest() {
      return in;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
