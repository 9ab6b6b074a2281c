package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.sandbox.http.Authority;
import io.github.dokuconformance.sandbox.http.HttpFront;
import io.github.dokuconformance.sandbox.http.Outgoing;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code page}: writes or serves the page that explains a signature in a browser. */
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    description =
        "Writes, or serves on this machine alone, one HTML file into which a message is pasted: it"
            + " names the mistake behind a wrong signature, and sends nothing.",
    footer = {
      "",
      "Examples:",
      "  doku-conformance page",
      "  doku-conformance page --output page.html"
    })
final class PageCommand implements Callable<Integer> {
  static final String PAGE = "/io/github/dokuconformance/page/page.html";
  private static final int USUAL_PORT = 8092;

  private final Env env;

  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes the page there, to be opened from disk; - is standard output.")
  private @Nullable String output;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Serves it on that port of the loopback address (default: 8092; 0: any).")
  private @Nullable Integer port;

  PageCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws IOException {
    byte[] page;
    try (InputStream in = PageCommand.class.getResourceAsStream(PAGE)) {
      if (in == null) {
        throw wrong(
            "this build carries no page: take a release, or build with mvn -Pdist package, which"
                + " compiles it");
      }
      page = in.readAllBytes();
    }
    if (output != null && port != null) {
      throw wrong("expected --output or --port, got both");
    }
    return output == null ? serve(page) : write(page, output);
  }

  private int write(byte[] page, String name) {
    if (name.equals("-")) {
      env.out().print(new String(page, StandardCharsets.UTF_8));
      return ExitCode.CONFORMANT;
    }
    try {
      Files.write(FileNames.path(name), page);
    } catch (IOException e) {
      throw wrong("can't write " + Visible.name(name) + ": " + Visible.line(e.toString()));
    }
    return ExitCode.CONFORMANT;
  }

  private int serve(byte[] page) throws IOException {
    int wanted = port == null ? USUAL_PORT : port;
    if (wanted < 0 || wanted > 65535) {
      throw wrong("expected --port from 0 to 65535, got: " + wanted);
    }
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted);
    try (HttpFront front = bind(address)) {
      front.start(new Pages(Body.of(page)));
      return new ServedRun(env, exit -> ExitCode.CONFORMANT)
          .run(() -> announce(front.address()), List.of(), Map.of());
    }
  }

  private HttpFront bind(InetSocketAddress address) {
    try {
      return HttpFront.bind(address, new Authority[0]);
    } catch (IOException e) {
      throw wrong(
          "can't listen there (" + e.getMessage() + "): choose another --port, or 0 for any");
    }
  }

  private void announce(InetSocketAddress address) {
    env.out().println("The page is at http://127.0.0.1:" + address.getPort() + "/");
    env.flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Answers with the page, and with nothing else. */
  record Pages(Body page) implements HttpFront.Handler {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public Outgoing handle(Request request, InetAddress peer) {
      if (!READING.contains(request.method())) {
        return refuse(405, "the page is only read");
      }
      return request.target().path().equals("/")
          ? answer(200, "text/html; charset=utf-8", page)
          : refuse(404, "the page is at /");
    }

    @Override
    public boolean isPage(Target target) {
      return target.path().equals("/");
    }

    @Override
    public Outgoing refuse(int status, String reason) {
      return answer(status, "text/plain; charset=utf-8", Body.ofUtf8(reason + "\n"));
    }

    @Override
    public Outgoing failed(RuntimeException defect) {
      return refuse(500, "the page can't be served");
    }

    private static Outgoing answer(int status, String type, Body body) {
      Headers headers =
          Headers.of(
              "Content-Type", type,
              "X-Content-Type-Options", "nosniff",
              "X-Frame-Options", "DENY",
              "Referrer-Policy", "no-referrer",
              "Cache-Control", "no-store");
      return Outgoing.whole(new Response(status, headers, body));
    }
  }
}
