package io.github.dokuconformance.pact;

/**
 * Keeps Pact from telling an analytics service that it is used.
 *
 * <p>Pact asks the system property {@value #PROPERTY} each time. A value that is set already stays.
 */
public final class Telemetry {
  private static final String PROPERTY = "pact_do_not_track";

  private Telemetry() {}

  /** Keeps Pact from telling its analytics service, unless somebody has chosen already. */
  public static void off() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, "true");
    }
  }
}
