package io.github.dokuconformance.sandbox.http;

import io.github.dokuconformance.message.MessageLimits;
import java.util.Map;

/**
 * Settings of the JDK's HTTP server, which takes them from system properties, once in a process.
 *
 * <p>A property that is set already stays. Where the process used that server before, these have no
 * effect: then nothing but the body's limit holds. Source: the comments of {@code
 * sun.net.httpserver.ServerConfig}, and the package documentation of {@code jdk.httpserver}.
 */
final class ServerSettings {
  private static final Map<String, String> SETTINGS =
      Map.of(
          // Without it each answer on a kept connection waits 40 ms for the client's delayed ACK.
          "sun.net.httpserver.nodelay", "true",
          // Seconds in which a request must have come, head and body.
          "sun.net.httpserver.maxReqTime", "10",
          // Seconds in which an answer must have been made and taken.
          "sun.net.httpserver.maxRspTime", "120",
          "sun.net.httpserver.maxReqHeaders", "200",
          "sun.net.httpserver.maxReqHeaderSize", Integer.toString(MessageLimits.HEADER_BYTES),
          // More than anybody opens by accident, fewer than would use up file descriptors.
          "jdk.httpserver.maxConnections", "4000",
          "sun.net.httpserver.maxIdleConnections", "4000",
          "sun.net.httpserver.idleInterval", "30");

  private ServerSettings() {}

  static void apply() {
    SETTINGS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }
}
