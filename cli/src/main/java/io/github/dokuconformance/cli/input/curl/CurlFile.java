package io.github.dokuconformance.cli.input.curl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Request;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads curl commands, as browsers and Postman copy it, into the requests that curl would send.
 *
 * <p>A command is split as a POSIX shell does (see {@link ShellCommands}) and never run. {@code -d}
 * and its kin are joined with {@code &}; files that they name ({@code @body.json}) are read from
 * beside the command's file, if they are allowed. The method and {@code Content-Type} that curl
 * implies are part of the request; {@code Host}, {@code User-Agent}, {@code Accept}, cookies and
 * credentials are not. The target is the whole URL without fragment. An option that is not known is
 * an error, since it could change the request.
 *
 * <p>Source: the manual page of curl 8, and its behaviour.
 */
public final class CurlFile {
  private static final Pattern POWERSHELL =
      Pattern.compile(
          "^(\\$\\w+\\s*=|\\$\\w+\\.|Invoke-|iwr\\s|irm\\s|PS [A-Z]:)", Pattern.CASE_INSENSITIVE);

  private static final Pattern POWERSHELL_WORD = Pattern.compile("(?s)^([$\\w-]+).*");

  /** What may stand before curl and leaves it the same. */
  private static final Pattern BEFORE = Pattern.compile("sudo|env|time|command|exec|\\w+=.*");

  private static final Pattern CURL =
      Pattern.compile("(?:.*[/\\\\])?curl(?:\\.exe)?", Pattern.CASE_INSENSITIVE);

  private final String file;
  private final CurlRequest request;

  private CurlFile(String file, CurlRequest request) {
    this.file = file;
    this.request = request;
  }

  /**
   * Reads the commands of a text; data files that they name come from those allowed.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static void read(byte[] content, AllowedFiles files, Readings readings)
      throws InputException {
    refusePowerShell(readings.file(), content);
    ShellCommands commands = new ShellCommands(readings.file(), content);
    @Nullable InputException other = null;
    while (true) {
      try {
        ShellCommand command = commands.next();
        if (command == null) {
          break;
        }
        Optional<List<ShellWord>> arguments = arguments(command.words());
        if (arguments.isPresent()) {
          readings.add(request(command, arguments.get(), files, readings), null);
        } else if (other == null) {
          other =
              InputException.atLine(
                  readings.file(),
                  command.line(),
                  "expected a command that begins with curl, got "
                      + Visible.quoted(command.words().get(0).text()));
        }
      } catch (InputException e) {
        readings.add(e);
        commands.recover();
      }
    }
    if (readings.count() == 0) {
      readings.add(
          other != null
              ? other
              : InputException.of(
                  readings.file(), "expected a command that begins with curl, got nothing"));
    }
  }

  private static void refusePowerShell(String file, byte[] content) throws InputException {
    String[] lines = new String(content, ISO_8859_1).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty()) {
        continue;
      }
      if (POWERSHELL.matcher(line).find()) {
        throw InputException.atLine(
            file,
            i + 1L,
            "expected a curl command, got PowerShell's "
                + POWERSHELL_WORD.matcher(line).replaceFirst("$1")
                + "; let the browser or Postman copy the request"
                + " as cURL (bash), or save it as HAR");
      }
      if (!line.startsWith("#") && !line.startsWith("```")) {
        return;
      }
    }
  }

  /** Returns the words after curl, or empty if it is another program. */
  private static Optional<List<ShellWord>> arguments(List<ShellWord> words) {
    int at = 0;
    while (at < words.size() && BEFORE.matcher(words.get(at).text()).matches()) {
      at++;
    }
    if (at == words.size() || !CURL.matcher(words.get(at).text()).matches()) {
      return Optional.empty();
    }
    return Optional.of(words.subList(at + 1, words.size()));
  }

  private static Request request(
      ShellCommand command, List<ShellWord> words, AllowedFiles files, Readings readings)
      throws InputException {
    CurlFile reader =
        new CurlFile(readings.file(), new CurlRequest(readings.file(), command, files, readings));
    Iterator<ShellWord> arguments = words.iterator();
    while (arguments.hasNext()) {
      reader.argument(arguments.next(), arguments);
    }
    return reader.request.build();
  }

  private void argument(ShellWord word, Iterator<ShellWord> rest) throws InputException {
    String text = word.text();
    if (text.startsWith("--")) {
      CurlOption option = option(word, text);
      request.apply(option, option.takesValue() ? value(word, text, rest) : word);
    } else if (text.startsWith("-") && text.length() > 1) {
      shortOptions(word, text, rest);
    } else {
      request.apply(CurlOption.URL, word);
    }
  }

  /** Takes letters that stand together: {@code -sSXPOST} is {@code -s -S -X POST}. */
  private void shortOptions(ShellWord word, String text, Iterator<ShellWord> rest)
      throws InputException {
    for (int i = 1; i < text.length(); i++) {
      String name = "-" + text.charAt(i);
      CurlOption option = option(word, name);
      if (option.takesValue()) {
        boolean attached = i + 1 < text.length();
        request.apply(option, attached ? word.after(i + 1) : value(word, name, rest));
        return;
      }
      request.apply(option, word);
    }
  }

  private CurlOption option(ShellWord word, String name) throws InputException {
    Optional<CurlOption> option = CurlOption.of(name);
    if (option.isEmpty()) {
      // Without what follows a "=": it could be a password.
      String shown = name.replaceFirst("=.*", "");
      throw InputException.atLine(
          file,
          word.line(),
          "expected an option of curl that is known here, got " + Visible.quoted(shown));
    }
    if (option.get() == CurlOption.UNSUPPORTED) {
      throw InputException.atLine(
          file, word.line(), "expected a plain request, got the option " + name);
    }
    return option.get();
  }

  private ShellWord value(ShellWord word, String name, Iterator<ShellWord> rest)
      throws InputException {
    if (!rest.hasNext()) {
      throw InputException.atLine(
          file, word.line(), "expected a value after " + name + ", got the end of the command");
    }
    return rest.next();
  }
}
