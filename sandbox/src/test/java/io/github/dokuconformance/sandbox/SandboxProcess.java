package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sandbox in a process of its own, so that its server has its own settings and its own heap. */
final class SandboxProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  SandboxProcess(String... javaOptions) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(javaOptions));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), SandboxProcess.class.getName()));
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader out =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      port = Integer.parseInt(out.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints the port, answers to the Host x, and ends with the standard input. */
  public static void main(String[] args) throws IOException {
    try (Sandbox sandbox = TestMerchant.start(TestMerchant.options().allowHost("x"))) {
      System.out.println(sandbox.port());
      System.in.readAllBytes();
    }
  }

  int port() {
    return port;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
    socket.setSoTimeout(30_000);
    return socket;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
