package io.github.dokuconformance.page.hash;

/**
 * SHA-512 and its shorter kin, FIPS 180-4.
 *
 * <p>A word is two halves, the higher one first: the browser has no whole numbers of 64 bits that
 * are fast.
 */
final class Sha512 extends BlockHash {
  /** Room to work in: there is one thread. */
  private static final int[] WORDS = new int[160];

  private static final int[] ROUNDS =
      words(
          "428a2f98d728ae227137449123ef65cdb5c0fbcfec4d3b2fe9b5dba58189dbbc"
              + "3956c25bf348b53859f111f1b605d019923f82a4af194f9bab1c5ed5da6d8118"
              + "d807aa98a303024212835b0145706fbe243185be4ee4b28c550c7dc3d5ffb4e2"
              + "72be5d74f27b896f80deb1fe3b1696b19bdc06a725c71235c19bf174cf692694"
              + "e49b69c19ef14ad2efbe4786384f25e30fc19dc68b8cd5b5240ca1cc77ac9c65"
              + "2de92c6f592b02754a7484aa6ea6e4835cb0a9dcbd41fbd476f988da831153b5"
              + "983e5152ee66dfaba831c66d2db43210b00327c898fb213fbf597fc7beef0ee4"
              + "c6e00bf33da88fc2d5a79147930aa72506ca6351e003826f142929670a0e6e70"
              + "27b70a8546d22ffc2e1b21385c26c9264d2c6dfc5ac42aed53380d139d95b3df"
              + "650a73548baf63de766a0abb3c77b2a881c2c92e47edaee692722c851482353b"
              + "a2bfe8a14cf10364a81a664bbc423001c24b8b70d0f89791c76c51a30654be30"
              + "d192e819d6ef5218d69906245565a910f40e35855771202a106aa07032bbd1b8"
              + "19a4c116b8d2d0c81e376c085141ab532748774cdf8eeb9934b0bcb5e19b48a8"
              + "391c0cb3c5c95a634ed8aa4ae3418acb5b9cca4f7763e373682e6ff3d6b2b8a3"
              + "748f82ee5defb2fc78a5636f43172f6084c87814a1f0ab728cc702081a6439ec"
              + "90befffa23631e28a4506cebde82bde9bef9a3f7b2c67915c67178f2e372532b"
              + "ca273eceea26619cd186b8c721c0c207eada7dd6cde0eb1ef57d4f7fee6ed178"
              + "06f067aa72176fba0a637dc5a2c898a6113f9804bef90dae1b710b35131c471b"
              + "28db77f523047d8432caab7b40c724933c9ebe0a15c9bebc431d67c49c100d4c"
              + "4cc5d4becb3e42b6597f299cfc657e2a5fcb6fab3ad6faec6c44198c4a475817");

  private final int length;
  private final int[] state;

  private Sha512(int length, String state) {
    super(128);
    this.length = length;
    this.state = words(state);
  }

  private Sha512(Sha512 other) {
    super(other);
    length = other.length;
    state = other.state.clone();
  }

  static BlockHash sha512() {
    return new Sha512(
        64,
        "6a09e667f3bcc908bb67ae8584caa73b3c6ef372fe94f82ba54ff53a5f1d36f1"
            + "510e527fade682d19b05688c2b3e6c1f1f83d9abfb41bd6b5be0cd19137e2179");
  }

  static BlockHash sha384() {
    return new Sha512(
        48,
        "cbbb9d5dc1059ed8629a292a367cd5079159015a3070dd17152fecd8f70e5939"
            + "67332667ffc00b318eb44a8768581511db0c2e0d64f98fa747b5481dbefa4fa4");
  }

