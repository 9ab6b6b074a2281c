package io.github.dokuconformance.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.report.Style;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SecretMask;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Everything that a command is given, so that a test can stand in for it.
 *
 * @param out data, as UTF-8 on every platform
 * @param err talk
 * @param colour whether {@code out} goes to a terminal that wants colour
 * @param width of the terminal that {@code out} goes to, in columns; 0 where it is none
 * @param talkative whether {@code err} goes to a terminal, where a progress line is welcome
 * @param schemes by which messages may be signed
 * @param masking takes known secrets out of what is said
 */
public record Env(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> variables,
    Clock clock,
    boolean colour,
    IntSupplier width,
    boolean talkative,
    Schemes schemes,
    Masking masking) {
  /** The variable that holds the Secret Key where no option names another. */
  public static final String SECRET_VARIABLE = "DOKU_SECRET_KEY";

  public Env(
      InputStream in,
      PrintWriter out,
      PrintWriter err,
      Map<String, String> variables,
      Clock clock,
      boolean colour,
      IntSupplier width,
      boolean talkative,
      Schemes schemes) {
    this(in, out, err, variables, clock, colour, width, talkative, schemes, new Masking());
  }

  /** Returns this process's streams, variables and clock. */
  public static Env ofProcess() {
    return new Env(
        System.in,
        utf8(new FileOutputStream(FileDescriptor.out)),
        utf8(new FileOutputStream(FileDescriptor.err)),
        System.getenv(),
        Clock.systemUTC(),
        Terminal.wantsColour(System.getenv()),
        () -> Terminal.width(System.getenv()),
        Terminal.isErr(),
        Schemes.bundled());
  }

  /** Returns what takes the secrets that are known by now out of a text. */
  public SecretMask mask() {
    return masking.mask();
  }

  /** Returns how lines for a person look on {@code out}. */
  public Style style() {
    return new Style(colour, width);
  }

  /** Returns an environment in which nothing that is said holds a known secret. */
  public Env masked() {
    Masking own = new Masking();
    String standsBy = variables.getOrDefault(SECRET_VARIABLE, "");
    if (!standsBy.isEmpty()) {
      own.know(List.of(MerchantSecret.of(standsBy)));
    }
    return new Env(
        in,
        own.writer(out),
        own.writer(err),
        variables,
        clock,
        colour,
        width,
        talkative,
        schemes,
        own);
  }

  private static PrintWriter utf8(OutputStream out) {
    return new PrintWriter(
        new OutputStreamWriter(new BufferedOutputStream(out, 1 << 16), UTF_8), false);
  }

  /** Prints a line of talk, whatever names stand in it. */
  public void say(String line) {
    out.flush();
    style().folded("doku-conformance: " + Visible.name(line)).forEach(err::println);
    err.flush();
  }

  public void flush() {
    out.flush();
    err.flush();
  }

  /**
   * Returns the exit code of a run that has written everything: a report that is lost is an error,
   * unless who reads it wanted no more of it.
   */
  public int finish(int code) {
    masking.finish();
    flush();
    if (!out.checkError() || Terminal.isPipe(1)) {
      return code;
    }
    say(
        "standard output can't be written, so its report is lost; is the disk full, or is it closed?");
    return ExitCode.USAGE;
  }
}
