package io.github.dokuconformance.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.pact.provider.SigningTarget;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pact is told not to report its use, by whatever of ours starts it. */
class TelemetryTest {
  private static final String PROPERTY = "pact_do_not_track";

  private final String before = System.getProperty(PROPERTY);

  @Test
  void isOffInThisBuild() {
    assertThat(before).isEqualTo("true");
    assertThat(System.getenv(PROPERTY)).isEqualTo("true");
  }

  @Test
  void targetTurnsItOff() {
    System.clearProperty(PROPERTY);

    SigningTarget.doku(URI.create("http://localhost:1"), "MCH-TEST-0001", TestMerchant.SECRET);

    assertThat(System.getProperty(PROPERTY)).isEqualTo("true");
  }

  @Test
  void choiceOfTheUserStays() {
    System.setProperty(PROPERTY, "false");

    Telemetry.off();

    assertThat(System.getProperty(PROPERTY)).isEqualTo("false");
  }

  @AfterEach
  void restore() {
    System.setProperty(PROPERTY, before);
  }
}