  static BlockHash sha512Of256() {
    return new Sha512(
        32,
        "22312194fc2bf72c9f555fa3c84c64c22393b86b6f53b151963877195940eabd"
            + "96283ee2a88effe3be5e1e25538639922b0199fc2c85b8aa0eb72ddc81c52ca2");
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public BlockHash copy() {
    return new Sha512(this);
  }

  @Override
  void take(byte[] bytes, int at) {
    int[] w = WORDS;
    for (int i = 0; i < 32; i++) {
      w[i] = bigEndian(bytes, at + 4 * i);
    }
    for (int i = 32; i < 160; i += 2) {
      int xh = w[i - 30];
      int xl = w[i - 29];
      int yh = w[i - 4];
      int yl = w[i - 3];
      int high = (xh >>> 1 | xl << 31) ^ (xh >>> 8 | xl << 24) ^ xh >>> 7;
      int low = (xl >>> 1 | xh << 31) ^ (xl >>> 8 | xh << 24) ^ (xl >>> 7 | xh << 25);
      int high2 = (yh >>> 19 | yl << 13) ^ (yl >>> 29 | yh << 3) ^ yh >>> 6;
      int low2 = (yl >>> 19 | yh << 13) ^ (yh >>> 29 | yl << 3) ^ (yl >>> 6 | yh << 26);
      int sum = low + w[i - 13];
      int carry = carry(sum, low);
      int sum2 = sum + low2;
      carry += carry(sum2, sum);
      int sum3 = sum2 + w[i - 31];
      carry += carry(sum3, sum2);
      w[i + 1] = sum3;
      w[i] = high + high2 + w[i - 14] + w[i - 32] + carry;
    }
    int ah = state[0];
    int al = state[1];
    int bh = state[2];
    int bl = state[3];
    int ch = state[4];
    int cl = state[5];
    int dh = state[6];
    int dl = state[7];
    int eh = state[8];
    int el = state[9];
    int fh = state[10];
    int fl = state[11];
    int gh = state[12];
    int gl = state[13];
    int hh = state[14];
    int hl = state[15];
    for (int i = 0; i < 160; i += 2) {
      int rh = (eh >>> 14 | el << 18) ^ (eh >>> 18 | el << 14) ^ (el >>> 9 | eh << 23);
      int rl = (el >>> 14 | eh << 18) ^ (el >>> 18 | eh << 14) ^ (eh >>> 9 | el << 23);
      int s1 = hl + rl;
      int carry = carry(s1, hl);
      int s2 = s1 + (gl ^ (el & (fl ^ gl)));
      carry += carry(s2, s1);
      int s3 = s2 + ROUNDS[i + 1];
      carry += carry(s3, s2);
      int first = s3 + w[i + 1];
      carry += carry(first, s3);
      int firstHigh = hh + rh + (gh ^ (eh & (fh ^ gh))) + ROUNDS[i] + w[i] + carry;
      int qh = (ah >>> 28 | al << 4) ^ (al >>> 2 | ah << 30) ^ (al >>> 7 | ah << 25);
      int ql = (al >>> 28 | ah << 4) ^ (ah >>> 2 | al << 30) ^ (ah >>> 7 | al << 25);
      int second = ql + ((al & bl) | (cl & (al | bl)));
      int secondHigh = qh + ((ah & bh) | (ch & (ah | bh))) + carry(second, ql);
      hh = gh;
      hl = gl;
      gh = fh;
      gl = fl;
      fh = eh;
      fl = el;
      el = dl + first;
      eh = dh + firstHigh + carry(el, dl);
      dh = ch;
      dl = cl;
      ch = bh;
      cl = bl;
      bh = ah;
      bl = al;
      al = first + second;
      ah = firstHigh + secondHigh + carry(al, first);
    }
    add(0, ah, al);
    add(2, bh, bl);
    add(4, ch, cl);
    add(6, dh, dl);
    add(8, eh, el);
    add(10, fh, fl);
    add(12, gh, gl);
    add(14, hh, hl);
  }

  /** Returns 1 where a sum of unsigned numbers is less than one of them. */
  private static int carry(int sum, int one) {
    return sum + Integer.MIN_VALUE < one + Integer.MIN_VALUE ? 1 : 0;
  }

  private void add(int at, int high, int low) {
    int sum = state[at + 1] + low;
    state[at] += high + carry(sum, low);
    state[at + 1] = sum;
  }

  @Override
  void write(byte[] out, int at) {
    writeBigEndian(state, length / 4, out, at);
  }
}
