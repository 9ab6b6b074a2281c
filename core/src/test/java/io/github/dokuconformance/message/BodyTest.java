package io.github.dokuconformance.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.signature.Hash;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static final byte[] BYTES = "{\"a\":\"é\"}".getBytes(UTF_8);

  @Test
  void isTheBytesAndNoneWhereThereAreNone() {
    assertThat(Body.of(BYTES)).isEqualTo(Body.ofUtf8("{\"a\":\"é\"}"));
    assertThat(Body.of(BYTES)).hasSameHashCodeAs(Body.ofUtf8("{\"a\":\"é\"}"));
    assertThat(Body.of(BYTES)).isNotEqualTo(Body.ofUtf8("{\"a\":\"e\"}")).isNotEqualTo(BYTES);
    assertThat(Body.of(BYTES).length()).isEqualTo(10);
    assertThat(Body.of(BYTES).isEmpty()).isFalse();
    assertThat(Body.of(new byte[0])).isSameAs(Body.none()).isSameAs(Body.ofUtf8(""));
    assertThat(Body.of(BYTES, 3, 0)).isSameAs(Body.none());
    assertThat(Body.none().isEmpty()).isTrue();
    assertThat(Body.none().hashCode()).isNotEqualTo(Body.of(BYTES).hashCode());
  }

  @Test
  void isAPartOfAnArray() {
    assertThat(Body.of(BYTES, 2, 3)).isEqualTo(Body.ofUtf8("a\":"));
  }

  @Test
  void isNotChangedByWhoGaveTheBytesOrGotThem() {
    byte[] given = BYTES.clone();
    Body body = Body.of(given);

    given[0] = 'x';
    body.toByteArray()[1] = 'x';

    assertThat(body.toByteArray()).isEqualTo(BYTES);
    assertThat(body.asByteBuffer().isReadOnly()).isTrue();
  }

  @Test
  void givesTheSameBytesInEachWay() throws IOException {
    Body body = Body.of(BYTES);
    byte[] viewed = new byte[BYTES.length];
    body.asByteBuffer().get(viewed);
    MessageDigest digest = Hash.SHA256.newDigest();
    body.update(digest);
    CRC32 sum = new CRC32();
    body.update(sum);
    CRC32 wanted = new CRC32();
    wanted.update(BYTES);

    assertThat(viewed).isEqualTo(BYTES);
    assertThat(body.newInputStream().readAllBytes()).isEqualTo(BYTES);
    assertThat(digest.digest()).isEqualTo(Hash.SHA256.of(BYTES));
    assertThat(sum.getValue()).isEqualTo(wanted.getValue());
  }

  @Test
  void isShownAsTextButNotInALog() {
    assertThat(Body.of(new byte[] {'a', (byte) 0xff}).toDisplayText()).isEqualTo("a\ufffd");
    assertThat(Body.of(BYTES)).hasToString("Body[10 bytes]");
  }
}
