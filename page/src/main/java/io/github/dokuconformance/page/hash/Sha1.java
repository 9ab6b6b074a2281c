package io.github.dokuconformance.page.hash;

/** SHA-1, FIPS 180-4. */
final class Sha1 extends BlockHash {
  /** Room to work in: there is one thread. */
  private static final int[] WORDS = new int[80];

  private final int[] state;

  Sha1() {
    super(64);
    state = new int[] {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  }

  private Sha1(Sha1 other) {
    super(other);
    state = other.state.clone();
  }

  @Override
  public int length() {
    return 20;
  }

  @Override
  public BlockHash copy() {
    return new Sha1(this);
  }

  @Override
  void take(byte[] bytes, int at) {
    int[] words = WORDS;
    for (int i = 0; i < 80; i++) {
      words[i] =
          i < 16
              ? bigEndian(bytes, at + 4 * i)
              : Integer.rotateLeft(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    for (int i = 0; i < 80; i++) {
      int mixed;
      if (i < 20) {
        mixed = ((b & c) | (~b & d)) + 0x5a827999;
      } else if (i < 40) {
        mixed = (b ^ c ^ d) + 0x6ed9eba1;
      } else if (i < 60) {
        mixed = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
      } else {
        mixed = (b ^ c ^ d) + 0xca62c1d6;
      }
      int sum = Integer.rotateLeft(a, 5) + mixed + e + words[i];
      e = d;
      d = c;
      c = Integer.rotateLeft(b, 30);
      b = a;
      a = sum;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
  }

  @Override
  void write(byte[] out, int at) {
    writeBigEndian(state, 5, out, at);
  }
}
