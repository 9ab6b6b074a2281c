package io.github.dokuconformance.page.hash;

/** MD5, RFC 1321. */
final class Md5 extends BlockHash {
  private static final int[] SHIFTS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};
  private static final int[] SINES = new int[64];

  static {
    for (int i = 0; i < SINES.length; i++) {
      SINES[i] = (int) (long) Math.floor(Math.abs(Math.sin(i + 1)) * 4294967296.0);
    }
  }

  private final int[] state;

  Md5() {
    super(64);
    state = new int[] {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  }

  private Md5(Md5 other) {
    super(other);
    state = other.state.clone();
  }

  @Override
  public int length() {
    return 16;
  }

  @Override
  public BlockHash copy() {
    return new Md5(this);
  }

  @Override
  boolean isBigEndian() {
    return false;
  }

  @Override
  void take(byte[] bytes, int at) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    for (int i = 0; i < 64; i++) {
      int round = i >> 4;
      int mixed;
      int word;
      if (round == 0) {
        mixed = (b & c) | (~b & d);
        word = i;
      } else if (round == 1) {
        mixed = (d & b) | (~d & c);
        word = 5 * i + 1;
      } else if (round == 2) {
        mixed = b ^ c ^ d;
        word = 3 * i + 5;
      } else {
        mixed = c ^ (b | ~d);
        word = 7 * i;
      }
      int sum = a + mixed + SINES[i] + Integer.reverseBytes(bigEndian(bytes, at + 4 * (word & 15)));
      a = d;
      d = c;
      c = b;
      b += Integer.rotateLeft(sum, SHIFTS[4 * round + (i & 3)]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }

  @Override
  void write(byte[] out, int at) {
    for (int i = 0; i < 16; i++) {
      out[at + i] = (byte) (state[i >> 2] >>> (8 * (i & 3)));
    }
  }
}
