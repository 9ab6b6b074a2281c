package io.github.dokuconformance.page.hash;

/** SHA-256, FIPS 180-4. */
final class Sha256 extends BlockHash {
  /** Room to work in: there is one thread. */
  private static final int[] WORDS = new int[64];

  private static final int[] ROUNDS =
      words(
          "428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5"
              + "d807aa9812835b01243185be550c7dc372be5d7480deb1fe9bdc06a7c19bf174"
              + "e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da"
              + "983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca635114292967"
              + "27b70a852e1b21384d2c6dfc53380d13650a7354766a0abb81c2c92e92722c85"
              + "a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070"
              + "19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3"
              + "748f82ee78a5636f84c878148cc7020890befffaa4506cebbef9a3f7c67178f2");

  private final int[] state;

  Sha256() {
    super(64);
    state = words("6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19");
  }

  private Sha256(Sha256 other) {
    super(other);
    state = other.state.clone();
  }

  @Override
  public int length() {
    return 32;
  }

  @Override
  public BlockHash copy() {
    return new Sha256(this);
  }

  @Override
  void take(byte[] bytes, int at) {
    int[] w = WORDS;
    for (int i = 0; i < 16; i++) {
      w[i] = bigEndian(bytes, at + 4 * i);
    }
    for (int i = 16; i < 64; i++) {
      int x = w[i - 15];
      int y = w[i - 2];
      w[i] =
          w[i - 16]
              + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
              + w[i - 7]
              + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10);
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int i = 0; i < 64; i++) {
      int first =
          h
              + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7))
              + (g ^ (e & (f ^ g)))
              + ROUNDS[i]
              + w[i];
      int second =
          ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10))
              + ((a & b) | (c & (a | b)));
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + second;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  @Override
  void write(byte[] out, int at) {
    writeBigEndian(state, 8, out, at);
  }
}
