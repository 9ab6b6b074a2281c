package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.json.ExchangeJson;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file, where one is wanted, that a server writes its exchanges to. Not thread safe. */
final class EvidenceFile implements Closeable {
  private final Env env;
  private final @Nullable BufferedWriter file;

  EvidenceFile(Env env, Optional<Path> path) throws IOException {
    this.env = env;
    this.file = path.isEmpty() ? null : Files.newBufferedWriter(path.get(), UTF_8);
  }

  /** Writes one more line; a failure is told, and the server goes on. */
  void write(Exchange exchange) {
    if (file == null) {
      return;
    }
    try {
      file.write(ExchangeJson.write(exchange, env.mask()));
      file.newLine();
      file.flush();
    } catch (IOException e) {
      env.say("the evidence can't be written: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
