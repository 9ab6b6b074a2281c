package io.github.dokuconformance.cli.input.recognition;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that are read, with the endings of their files' names. */
public enum InputFormat {
  /** Raw HTTP/1.1 requests, with their responses where there are some; editors' files of them. */
  HTTP("http"),
  /** What browsers and proxies export: HTTP Archive 1.2. */
  HAR("har"),
  /** Curl commands. */
  CURL("curl"),
  /** One exchange as JSON, or an array of them. */
  JSON("json"),
  /** One exchange as JSON a line. */
  JSONL("jsonl"),
  /** A request of Bruno. */
  BRU("bru"),
  /** Lines of a program's log, of which some hold a request. */
  LOG("log");

  private final String id;

  InputFormat(String id) {
    this.id = id;
  }

  /** Returns the name by which people choose the format; the file name's ending as well. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }

  /** Returns the format that a file name ends in, if it is one of these. */
  public static Optional<InputFormat> ofFileName(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return name.contains(".")
        ? Arrays.stream(values()).filter(format -> format.id.equals(ending)).findFirst()
        : Optional.empty();
  }

  /** Returns the endings for a message: {@code .http, .har, …}. */
  static String endings() {
    return Arrays.stream(values()).map(format -> "." + format.id).collect(joining(", "));
  }
}
